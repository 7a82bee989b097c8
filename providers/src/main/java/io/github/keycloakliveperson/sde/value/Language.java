package io.github.keycloakliveperson.sde.value;

import io.github.keycloakliveperson.PastedText;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A language and a country as LivePerson writes them, {@code en-US}. */
final class Language {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Withdrawn from ISO 639-1; browsers, databases and Java itself still use some. */
    private static final Map<String, String> GIVEN_UP =
            Map.of("iw", "he", "in", "id", "ji", "yi", "mo", "ro");

    private Language() {}

    /**
     * Reads {@code en-US}, {@code en_US} and {@code EN-us}; a script between the two ({@code
     * zh-Hant-TW}) is dropped, as LivePerson has no place for it. {@code en} alone is refused:
     * which country it is can't be guessed.
     */
    static String parse(String text) throws UnconvertibleException {
        var locale = locale(PastedText.strip(text).replace('_', '-'));
        var language = GIVEN_UP.getOrDefault(locale.getLanguage(), locale.getLanguage());
        var more = !locale.getVariant().isEmpty() || locale.hasExtensions();
        if (locale.getCountry().isEmpty() || more) {
            throw noLanguage();
        }
        if (!LANGUAGES.contains(language)) {
            throw new UnconvertibleException("the language is not an ISO 639-1 code such as en");
        }
        if (!COUNTRIES.contains(locale.getCountry())) {
            throw new UnconvertibleException("the country is not an ISO 3166-1 code such as US");
        }
        return language + '-' + locale.getCountry();
    }

    private static Locale locale(String tag) throws UnconvertibleException {
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException illFormed) {
            throw noLanguage();
        }
    }

    private static UnconvertibleException noLanguage() {
        return new UnconvertibleException(
                "the value is not a language with a country such as en-US");
    }
}
