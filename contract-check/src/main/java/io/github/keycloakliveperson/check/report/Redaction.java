package io.github.keycloakliveperson.check.report;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The last step before something is printed: removes the values that this run knows to be secret,
 * and everything that looks like a token or an answer parameter with one.
 */
public final class Redaction {
    private static final String REMOVED = "(removed)";
    private static final int SHORTEST_SECRET = 4;
    private static final Pattern COMPACT_JOSE =
            Pattern.compile("eyJ[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){1,4}");
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile(
                    "(?i)\\b(code|token|id_token|access_token|refresh_token|session_state"
                            + "|client_secret|password|code_verifier|ssoKey)=[^&\\s\"']+");

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /**
     * Remembers a value that must never be printed.
     *
     * @param secret a code, token, password or client secret; nothing shorter than four characters
     *     is remembered, because taking out every {@code a} would garble the report
     */
    public void remember(String secret) {
        if (secret.length() >= SHORTEST_SECRET) {
            secrets.add(secret);
        }
    }

    /** The text without secrets. */
    public String apply(String text) {
        var clean = text;
        for (var secret : secrets) {
            clean = clean.replace(secret, REMOVED);
        }
        clean = COMPACT_JOSE.matcher(clean).replaceAll(REMOVED);
        return SECRET_PARAMETER.matcher(clean).replaceAll("$1=" + REMOVED);
    }
}
