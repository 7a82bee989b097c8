package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.PastedText;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A language and a country as LivePerson writes them, {@code en-US}.
 *
 * @param language ISO 639-1, lower case
 * @param country ISO 3166-1 alpha-2, upper case
 */
record Language(String language, String country) {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

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
        Locale locale = locale(PastedText.strip(text));
        String language = GIVEN_UP.getOrDefault(locale.getLanguage(), locale.getLanguage());
        if (!LANGUAGES.contains(language)) {
            throw new UnconvertibleException("the language is not an ISO 639-1 code such as en");
        }
        if (!COUNTRIES.contains(locale.getCountry())) {
            throw new UnconvertibleException("the country is not an ISO 3166-1 code such as US");
        }
        return new Language(language, locale.getCountry());
    }

    private static Locale locale(String tag) throws UnconvertibleException {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
            if (!locale.getCountry().isEmpty()
                    && locale.getVariant().isEmpty()
                    && !locale.hasExtensions()) {
                return locale;
            }
        } catch (IllformedLocaleException noTag) {
            // said below
        }
        throw new UnconvertibleException(
                "the value is not a language with a country such as en-US");
    }

    String toJson() {
        return language + '-' + country;
    }
}
