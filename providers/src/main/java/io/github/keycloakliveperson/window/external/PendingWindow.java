package io.github.keycloakliveperson.window.external;

import io.github.keycloakliveperson.window.address.WindowUri;
import io.github.keycloakliveperson.window.external.WindowRequest.Dialect;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A window that waits for its consumer to sign in: what is kept in Keycloak's single-use store. */
public record PendingWindow(String clientUuid, WindowRequest request, CodeBinding binding) {

    private static final String CLIENT = "client";
    private static final String ASKED = "asked";
    private static final String ADDRESS = "address";
    private static final String STATE = "state";

    /**
     * Writes the store's entry. The window's state and address are kept as they came, one byte a
     * character, and are bounded together by {@code max.state.length}.
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

    /** Reads what {@link #toEntry} wrote, null for nothing. */
    public static Optional<PendingWindow> fromEntry(Map<String, String> entry) {
        if (entry == null) {
            return Optional.empty();
        }
        var asked = entry.get(ASKED).split(" ");
        var state = Optional.ofNullable(entry.get(STATE)).map(RawState::new);
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
}
