package io.github.keycloakliveperson.sde.value;

import io.github.keycloakliveperson.PastedText;

/** A JSON number of double precision, such as a balance. */
final class DecimalNumber {

    private static final String EXPECTED = "the value is not a number such as -400.99";

    private DecimalNumber() {}

    /**
     * Reads digits with an optional sign, decimal point and exponent ({@code -400.99}, {@code
     * 1e3}). Java's own parser would also take {@code NaN}, {@code 0x1p3} and {@code 1d}.
     *
     * @return a finite number, never negative zero
     * @throws UnconvertibleException for anything else, such as a decimal comma
     */
    static Double parse(String text) throws UnconvertibleException {
        String number = PastedText.strip(text);
        if (!isDecimal(number)) {
            throw new UnconvertibleException(EXPECTED);
        }
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            throw new UnconvertibleException("the value is too large for a double");
        }
        return value + 0.0; // -0.0 + 0.0 is 0.0
    }

    private static boolean isDecimal(String text) {
        int start = skipSign(text, 0);
        int end = skipDigits(text, start);
        int digits = end - start;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = end + 1;
            end = skipDigits(text, fraction);
            digits += end - fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (end < text.length() && (text.charAt(end) | 0x20) == 'e') {
            int exponent = skipSign(text, end + 1);
            end = skipDigits(text, exponent);
            return end > exponent && end == text.length();
        }
        return end == text.length();
    }

    private static int skipSign(String text, int at) {
        boolean sign = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
        return sign ? at + 1 : at;
    }

    private static int skipDigits(String text, int from) {
        return Digits.end(text, from, text.length());
    }
}
