package io.github.keycloakliveperson.window.mapper;

import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.guard.IndispensableMapper;
import io.github.keycloakliveperson.window.address.WebOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The settings of the window mapper: the one place that knows their names, defaults and limits.
 *
 * @param lifespan how long an id_token is valid, in seconds (L7)
 * @param location where implicit answers of the RFC dialect go (L27)
 * @param tokenRedirectUri the redirect URI of the openID dialect's token call (L21)
 * @param maxStateLength the longest {@code state} that is kept, in raw characters (L25)
 * @param minimalTokenResponse whether only the id_token leaves the server (L20)
 */
public record WindowMapperConfig(
        long lifespan,
        AnswerLocation location,
        String tokenRedirectUri,
        int maxStateLength,
        boolean minimalTokenResponse) {

    /** Seconds. */
    public static final String LIFESPAN = "id.token.lifespan";

    /** {@code fragment} or {@code query}. */
    public static final String LOCATION = "response.location";

    /** An absolute http or https address. */
    public static final String TOKEN_REDIRECT_URI = "token.redirect.uri";

    /** Raw characters, as they stand in the request. */
    public static final String MAX_STATE_LENGTH = "max.state.length";

    /** {@code true} or {@code false}. */
    public static final String MINIMAL_TOKEN_RESPONSE = IndispensableMapper.TRIMMING;

    /** What holds for a setting that is empty. */
    public static final WindowMapperConfig DEFAULTS =
            new WindowMapperConfig(
                    3600, AnswerLocation.FRAGMENT, "https://liveperson.net", 16_384, true);

    /** No fragment (RFC 6749 §3.1.2), and nothing that an address has to encode. */
    private static final Pattern ADDRESS_CHARACTERS = Pattern.compile("[^#\\s\\p{Cntrl}]+");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
    private static final long LONGEST_LIFESPAN = 31_536_000;
    private static final long LONGEST_STATE = 65_536;

    /**
     * Reads a mapper's settings. A setting that is empty or can't be read holds its default; {@link
     * #problems} names those that can't.
     *
     * @param config the mapper's configuration as Keycloak stores it, or null
     * @return the settings
     */
    public static WindowMapperConfig from(Map<String, String> config) {
        return new WindowMapperConfig(
                number(config, LIFESPAN, LONGEST_LIFESPAN).orElse(DEFAULTS.lifespan),
                AnswerLocation.of(text(config, LOCATION)).orElse(DEFAULTS.location),
                address(config).orElse(DEFAULTS.tokenRedirectUri),
                number(config, MAX_STATE_LENGTH, LONGEST_STATE)
                        .map(Long::intValue)
                        .orElse(DEFAULTS.maxStateLength),
                !"false".equals(text(config, MINIMAL_TOKEN_RESPONSE)));
    }

    /**
     * Checks a mapper's settings.
     *
     * @param config the mapper's configuration as Keycloak stores it, or null
     * @return one sentence for each setting that can't be used: which, why, and what would do
     */
    public static List<String> problems(Map<String, String> config) {
        List<String> problems = new ArrayList<>();
        if (given(config, LIFESPAN) && number(config, LIFESPAN, LONGEST_LIFESPAN).isEmpty()) {
            problems.add(
                    wholeNumber("ID token lifespan", LIFESPAN, "seconds", LONGEST_LIFESPAN)
                            + is(config, LIFESPAN));
        }
        if (given(config, LOCATION) && AnswerLocation.of(text(config, LOCATION)).isEmpty()) {
            problems.add(
                    "Answer location (response.location) must be fragment or query."
                            + is(config, LOCATION));
        }
        if (given(config, TOKEN_REDIRECT_URI) && address(config).isEmpty()) {
            problems.add(
                    "Redirect URI of the token call (token.redirect.uri) must be an absolute http or"
                            + " https address without a fragment, like https://liveperson.net."
                            + is(config, TOKEN_REDIRECT_URI));
        }
        if (given(config, MAX_STATE_LENGTH)
                && number(config, MAX_STATE_LENGTH, LONGEST_STATE).isEmpty()) {
            problems.add(
                    wholeNumber("Longest state", MAX_STATE_LENGTH, "characters", LONGEST_STATE)
                            + is(config, MAX_STATE_LENGTH));
        }
        if (given(config, MINIMAL_TOKEN_RESPONSE)
                && !List.of("true", "false").contains(text(config, MINIMAL_TOKEN_RESPONSE))) {
            problems.add(
                    "Minimal token response (minimal.token.response) must be true or false."
                            + is(config, MINIMAL_TOKEN_RESPONSE));
        }
        return problems;
    }

    /**
     * Describes the settings for the Admin console.
     *
     * @return one property for each setting, with label, help text and default
     */
    public static List<ProviderConfigProperty> properties() {
        return WindowMapperProperties.all();
    }

    // No apostrophes and no braces in these sentences: Keycloak runs them through MessageFormat.
    private static String wholeNumber(String label, String name, String unit, long most) {
        return label + " (" + name + ") must be a whole number of " + unit + ", 1 to " + most + ".";
    }

    private static String is(Map<String, String> config, String name) {
        return " It is " + PastedText.shown(text(config, name)) + ".";
    }

    private static boolean given(Map<String, String> config, String name) {
        return !text(config, name).isEmpty();
    }

    private static String text(Map<String, String> config, String name) {
        String value = config == null ? null : config.get(name);
        return value == null ? "" : PastedText.name(value);
    }

    private static Optional<Long> number(Map<String, String> config, String name, long most) {
        String value = text(config, name);
        if (!DIGITS.matcher(value).matches()) {
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(value)).filter(n -> n >= 1 && n <= most);
    }

    private static Optional<String> address(Map<String, String> config) {
        String value = text(config, TOKEN_REDIRECT_URI);
        return Optional.of(value)
                .filter(ADDRESS_CHARACTERS.asMatchPredicate())
                .filter(v -> WebOrigin.of(v.split("\\?", 2)[0]).isPresent());
    }
}
