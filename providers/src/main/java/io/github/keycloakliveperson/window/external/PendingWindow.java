package io.github.keycloakliveperson.window.external;

import io.github.keycloakliveperson.window.address.WindowUri;
import io.github.keycloakliveperson.window.mapper.WindowMapperConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A window that waits for its consumer to sign in: what is kept in Keycloak's single-use store.
 *
 * @param clientUuid Keycloak's id of the client
 * @param request what the window asked for
 * @param binding what its code has to share with that
 */
public record PendingWindow(String clientUuid, WindowRequest request, CodeBinding binding) {

    private static final String CLIENT = "client";
    private static final String ASKED = "asked";
    private static final String ADDRESS = "address";
    private static final String STATE = "state";

    /**
     * Writes the store's entry. The window's state and address are kept as they came, one byte a
     * character, and are bounded together by {@code max.state.length}.
     *
     * @return names and values
     */
    public Map<String, String> toEntry() {
        Map<String, String> entry = new HashMap<>();
        entry.put(CLIENT, clientUuid);
        entry.put(
                ASKED,
                String.join(
                        " ", request.dialect().name(), request.type().name(), binding.digest()));
        entry.put(ADDRESS, request.window().original());
        request.state().ifPresent(state -> entry.put(STATE, state.characters()));
        return Map.copyOf(entry);
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
        String[] asked = entry.get(ASKED).split(" ");
        Optional<RawState> state = Optional.ofNullable(entry.get(STATE)).map(RawState::new);
        return WindowUri.parse(entry.get(ADDRESS))
                .map(
                        window ->
                                new PendingWindow(
                                        entry.get(CLIENT),
                                        new WindowRequest(
                                                window,
                                                Dialect.valueOf(asked[0]),
                                                AnswerType.valueOf(asked[1]),
                                                state),
                                        new CodeBinding(asked[2])));
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
     * Reads what the stock authorization endpoint answered.
     *
     * @param parameters the answer's parameters
     * @return the answer
     */
    public StockAnswer read(Map<String, String> parameters) {
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
