package io.github.keycloakliveperson.keycloak.external;

import static io.github.keycloakliveperson.Models.knowing;
import static io.github.keycloakliveperson.Models.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.window.external.CodeBinding;
import io.github.keycloakliveperson.window.external.PendingWindow;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import io.github.keycloakliveperson.window.mapper.WindowMapperConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

@DisplayName("A code of the stock endpoint is reissued for its window (K10, K17)")
class WindowCodesTest {

    private static final String CALLBACK = "https://sso.example/realms/shop/liveperson/callback";
    private static final String WINDOW = "https://window.example/index.html?a=1";
    private static final String CODE = "issued.session.uuid";
    private static final String KEY = StockAuthorization.codeKey("issued");

    private final Map<String, Map<String, String>> store = new HashMap<>();
    private final Map<String, Long> lifespans = new HashMap<>();
    private final Map<String, String> entry =
            new HashMap<>(
                    Map.of(
                            "id", "issued",
                            "user_session_id", "session",
                            "redirectUri", CALLBACK,
                            "nonce", "n",
                            "scope", "openid",
                            "exp", "" + (Time.currentTimeMillis() / 1_000 + 60)));

    @Test
    @DisplayName("under a new id, bound to what LivePerson will send, and otherwise unchanged")
    void bound() {
        store.put(KEY, entry);

        String code = codes().ofThisRequest(CODE, window("n")).orElseThrow();

        assertThat(code).matches("[A-Za-z0-9_-]{22}\\.session\\.uuid");
        String id = code.substring(0, 22);
        assertThat(store.get(StockAuthorization.codeKey(id)))
                .containsEntry("id", id)
                .containsEntry("redirectUri", WINDOW)
                .containsEntry("scope", "openid")
                .containsEntry("exp", entry.get("exp"));
        assertThat(lifespans).containsEntry(StockAuthorization.codeKey(id), 45L);
        assertThat(store).containsKey(KEY);
    }

    @Test
    @DisplayName("and is removed if it came through the browser, which works once")
    void taken() {
        store.put(KEY, entry);

        assertThat(codes().ofEarlierRequest(CODE, window("n"))).isPresent();
        assertThat(store).doesNotContainKey(KEY);
        assertThat(codes().ofEarlierRequest(CODE, window("n"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "issued", "issued.session", "issued.session.other", "a b.session.uuid"})
    @DisplayName("but not a code of another client or an invalid one, and nothing is removed")
    void anothers(String code) {
        store.put(KEY, entry);

        assertThat(codes().ofEarlierRequest(code, window("n"))).isEmpty();
        assertThat(store).containsOnlyKeys(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "user_session_id, other",
        "redirectUri, https://brand.example/",
        "nonce, another",
        "exp, 1",
    })
    @DisplayName("nor one that is bound to something else, or that has expired")
    void unlike(String name, String value) {
        entry.put(name, value);
        store.put(KEY, entry);

        assertThat(codes().ofThisRequest(CODE, window("n"))).isEmpty();
        assertThat(store).containsOnlyKeys(KEY);
    }

    private static PendingWindow window(String nonce) {
        String binding = CodeBinding.of(Map.of("nonce", nonce)).digest();
        return PendingWindow.fromEntry(
                        Map.of("client", "uuid", "asked", "RFC CODE " + binding, "address", WINDOW))
                .orElseThrow();
    }

    private WindowCodes codes() {
        SingleUseObjectProvider objects =
                model(
                        SingleUseObjectProvider.class,
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "get" -> store.get(arguments[0]);
                                    case "remove" -> store.remove(arguments[0]);
                                    case "put" -> put(arguments);
                                    default -> throw new AssertionError(method);
                                });
        RealmModel realm = knowing(RealmModel.class, Map.of("getAccessCodeLifespan", 45));
        KeycloakContext context = knowing(KeycloakContext.class, Map.of("getRealm", realm));
        KeycloakSession session =
                knowing(
                        KeycloakSession.class,
                        Map.of("singleUseObjects", objects, "getContext", context));
        return new WindowCodes(
                session,
                CALLBACK,
                new LivePersonClient(null, WindowMapperConfig.from(null), List.of()));
    }

    @SuppressWarnings("unchecked")
    private Object put(Object[] arguments) {
        lifespans.put((String) arguments[0], (Long) arguments[1]);
        store.put((String) arguments[0], (Map<String, String>) arguments[2]);
        return null;
    }
}
