package io.github.keycloakliveperson.window;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the stock authorization endpoint is asked on behalf of the window, in place of what K1, K2,
 * K5 to K8 and K12 get wrong: a short {@code state}, {@code openid} in the scope, a nonce where
 * Keycloak wants one. Everything that steers the sign-in goes on as it came.
 *
 * @param type what is asked for
 * @param scope with {@code openid} in it
 * @param nonce LivePerson's, raw; empty when it sent none
 * @param passedOn raw parameters joined by {@code &}, empty or ending in {@code &}
 */
public record StockRequest(AnswerType type, String scope, Optional<String> nonce, String passedOn) {

    private static final String SCOPE = "scope";
    private static final String NONCE = "nonce";
    private static final String OPENID = "openid";

    private static final List<String> PASSED_ON =
            List.of(
                    "code_challenge",
                    "code_challenge_method",
                    "prompt",
                    "login_hint",
                    "ui_locales",
                    "acr_values",
                    "kc_idp_hint",
                    "max_age");

    /** Everything that is read from the window's request for the stock endpoint. */
    static final List<String> PARAMETERS =
            Stream.concat(PASSED_ON.stream(), Stream.of(SCOPE, NONCE)).toList();

    /** Takes what goes on from the window's request; empty when the scope can't be read. */
    static Optional<StockRequest> of(RawQuery query, AnswerType type) {
        Optional<String> scope =
                query.raw(SCOPE).isPresent() ? query.value(SCOPE) : Optional.of("");
        StringBuilder passedOn = new StringBuilder();
        for (String name : PASSED_ON) {
            query.raw(name).ifPresent(v -> passedOn.append(name).append('=').append(v).append('&'));
        }
        Optional<String> nonce = query.raw(NONCE).filter(n -> !n.isEmpty());
        return scope.map(s -> new StockRequest(type, withOpenId(s), nonce, passedOn.toString()));
    }

    /**
     * Tells the scopes that are asked for.
     *
     * @return their names, {@code openid} among them
     */
    public Set<String> scopes() {
        return Arrays.stream(scope.split(" "))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.toSet());
    }

    /**
     * Writes the request.
     *
     * @param clientId the client
     * @param redirectUri our callback
     * @param handle what comes back as {@code state}
     * @param freshNonce the nonce where the window sent none and one is needed (K1, L26)
     * @return the raw query for the stock endpoint
     */
    public String query(String clientId, String redirectUri, String handle, String freshNonce) {
        StringBuilder query = new StringBuilder(passedOn);
        query.append("client_id=").append(PercentEncoding.encode(clientId));
        query.append("&redirect_uri=").append(PercentEncoding.encode(redirectUri));
        query.append("&response_type=").append(type.value());
        query.append("&scope=").append(PercentEncoding.encode(scope));
        query.append("&state=").append(handle);
        if (type == AnswerType.ID_TOKEN) {
            query.append("&response_mode=form_post");
            query.append("&nonce=").append(nonce.orElse(freshNonce));
        } else {
            nonce.ifPresent(n -> query.append("&nonce=").append(n));
        }
        return query.toString();
    }

    private static String withOpenId(String scope) {
        if (scope.isBlank()) {
            return OPENID;
        }
        return List.of(scope.split(" ")).contains(OPENID) ? scope : OPENID + " " + scope;
    }
}
