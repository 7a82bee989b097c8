package io.github.keycloakliveperson.window.external;

import io.github.keycloakliveperson.window.address.RawQuery;
import io.github.keycloakliveperson.window.address.WindowUri;
import io.github.keycloakliveperson.window.external.WindowRequest.Dialect;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import java.util.Optional;

/**
 * Decides about a request of LivePerson's window (L22, L23, L29). The client and the window's
 * address have been checked before: from here on every answer goes to the window.
 */
public record WindowAuthorization(RawQuery query, WindowUri window, LivePersonClient client) {

    private static final String STATE = "state";
    private static final String RESPONSE_TYPE = "response_type";
    private static final String RESPONSE_MODE = "response_mode";

    /** Where the consumer goes next. */
    public WindowDecision decide() {
        var state = query.raw(STATE).map(RawState::new);
        return new WindowRequestCheck(query, window, client)
                .problem(state)
                .map(error -> refuse(state, error))
                .orElseGet(() -> understand(state));
    }

    private WindowDecision understand(Optional<RawState> state) {
        var responseType = query.value(RESPONSE_TYPE).orElse("");
        var dialect = dialect(responseType, state.isPresent());
        if (dialect.isEmpty()) {
            return refuse(state, unusable(responseType, state.isPresent()));
        }
        var type = "code".equals(responseType) ? AnswerType.CODE : AnswerType.ID_TOKEN;
        var request = new WindowRequest(window, dialect.get(), type, state);
        return typeProblem(request)
                .<WindowDecision>map(error -> refuse(request, error))
                .orElseGet(() -> signIn(request));
    }

    private WindowDecision signIn(WindowRequest request) {
        var stock = StockRequest.of(query, request.type(), client::hasScope);
        return new WindowDecision.SignIn(
                new PendingWindow(
                        client.client().getId(), request, CodeBinding.of(stock.parameters())),
                stock);
    }

    /** L23 knows code and id_token with a state, L29 code and token without one. */
    private Optional<Dialect> dialect(String responseType, boolean hasState) {
        return switch (responseType) {
            case "id_token" -> Optional.of(Dialect.RFC);
            case "token" -> hasState ? Optional.empty() : Optional.of(Dialect.OPENID);
            case "code" ->
                    Optional.of(!hasState && window.hasOwnQuery() ? Dialect.OPENID : Dialect.RFC);
            default -> Optional.empty();
        };
    }

    private Optional<OAuthError> typeProblem(WindowRequest request) {
        var code = request.type() == AnswerType.CODE;
        var allowed =
                code
                        ? client.client().isStandardFlowEnabled()
                        : client.client().isImplicitFlowEnabled();
        if (!allowed) {
            var flow = code ? "Standard flow" : "Implicit flow";
            return Optional.of(
                    OAuthError.of("unauthorized_client", flow + " is off for this client."));
        }
        var place = request.location(client.config()).value();
        return query.has(RESPONSE_MODE) && !place.equals(query.value(RESPONSE_MODE).orElse(""))
                ? Optional.of(invalid("The only response_mode for this request is " + place + "."))
                : Optional.empty();
    }

    private static OAuthError unusable(String responseType, boolean hasState) {
        if (responseType.isEmpty()) {
            return invalid("The parameter response_type is missing or empty.");
        }
        return OAuthError.of(
                "unsupported_response_type",
                "token".equals(responseType) && hasState
                        ? "response_type token does not go with a state: ask for id_token."
                        : "response_type must be code or id_token (openID dialect: code or token).");
    }

    private static OAuthError invalid(String description) {
        return OAuthError.of("invalid_request", description);
    }

    private WindowDecision refuse(Optional<RawState> state, OAuthError error) {
        return new WindowDecision.Refuse(WindowRequest.refusal(window, state, error), error);
    }

    private WindowDecision refuse(WindowRequest request, OAuthError error) {
        return new WindowDecision.Refuse(request.answer(client.config(), error), error);
    }
}
