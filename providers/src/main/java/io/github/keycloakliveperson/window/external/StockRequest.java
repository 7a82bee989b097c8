package io.github.keycloakliveperson.window.external;

import io.github.keycloakliveperson.window.address.RawQuery;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The request to the stock authorization endpoint on behalf of the window, which avoids K1, K2, K5
 * to K8 and K12: it has a short {@code state}, {@code openid} in the scope, and a nonce if Keycloak
 * requires one. All other parameters of the sign-in are passed as values, so that none can hide
 * inside another.
 *
 * @param parameters decoded values by their names, the scope among them, the nonce if there is one
 */
public record StockRequest(AnswerType type, Map<String, String> parameters) {

    private static final String SCOPE = "scope";
    private static final String NONCE = "nonce";
    private static final String OPENID = "openid";

    /** Everything that is read from the window's request for the stock endpoint. */
    static final List<String> PARAMETERS =
            List.of(
                    SCOPE,
                    NONCE,
                    "code_challenge",
                    "code_challenge_method",
                    "prompt",
                    "login_hint",
                    "ui_locales",
                    "acr_values",
                    "kc_idp_hint",
                    "max_age");

    public StockRequest {
        parameters = Map.copyOf(parameters);
    }

    static StockRequest of(RawQuery query, AnswerType type, Predicate<String> isScope) {
        Map<String, String> parameters = new HashMap<>();
        for (var name : PARAMETERS) {
            query.value(name).ifPresent(value -> parameters.put(name, value));
        }
        parameters.remove(NONCE, "");
        parameters.put(SCOPE, scope(parameters.getOrDefault(SCOPE, ""), isScope));
        return new StockRequest(type, parameters);
    }

    /** The names of the scopes that are asked for, {@code openid} among them. */
    public Set<String> scopes() {
        return Set.of(parameters.get(SCOPE).split(" "));
    }

    /**
     * The parameters for the stock endpoint, decoded; {@code handle} comes back as {@code state},
     * and the new nonce is used if the window sent none and one is needed (K1, L26).
     */
    public Map<String, String> asked(
            String clientId, String redirectUri, String handle, String freshNonce) {
        Map<String, String> asked = new HashMap<>(parameters);
        asked.put("client_id", clientId);
        asked.put("redirect_uri", redirectUri);
        asked.put("response_type", type.value());
        asked.put("state", handle);
        if (type == AnswerType.ID_TOKEN) {
            asked.put("response_mode", "form_post");
            asked.putIfAbsent(NONCE, freshNonce);
        }
        return asked;
    }

    /** Unknown scopes are left out (RFC 6749 3.3): a scope with an argument is none of them. */
    private static String scope(String asked, Predicate<String> isScope) {
        return Stream.concat(
                        Stream.of(OPENID),
                        Arrays.stream(asked.split(" "))
                                .filter(s -> !s.isEmpty() && isScope.test(s)))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
