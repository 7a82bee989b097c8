package io.github.keycloakliveperson.check.clause;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.keycloakliveperson.check.browser.Encoding;
import java.util.Base64;
import java.util.Map;

/** The ways to tell the token endpoint who asks; LivePerson's is the first (L18). */
enum ClientAuthentication {
    RAW_BASIC,
    /** As RFC 6749 §2.3.1 wants it; LivePerson doesn't. */
    ENCODED_BASIC,
    /** As older LivePerson documents show it. */
    BODY;

    Map<String, String> headers(String clientId, String secret) {
        return switch (this) {
            case RAW_BASIC -> basic(clientId, secret);
            case ENCODED_BASIC -> basic(Encoding.encode(clientId), Encoding.encode(secret));
            case BODY -> Map.of();
        };
    }

    String form(String clientId, String secret) {
        return this == BODY
                ? "&client_id="
                        + Encoding.encode(clientId)
                        + "&client_secret="
                        + Encoding.encode(secret)
                : "";
    }

    private static Map<String, String> basic(String id, String secret) {
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
        return Map.of("Authorization", "Basic " + pair);
    }
}
