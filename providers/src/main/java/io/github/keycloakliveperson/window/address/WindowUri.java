package io.github.keycloakliveperson.window.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of LivePerson's window, from {@code redirect_uri}: an absolute http or https address
 * without a fragment, and without anything in its path that a browser and a server could read
 * differently. Keycloak decides whether {@link #base} is one of the client's.
 *
 * @param original as LivePerson sent it, decoded once: what the token call repeats (L21, K10)
 * @param base everything before the {@code ?}: what is compared with the registered addresses
 * @param query the text after the {@code ?}, without LivePerson's stale answer parameters; null
 *     when there is nothing
 */
public record WindowUri(String original, String base, String query) {

    /** Answer parameters of an earlier sign-in, which Keycloak refuses in an address (K9). */
    private static final Pattern ANSWER_PARAMETER =
            Pattern.compile(
                    "(?i)code|token|id_token|access_token|token_type|expires_in|state|iss|error"
                            + "|error_description|error_uri|session_state|response|kc_action"
                            + "|kc_action_status");

    /** In characters, without the query: far more than the database holds of a registered one. */
    private static final int LONGEST_BASE = 2_048;

    /** LivePerson's own page, with a version of theirs in its path (L24). */
    private static final Pattern VERSIONED =
            Pattern.compile(
                    "(https://lpcdn\\.lpsnmedia\\.net/le_unified_window/)"
                            + "[0-9][0-9A-Za-z._-]*/(index\\.html)");

    /** The window's address, or empty when it can't be one. */
    public static Optional<WindowUri> parse(String redirectUri) {
        var mark = redirectUri.indexOf('?');
        var base = mark < 0 ? redirectUri : redirectUri.substring(0, mark);
        // Lengths first, so that oversized values cost nothing
        if (base.length() > LONGEST_BASE
                || redirectUri.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == '#')
                || !isPlainWebAddress(base)) {
            return Optional.empty();
        }
        var query = mark < 0 ? null : withoutAnswers(redirectUri.substring(mark + 1));
        return Optional.of(new WindowUri(redirectUri, base, query));
    }

    /** The address to look for among the registered ones, or empty for any other page. */
    public Optional<String> unversioned() {
        var page = VERSIONED.matcher(base);
        return page.matches() ? Optional.of(page.group(1) + page.group(2)) : Optional.empty();
    }

    /** What may be recorded of an unknown address: not its path, which may contain anything. */
    public String origin() {
        var path = base.indexOf('/', base.indexOf("//") + 2);
        return path < 0 ? base : base.substring(0, path);
    }

    /** The length of what is stored and returned besides its page, in characters. */
    public int queryLength() {
        return Math.max(0, original.length() - base.length() - 1);
    }

    /** Whether the address has a query of its own, as the openID dialect's has (L29). */
    public boolean hasOwnQuery() {
        return query != null && !query.isEmpty();
    }

    public String withQuery(String parameters) {
        if (query == null) {
            return base + "?" + parameters;
        }
        var separator = query.isEmpty() || query.endsWith("&") ? "" : "&";
        return base + "?" + escapedQuery() + separator + parameters;
    }

    public String withFragment(String parameters) {
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
        var rest =
                Arrays.stream(query.split("&", -1))
                        .filter(part -> !isAnswer(RawQuery.parameter(part).name()))
                        .collect(Collectors.joining("&"));
        return rest.isEmpty() && !query.isEmpty() ? null : rest;
    }

    private static boolean isAnswer(String name) {
        return ANSWER_PARAMETER.matcher(name).matches();
    }

    private static boolean isPlainWebAddress(String base) {
        try {
            var uri = new URI(base);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && WebOrigin.of(base).isPresent()
                    && base.chars().allMatch(c -> c < 0x7f)
                    && !AmbiguousPath.is(uri.getRawPath());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
