package io.github.keycloakliveperson.window.external;

import java.util.Map;
import java.util.regex.Pattern;

/** What the stock authorization endpoint answered, as far as it can be used. */
public sealed interface StockAnswer {

    /** An authorization code or an id_token. */
    record Success(String codeOrToken) implements StockAnswer {}

    /** The sign-in ended without either. */
    record Failure(OAuthError error) implements StockAnswer {}

    /** Visible ASCII: Keycloak's codes and tokens are nothing else. */
    Pattern VISIBLE = Pattern.compile("[!-~]+");

    /** The answer; one that can't be used is a failure. */
    static StockAnswer read(AnswerType type, Map<String, String> parameters) {
        var error = parameters.get("error");
        if (error != null) {
            return new Failure(OAuthError.relayed(error, parameters.get("error_description")));
        }
        var value = parameters.get(type.value());
        return value != null && VISIBLE.matcher(value).matches()
                ? new Success(value)
                : new Failure(
                        OAuthError.of(
                                "server_error",
                                "The sign-in ended without a " + type.value() + "."));
    }
}
