package io.github.keycloakliveperson.window.mapper;

import io.github.keycloakliveperson.Setting;
import io.github.keycloakliveperson.guard.IndispensableMapper;
import io.github.keycloakliveperson.window.address.WebOrigin;
import java.util.HashMap;
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
 * @param requiredRole the role that a consumer needs
 */
public record WindowMapperConfig(
        long lifespan,
        AnswerLocation location,
        String tokenRedirectUri,
        int maxStateLength,
        boolean minimalTokenResponse,
        RequiredRole requiredRole) {

    /** No fragment (RFC 6749 §3.1.2), and nothing that an address has to encode. */
    private static final Pattern ADDRESS_CHARACTERS = Pattern.compile("[^#\\s\\p{Cntrl}]+");

    private static final Setting<Integer> LIFESPAN =
            Setting.number(
                    "id.token.lifespan",
                    "ID token lifespan",
                    3_600,
                    31_536_000,
                    "seconds",
                    "Seconds until LivePerson asks for a new token to see whether the consumer is"
                            + " still signed in. 3600 to 86400 are used in practice. A token never"
                            + " outlives the consumer's session in Keycloak.");

    private static final Setting<AnswerLocation> LOCATION =
            Setting.choice(
                    "response.location",
                    "Answer location",
                    List.of(AnswerLocation.FRAGMENT.value(), AnswerLocation.QUERY.value()),
                    AnswerLocation::of,
                    "Where the external window finds the ID token in the implicit flow: in the"
                            + " fragment of its address, or in the query. Codes always come in the"
                            + " query.");

    private static final Setting<String> TOKEN_REDIRECT_URI =
            Setting.text(
                    "token.redirect.uri",
                    "Redirect URI of the token call",
                    "https://liveperson.net",
                    WindowMapperConfig::address,
                    "an absolute http or https address without a fragment, like"
                            + " https://liveperson.net",
                    "For connectors of the openID dialect only: the redirect_uri that"
                            + " LivePerson sends to the token endpoint for the external window,"
                            + " exactly.");

    private static final Setting<Integer> MAX_STATE_LENGTH =
            Setting.number(
                    "max.state.length",
                    "Longest state",
                    16_384,
                    65_536,
                    "characters",
                    "Raw characters, as they stand in the request, together with the query of the"
                            + " address of the window, which is the state of the openID dialect. A"
                            + " longer one is answered with an OAuth error: it is never cut.");

    private static final Setting<Boolean> MINIMAL_TOKEN_RESPONSE =
            Setting.flag(
                    IndispensableMapper.TRIMMING,
                    "Minimal token response",
                    true,
                    "LivePerson needs only the ID token. When on, the access token is"
                            + " the word NotApplicable and no refresh token leaves the server, in"
                            + " every grant of this client.");

    /** Any text is read: one that names no role closes, as a role may be made after its client. */
    private static final Setting<RequiredRole> REQUIRED_ROLE =
            new Setting<>(
                    IndispensableMapper.REQUIRED_ROLE,
                    "Required role",
                    "Only consumers with this realm or client role may message, also if they have"
                            + " it through a group or a composite role. Empty: every consumer may.",
                    ProviderConfigProperty.ROLE_TYPE,
                    List.of(),
                    "",
                    text -> Optional.of(new RequiredRole(text)),
                    "a role");

    private static final List<Setting<?>> ALL =
            List.of(
                    LIFESPAN,
                    LOCATION,
                    TOKEN_REDIRECT_URI,
                    MAX_STATE_LENGTH,
                    MINIMAL_TOKEN_RESPONSE,
                    REQUIRED_ROLE);

    /** Reads a configuration, null for none; {@link #problems} names what can't be read. */
    public static WindowMapperConfig from(Map<String, String> config) {
        return new WindowMapperConfig(
                LIFESPAN.in(config),
                LOCATION.in(config),
                TOKEN_REDIRECT_URI.in(config),
                MAX_STATE_LENGTH.in(config),
                MINIMAL_TOKEN_RESPONSE.in(config),
                REQUIRED_ROLE.in(config));
    }

    /** One sentence for each setting that can't be used: which, why, and what is accepted. */
    public static List<String> problems(Map<String, String> config) {
        return ALL.stream().flatMap(setting -> setting.problem(config).stream()).toList();
    }

    /** The same configuration with the default in place of each setting that can't be used. */
    public static Map<String, String> readable(Map<String, String> config) {
        Map<String, String> readable = new HashMap<>(config);
        ALL.stream()
                .filter(setting -> setting.problem(config).isPresent())
                .forEach(setting -> readable.put(setting.name(), setting.byDefault()));
        return readable;
    }

    public static List<ProviderConfigProperty> properties() {
        return ALL.stream().<ProviderConfigProperty>map(Setting::property).toList();
    }

    private static Optional<String> address(String text) {
        return Optional.of(text)
                .filter(ADDRESS_CHARACTERS.asMatchPredicate())
                .filter(given -> WebOrigin.of(given.split("\\?", 2)[0]).isPresent());
    }
}
