package io.github.keycloakliveperson.window;

import java.util.ArrayList;
import java.util.List;
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

    private static final String WINDOW = "window";

    /** Stands in no address and in no query. */
    private static final String SEPARATOR = "\n";

    private static final int WITHOUT_STATE = 4;

    /**
     * Writes the store's entry, in as little memory as it takes: many windows are opened and left.
     *
     * @return names and values
     */
    public Map<String, String> toEntry() {
        List<String> parts = new ArrayList<>();
        parts.add(clientUuid);
        parts.add(request.dialect().name());
        parts.add(request.type().name());
        parts.add(request.window().original());
        request.state().ifPresent(state -> parts.add(state.characters()));
        return Map.of(WINDOW, PackedText.pack(String.join(SEPARATOR, parts)));
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
        String[] parts = PackedText.unpack(entry.get(WINDOW)).split(SEPARATOR, WITHOUT_STATE + 1);
        Optional<RawState> state =
                parts.length > WITHOUT_STATE
                        ? Optional.of(new RawState(parts[WITHOUT_STATE]))
                        : Optional.empty();
        return WindowUri.parse(parts[3])
                .map(
                        window ->
                                new PendingWindow(
                                        parts[0],
                                        new WindowRequest(
                                                window,
                                                Dialect.valueOf(parts[1]),
                                                AnswerType.valueOf(parts[2]),
                                                state)));
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
