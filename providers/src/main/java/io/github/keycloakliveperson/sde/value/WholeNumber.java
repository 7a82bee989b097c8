package io.github.keycloakliveperson.sde.value;

import io.github.keycloakliveperson.PastedText;

/** A JSON integer of 32 bits, such as a company's size. */
final class WholeNumber {

    private WholeNumber() {}

    /**
     * Reads ASCII digits with an optional sign.
     *
     * @throws UnconvertibleException for anything else ({@code 12.5}, {@code 12.0}, {@code 1e3}),
     *     and beyond 32 bits
     */
    static Integer parse(String text) throws UnconvertibleException {
        String number = PastedText.strip(text);
        if (!isWhole(number)) {
            throw new UnconvertibleException("the value is not a whole number");
        }
        try {
            return Integer.valueOf(number);
        } catch (NumberFormatException tooLarge) {
            throw new UnconvertibleException("the value does not fit into a 32-bit integer");
        }
    }

    private static boolean isWhole(String text) {
        boolean signed = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
        int first = signed ? 1 : 0;
        return text.length() > first && Digits.areDigits(text, first, text.length());
    }
}
