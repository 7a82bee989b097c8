package io.github.keycloakliveperson.contract.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Optional;

/** The ways to authenticate at the token endpoint; LivePerson's is the first (L18). */
public enum ClientAuthentication {
    /** RFC 2617: id and secret unchanged, not form-encoded first. */
    RAW_BASIC,
    /** As RFC 6749 §2.3.1 requires; LivePerson doesn't do it. */
    ENCODED_BASIC,
    /** As older LivePerson documents show it. */
    BODY;

    Optional<String> header(String clientId, String secret) {
        return switch (this) {
            case RAW_BASIC -> basic(clientId, secret);
            case ENCODED_BASIC -> basic(encoded(clientId), encoded(secret));
            case BODY -> Optional.empty();
        };
    }

    String form(String clientId, String secret) {
        return this == BODY
                ? "&client_id=" + encoded(clientId) + "&client_secret=" + encoded(secret)
                : "";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private static Optional<String> basic(String id, String secret) {
        return Optional.of(
                "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8)));
    }
}
