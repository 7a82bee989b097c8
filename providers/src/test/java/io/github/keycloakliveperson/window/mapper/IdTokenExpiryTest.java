package io.github.keycloakliveperson.window.mapper;

import static io.github.keycloakliveperson.Models.model;
import static io.github.keycloakliveperson.Models.withOnly;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

@DisplayName("An id_token expires")
class IdTokenExpiryTest {

    private static final int STARTED = 1_780_000_000;
    private static final int SSO = 36_000;
    private static final int OFFLINE = 100_000;

    private final Map<String, Object> user =
            new HashMap<>(Map.of("isOffline", false, "isRememberMe", false, "getStarted", STARTED));
    private final Map<String, Object> realm =
            new HashMap<>(
                    Map.of(
                            "getSsoSessionMaxLifespan",
                            SSO,
                            "isOfflineSessionMaxLifespanEnabled",
                            true,
                            "getOfflineSessionMaxLifespan",
                            OFFLINE));
    private String scope = "profile";

    @Test
    @DisplayName("when its lifespan is over (L7)")
    void lifespan() {
        assertThat(expiry(STARTED + 10, 3_600)).isEqualTo(STARTED + 3_610);
    }

    @Test
    @DisplayName("with its session at the latest (K13)")
    void session() {
        assertThat(expiry(STARTED + 10, SSO)).isEqualTo(STARTED + SSO);
    }

    @Test
    @DisplayName("with the offline session, if there is one or it is requested")
    void offline() {
        user.put("isOffline", true);
        assertThat(expiry(STARTED, OFFLINE + 1)).isEqualTo(STARTED + OFFLINE);

        user.put("isOffline", false);
        scope = "offline_access";
        assertThat(expiry(STARTED, OFFLINE + 1)).isEqualTo(STARTED + OFFLINE);
    }

    @ParameterizedTest
    @CsvSource({"100, 0, 100", "100, -1, 100", "100, 50999, 50", "100, 100000, 100", "1, 1, 0"})
    @DisplayName("at the earlier of both times, and a session may have no end")
    void earlier(long wanted, long sessionEnd, long expiry) {
        assertThat(IdTokenExpiry.earlier(wanted, sessionEnd)).isEqualTo(expiry);
    }

    private long expiry(long issuedAt, long lifespan) {
        AuthenticatedClientSessionModel clientSession =
                withOnly(
                        AuthenticatedClientSessionModel.class,
                        Map.of(
                                "getStarted",
                                STARTED,
                                "getRealm",
                                withOnly(RealmModel.class, realm),
                                "getClient",
                                withOnly(ClientModel.class, Map.of())));
        ClientScopeModel asked = withOnly(ClientScopeModel.class, Map.of("getName", scope));
        ClientSessionContext context =
                model(
                        ClientSessionContext.class,
                        (proxy, method, arguments) ->
                                method.getName().equals("getClientSession")
                                        ? clientSession
                                        : Stream.of(asked));
        return IdTokenExpiry.of(
                issuedAt, lifespan, withOnly(UserSessionModel.class, user), context);
    }
}
