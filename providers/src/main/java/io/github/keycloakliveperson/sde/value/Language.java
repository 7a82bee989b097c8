package io.github.keycloakliveperson.sde.value;

import io.github.keycloakliveperson.PastedText;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A language and a country as LivePerson writes them, {@code en-US}. Read by hand: {@link
 * Locale.Builder} takes variants and extensions too, and three times as long for each token.
 *
 * @param language ISO 639-1, lower case
 * @param country ISO 3166-1 alpha-2, upper case
 */
record Language(String language, String country) {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int SCRIPT_LENGTH = 4;

    /** What ISO 639-1 gave up, of which browsers, databases and Java itself still know some. */
    private static final Map<String, String> GIVEN_UP =
            Map.of("iw", "he", "in", "id", "ji", "yi", "mo", "ro");

    /**
     * Reads {@code en-US}, {@code en_US} and {@code EN-us}; a script between the two ({@code
     * zh-Hant-TW}) is dropped, as LivePerson has no place for it.
     *
     * @throws UnconvertibleException for anything else, such as {@code en}: which country it is
     *     can't be guessed
     */
    static Language parse(String text) throws UnconvertibleException {
        String tag = PastedText.strip(text);
        int last = tag.length() - 3;
        if (last < 2 || !isSeparator(tag, 2) || !isSeparator(tag, last) || !fits(tag, last)) {
            throw new UnconvertibleException(
                    "the value is not a language with a country such as en-US");
        }
        String language = tag.substring(0, 2).toLowerCase(Locale.ROOT);
        String country = tag.substring(last + 1).toUpperCase(Locale.ROOT);
        language = GIVEN_UP.getOrDefault(language, language);
        if (!LANGUAGES.contains(language)) {
            throw new UnconvertibleException("the language is not an ISO 639-1 code such as en");
        }
        if (!COUNTRIES.contains(country)) {
            throw new UnconvertibleException("the country is not an ISO 3166-1 code such as US");
        }
        return new Language(language, country);
    }

    private static boolean fits(String tag, int last) {
        return last == 2 || (last == 3 + SCRIPT_LENGTH && isScript(tag));
    }

    private static boolean isScript(String tag) {
        for (int i = 3; i < 3 + SCRIPT_LENGTH; i++) {
            char letter = (char) (tag.charAt(i) | 0x20);
            if (letter < 'a' || letter > 'z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparator(String tag, int at) {
        return tag.charAt(at) == '-' || tag.charAt(at) == '_';
    }

    String toJson() {
        return language + '-' + country;
    }
}
