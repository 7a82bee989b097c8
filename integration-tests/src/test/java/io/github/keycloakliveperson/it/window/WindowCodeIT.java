package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** The code that a window gets, in the hands of LivePerson and of others (L17, L21). */
@RealKeycloak
@Tag("core")
@DisplayName("A code of the external window")
class WindowCodeIT {

    @InjectRealm private static TestRealm realm;
    private static WindowClient client;
    private static WindowClient otherClient;
    private static String consumer;

    @BeforeAll
    static void setUp() {
        client = WindowClient.code(realm, "code", Map.of());
        otherClient = WindowClient.code(realm, "other", Map.of());
        consumer = realm.user("consumer", Map.of());
    }

    @Test
    @DisplayName("works once")
    void once() {
        String code = code();

        assertThat(redeem(code, WINDOW).status()).isEqualTo(200);
        assertThat(redeem(code, WINDOW).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("is for exactly its redirect URI (K10)")
    void redirectUri() {
        assertThat(redeem(code(), WINDOW + "/").status()).isEqualTo(400);
        assertThat(redeem(code(), "https://liveperson.net").status()).isEqualTo(400);
        assertThat(redeem(code(), realm.livePerson("callback").toString()).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("is for its client")
    void otherClient() {
        assertThat(otherClient.redeem(code(), WINDOW, Map.of()).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("ends with its session")
    void session() {
        String code = code();
        realm.admin().users().get(consumer).logout();

        assertThat(redeem(code, WINDOW).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("lives as long as the realm's codes")
    void expiry() {
        codeLifespan(2);
        try {
            String code = code();
            // Keycloak counts whole seconds
            LockSupport.parkNanos(3_500_000_000L);

            assertThat(redeem(code, WINDOW).status()).isEqualTo(400);
        } finally {
            codeLifespan(60);
        }
    }

    private static void codeLifespan(int seconds) {
        RealmRepresentation settings = realm.admin().toRepresentation();
        settings.setAccessCodeLifespan(seconds);
        realm.admin().update(settings);
    }

    @Test
    @DisplayName("isn't the one in the callback's address, which is used up")
    void spent() {
        WindowReturn begun = begin();
        begun.finish();

        assertThat(redeem(begun.code(), WINDOW).status()).isEqualTo(400);
        assertThat(redeem(begun.code(), realm.livePerson("callback").toString()).status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("is never created from another client's code, which stays valid")
    void otherClientsCode() {
        WindowReturn mine = begin();
        String theirs = WindowReturn.of(otherClient, mine.browser(), STATE).code();

        assertThat(mine.finishWith(theirs).location()).startsWith(WINDOW + "?error=server_error");
        assertThat(
                        otherClient
                                .redeem(theirs, realm.livePerson("callback").toString(), Map.of())
                                .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("is never created from one that was issued for another address")
    void codeForAnotherAddress() {
        WindowReturn mine = begin();
        String embedded =
                new RelyingParty(realm, client.client())
                        .signIn(mine.browser(), "consumer", Map.of())
                        .get("code");

        assertThat(mine.finishWith(embedded).location()).startsWith(WINDOW + "?error=server_error");
    }

    private static WindowReturn begin() {
        return WindowReturn.of(client, WindowReturn.signedIn(client), STATE);
    }

    private static String code() {
        return WindowClient.code(begin().finish().location());
    }

    private static TokenAnswer redeem(String code, String redirectUri) {
        return client.redeem(code, redirectUri, Map.of());
    }
}
