package io.github.keycloakliveperson.window;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A window that waits for its consumer to sign in: what is kept in Keycloak's single-use store.
 *
 * @param clientUuid Keycloak's id of the client
 * @param request what the window asked for
 */
public record PendingWindow(String clientUuid, WindowRequest request) {

    private static final String CLIENT = "client";
    private static final String WINDOW = "window";
    private static final String DIALECT = "dialect";
    private static final String TYPE = "type";
    private static final String STATE = "state";

    /**
     * Writes the store's entry.
     *
     * @return names and values
     */
    public Map<String, String> toEntry() {
        Map<String, String> entry = new HashMap<>();
        entry.put(CLIENT, clientUuid);
        entry.put(WINDOW, request.window().original());
        entry.put(DIALECT, request.dialect().name());
        entry.put(TYPE, request.type().name());
        request.state().ifPresent(state -> entry.put(STATE, state.characters()));
        return entry;
    }

    /**
     * Reads the store's entry.
     *
     * @param entry what {@link #toEntry} wrote, or null when there is none
     * @return the window, or empty
     */
    public static Optional<PendingWindow> fromEntry(Map<String, String> entry) {
        if (entry == null) {
            return Optional.empty();
        }
        return WindowUri.parse(entry.get(WINDOW))
                .map(
                        window ->
                                new PendingWindow(
                                        entry.get(CLIENT),
                                        new WindowRequest(
                                                window,
                                                Dialect.valueOf(entry.get(DIALECT)),
                                                AnswerType.valueOf(entry.get(TYPE)),
                                                Optional.ofNullable(entry.get(STATE))
                                                        .map(RawState::new))));
    }

    /** The window's address, the client's registration of which is checked again. */
    public WindowUri window() {
        return request.window();
    }

    /** Whether the window gets a code, which has to be issued again for it. */
    public boolean wantsCode() {
        return request.type() == AnswerType.CODE;
    }

    /**
     * Reads what the stock authorization endpoint sent.
     *
     * @param parameters tells the single value of a parameter by its name, null when there is none
     * @return the answer
     */
    public StockAnswer read(UnaryOperator<String> parameters) {
        return StockAnswer.read(request.type(), parameters);
    }

    /**
     * Tells the redirect URI that LivePerson will send with the code.
     *
     * @param config the client's settings
     * @return what the code has to be bound to (L21, K10)
     */
    public String tokenRedirectUri(WindowMapperConfig config) {
        return request.tokenRedirectUri(config);
    }

    /**
     * Writes the window's answer.
     *
     * @param config the client's settings
     * @param codeOrToken what Keycloak issued
     * @return the window's address with the answer
     */
    public String answer(WindowMapperConfig config, String codeOrToken) {
        return request.answer(config, codeOrToken);
    }

    /**
     * Writes the window's answer.
     *
     * @param config the client's settings
     * @param error what went wrong
     * @return the window's address with the error
     */
    public String answer(WindowMapperConfig config, OAuthError error) {
        return request.answer(config, error);
    }
}
