package io.github.keycloakliveperson.window;

import io.github.keycloakliveperson.window.embedded.WebOrigin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of LivePerson's window, from {@code redirect_uri}: an absolute http or https address
 * without a fragment, and without anything in its path that a browser and a server could read
 * differently. Whether it is one of the client's is for Keycloak to say, about {@link #base}.
 *
 * @param original as LivePerson sent it, decoded once: what the token call repeats (L21, K10)
 * @param base everything before the {@code ?}: what is compared with the registered addresses
 * @param query what is behind the {@code ?}, without LivePerson's stale answer parameters; null
 *     when there is nothing
 */
public record WindowUri(String original, String base, String query) {

    /** Answer parameters of an earlier sign-in, which Keycloak refuses in an address (K9). */
    private static final Set<String> ANSWER_PARAMETERS =
            Set.of(
                    "code",
                    "token",
                    "id_token",
                    "access_token",
                    "token_type",
                    "expires_in",
                    "state",
                    "iss",
                    "error",
                    "error_description",
                    "error_uri",
                    "session_state",
                    "response",
                    "kc_action",
                    "kc_action_status");

    /** Dot segments, however they are separated, and control characters. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("(^|[/\\\\;])\\.{1,2}($|[/\\\\;])|%(?:[01][0-9a-f]|7f)");

    /**
     * Reads a redirect URI.
     *
     * @param redirectUri decoded once
     * @return the window's address, or empty when it can't be one
     */
    public static Optional<WindowUri> parse(String redirectUri) {
        if (redirectUri.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == '#')) {
            return Optional.empty();
        }
        int mark = redirectUri.indexOf('?');
        String base = mark < 0 ? redirectUri : redirectUri.substring(0, mark);
        String query = mark < 0 ? null : withoutAnswers(redirectUri.substring(mark + 1));
        return isPlainWebAddress(base)
                ? Optional.of(new WindowUri(redirectUri, base, query))
                : Optional.empty();
    }

    /** Whether the address has a query of its own, as the openID dialect's has (L29). */
    boolean hasOwnQuery() {
        return query != null && !query.isEmpty();
    }

    /** The address with parameters behind its own query. */
    String withQuery(String parameters) {
        if (query == null) {
            return base + "?" + parameters;
        }
        String separator = query.isEmpty() || query.endsWith("&") ? "" : "&";
        return base + "?" + escapedQuery() + separator + parameters;
    }

    /** The address with a fragment. */
    String withFragment(String parameters) {
        return base + (query == null ? "" : "?" + escapedQuery()) + "#" + parameters;
    }

    /** The address without its query, which may hold the window's configuration. */
    @Override
    public String toString() {
        return base;
    }

    private String escapedQuery() {
        return PercentEncoding.escapeIllegal(query);
    }

    private static String withoutAnswers(String query) {
        String rest =
                Arrays.stream(query.split("&", -1))
                        .filter(part -> !isAnswer(RawQuery.parameter(part).name()))
                        .collect(Collectors.joining("&"));
        return rest.isEmpty() && !query.isEmpty() ? null : rest;
    }

    private static boolean isAnswer(String name) {
        return ANSWER_PARAMETERS.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlainWebAddress(String base) {
        try {
            URI uri = new URI(base);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && WebOrigin.of(base).isPresent()
                    && base.chars().allMatch(c -> c < 0x7f)
                    && !AMBIGUOUS.matcher(unmasked(uri.getRawPath())).find();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A path with its dots and slashes in the open, however often they were encoded. */
    private static String unmasked(String path) {
        String open = path.toLowerCase(Locale.ROOT);
        while (open.contains("%25")) {
            open = open.replace("%25", "%");
        }
        return open.replace("%2e", ".")
                .replace("%2f", "/")
                .replace("%5c", "\\")
                .replace("%3b", ";");
    }
}
