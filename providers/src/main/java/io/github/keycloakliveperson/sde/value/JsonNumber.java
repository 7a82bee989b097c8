package io.github.keycloakliveperson.sde.value;

import io.github.keycloakliveperson.PastedText;
import java.util.regex.Pattern;

/** Numbers as people write them; Java's own parsers would also take {@code NaN} and {@code 1d}. */
final class JsonNumber {

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]++");

    private JsonNumber() {}

    /** A finite number of double precision, such as {@code -400.99} or {@code 1e3}; never -0.0. */
    static Double decimal(String text) throws UnconvertibleException {
        var number = PastedText.strip(text);
        if (!DECIMAL.matcher(number).matches()) {
            throw new UnconvertibleException("the value is not a number such as -400.99");
        }
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            throw new UnconvertibleException("the value is too large for a double");
        }
        return value + 0.0; // -0.0 + 0.0 is 0.0
    }

    /** An integer of 32 bits; {@code 12.0} and {@code 1e3} are none. */
    static Integer whole(String text) throws UnconvertibleException {
        var number = PastedText.strip(text);
        if (!WHOLE.matcher(number).matches()) {
            throw new UnconvertibleException("the value is not a whole number");
        }
        try {
            return Integer.valueOf(number);
        } catch (NumberFormatException tooLarge) {
            throw new UnconvertibleException("the value does not fit into a 32-bit integer");
        }
    }
}
