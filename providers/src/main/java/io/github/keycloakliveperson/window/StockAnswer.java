package io.github.keycloakliveperson.window;

import java.util.function.Function;
import java.util.regex.Pattern;

/** What the stock authorization endpoint sent to the callback, as far as it can be used. */
public sealed interface StockAnswer {

    /**
     * An authorization code or an id_token.
     *
     * @param codeOrToken what Keycloak issued
     */
    record Success(String codeOrToken) implements StockAnswer {}

    /**
     * The sign-in ended without either.
     *
     * @param error what the window is told
     */
    record Failure(OAuthError error) implements StockAnswer {}

    /** Visible ASCII: Keycloak's codes and tokens are nothing else. */
    Pattern VISIBLE = Pattern.compile("[!-~]+");

    /**
     * Reads an answer.
     *
     * @param type what was asked for
     * @param parameters tells the single value of a parameter by its name, null when there is none
     * @return the answer; one that can't be used is a failure
     */
    static StockAnswer read(AnswerType type, Function<String, String> parameters) {
        String error = parameters.apply("error");
        if (error != null) {
            return new Failure(OAuthError.relayed(error, parameters.apply("error_description")));
        }
        String value = parameters.apply(type.value());
        return value != null && VISIBLE.matcher(value).matches()
                ? new Success(value)
                : new Failure(
                        OAuthError.of(
                                "server_error",
                                "The sign-in ended without a " + type.value() + "."));
    }
}
