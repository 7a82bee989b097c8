package io.github.keycloakliveperson.contract.window;

import java.util.Optional;

/**
 * What came back to the window: its own location after the sign-in.
 *
 * @param query the location's query
 * @param fragment the location's fragment
 */
public record WindowAnswer(RawParameters query, RawParameters fragment) {

    /**
     * @param search the page's {@code location.search}, with {@code ?} or empty
     * @param hash the page's {@code location.hash}, with {@code #} or empty
     * @return the answer
     */
    public static WindowAnswer of(String search, String hash) {
        return new WindowAnswer(RawParameters.parse(search), RawParameters.parse(hash));
    }

    /**
     * L27: query or fragment parameters.
     *
     * @param name a parameter's name
     * @return its value, of the query first
     */
    public Optional<String> value(String name) {
        return query.value(name).or(() -> fragment.value(name));
    }

    /** {@return the OAuth error code, when the sign-in failed} */
    public Optional<String> error() {
        return value("error");
    }

    /**
     * @param request the request this answers
     * @return the code or the token
     */
    public Optional<String> credential(WindowRequest request) {
        return value(request.answerName());
    }

    /**
     * Compares what had to come back: the state, which an RFC fragment answer has in the fragment
     * (L27), or the configuration in the openID window's query (L30).
     *
     * @param request the request this answers
     * @return the comparison
     */
    public StateComparison compare(WindowRequest request) {
        var came =
                request.dialect() == Dialect.OPENID
                        ? query.raw(WindowRequest.CONFIGURATION)
                        : query.raw("state").or(() -> fragment.raw("state"));
        return new StateComparison(request.carried(), came);
    }
}
