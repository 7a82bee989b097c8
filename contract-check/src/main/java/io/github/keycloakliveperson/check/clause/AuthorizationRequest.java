package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.browser.Encoding;
import java.util.ArrayList;
import java.util.List;

/**
 * An authorization request, written character by character.
 *
 * @param endpoint without a query
 * @param pairs raw {@code name=value}, in order
 */
record AuthorizationRequest(String endpoint, List<String> pairs) {
    AuthorizationRequest {
        pairs = List.copyOf(pairs);
    }

    static AuthorizationRequest at(String endpoint) {
        return new AuthorizationRequest(endpoint, List.of());
    }

    /** Adds a parameter, percent-encoded. */
    AuthorizationRequest with(String name, String value) {
        return withRaw(name, Encoding.encode(value));
    }

    /** Adds a parameter whose value goes out as the characters given. */
    AuthorizationRequest withRaw(String name, String raw) {
        List<String> more = new ArrayList<>(pairs);
        more.add(name + "=" + raw);
        return new AuthorizationRequest(endpoint, more);
    }

    /** Adds the two parameters of PKCE. */
    AuthorizationRequest with(Pkce pkce) {
        return with("code_challenge", pkce.challenge()).with("code_challenge_method", "S256");
    }

    String address() {
        return endpoint + (endpoint.contains("?") ? "&" : "?") + String.join("&", pairs);
    }
}
