package io.github.keycloakliveperson.sde.value;

/**
 * Text as LivePerson gets it: the very characters that Keycloak holds, whatever their length. A
 * loop, as a {@link java.nio.charset.CharsetEncoder} would write every field of every token once
 * more to find out.
 */
final class UnicodeText {

    private UnicodeText() {}

    /**
     * Lets well-formed Unicode through untouched.
     *
     * @return the text itself
     * @throws UnconvertibleException for half a surrogate pair, which has no UTF-8 form and would
     *     break the whole token when it is written
     */
    static String parse(String text) throws UnconvertibleException {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean paired =
                        Character.isHighSurrogate(unit)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    throw new UnconvertibleException("the value is not well-formed Unicode");
                }
                i++;
            }
        }
        return text;
    }
}
