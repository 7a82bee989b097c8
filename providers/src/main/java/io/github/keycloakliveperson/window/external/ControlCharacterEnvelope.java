package io.github.keycloakliveperson.window.external;

import io.github.keycloakliveperson.window.address.RawQuery;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A raw query in a form that every filter accepts: one parameter, base64url. Newer Keycloak
 * versions answer 400 to every request with an encoded control character in a parameter, before any
 * endpoint sees it; LivePerson's {@code state} may hold such characters, and nobody reads it here
 * (L25, K7).
 */
public final class ControlCharacterEnvelope {

    private static final String NAME = "liveperson_query";
    private static final String STATE = "state";

    /** Escapes of control characters other than tab, line feed and carriage return. */
    private static final Pattern CONTROL = Pattern.compile("%(?:0[0-8BCEFbcef]|1[0-9A-Fa-f])");

    private ControlCharacterEnvelope() {}

    /**
     * Wraps a query whose {@code state} holds a control character. In any other parameter they
     * aren't allowed: such a query stays unchanged, and Keycloak refuses it.
     */
    public static Optional<String> wrap(String rawQuery) {
        if (rawQuery == null || !hasControl(rawQuery)) {
            return Optional.empty();
        }
        var holders =
                RawQuery.parse(rawQuery).parameters().stream()
                        .filter(p -> hasControl(p.rawValue()))
                        .map(RawQuery.Parameter::name)
                        .distinct()
                        .toList();
        return !holders.equals(List.of(STATE))
                ? Optional.empty()
                : Optional.of(
                        NAME
                                + "="
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(
                                                rawQuery.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /**
     * Looks for their first characters first: hardly any state has them, and the JDK is fast at it.
     */
    private static boolean hasControl(String raw) {
        return (raw.contains("%0") || raw.contains("%1")) && CONTROL.matcher(raw).find();
    }

    /** The query as it was in the request, null for none. */
    public static String unwrap(String rawQuery) {
        if (rawQuery == null || !rawQuery.startsWith(NAME + "=")) {
            return rawQuery;
        }
        try {
            var query =
                    new String(
                            Base64.getUrlDecoder().decode(rawQuery.substring(NAME.length() + 1)),
                            StandardCharsets.ISO_8859_1);
            // Only what was wrapped here: nothing gets past Keycloak that it would have refused.
            return wrap(query).filter(rawQuery::equals).isPresent() ? query : rawQuery;
        } catch (IllegalArgumentException e) {
            return rawQuery;
        }
    }
}
