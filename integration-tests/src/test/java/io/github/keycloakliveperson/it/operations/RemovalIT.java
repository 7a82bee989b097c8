package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import io.github.keycloakliveperson.launcher.KeycloakConfiguration;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;

/** {@code docs/install.md}, "Uninstall": what an admin and a consumer see then. */
@Tag("operations")
@TestMethodOrder(OrderAnnotation.class)
@DisplayName("When the JAR is removed from a Keycloak in use")
class RemovalIT {

    @TempDir private static Path home;
    private static KeycloakConfiguration bare;
    private static KeycloakServer server;
    private static TestRealm realm;
    private static Map<Channel.Kind, Channel> channels;
    private static Person person;
    private static String start;

    @BeforeAll
    static void remove() {
        bare = KeycloakProcess.inPlace(home);
        try (KeycloakServer with =
                KeycloakServer.start(bare.withProvider(ServerSetup.extensionJar()))) {
            realm = TestRealm.create(new KeycloakProcess(with));
            channels = Channel.all(realm);
            person = Person.create(realm, "consumer");
            for (Channel channel : channels.values()) {
                new WindowVisit(channel, false, person, new ConsumerBrowser()).make();
            }
        }
        server = KeycloakServer.start(bare);
        start = server.log().text();
        realm = realm.movedTo(new KeycloakProcess(server));
    }

    @AfterAll
    static void tearDown() {
        if (server != null) {
            realm.leave();
            server.close();
        }
    }

    @Test
    @DisplayName("Keycloak starts, and doesn't report what is missing (K18)")
    void comesUp() {
        assertThat(start).contains("Listening on").doesNotContainIgnoringCase("liveperson");
        assertThat(start).doesNotContain(" ERROR ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorize?client_id=code",
                "web-auth.js",
                "jwks",
                "identity/code",
                "silent-return/code"
            })
    @DisplayName("its addresses answer 404, so LivePerson's windows and tag get nothing")
    void realmEndpoints(String endpoint) {
        assertThat(new ConsumerBrowser().get(realm.livePerson(endpoint)).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("the installation check fails")
    void adminEndpoint() {
        assertThat(AdminApi.of(realm).get("liveperson").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("Keycloak's own login page takes over, and the log names the theme")
    void theme() {
        Reply page =
                new ConsumerBrowser().get(party(Channel.Kind.CODE).authorizationRequest(Map.of()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("kc-form-login").doesNotContain("liveperson-window");
        assertThat(server.log().text())
                .contains("Failed to find LOGIN theme liveperson-window, using built-in themes");
    }

    @ParameterizedTest
    @EnumSource(names = {"CODE", "ENCRYPTED_CODE"})
    @DisplayName("the stock endpoints still work: tokens without lp_sdes, and nothing is encrypted")
    void tokens(Channel.Kind kind) {
        TokenAnswer tokens = party(kind).tokens("consumer");

        assertThat(tokens.idToken().split("\\.")).hasSize(3);
        assertThat(tokens.idTokenClaims().has("lp_sdes")).isFalse();
    }

    @Test
    @DisplayName("a disabled client gets no token: disable clients before you remove the JAR")
    void disabled() {
        var client = realm.admin().clients().get(client(Channel.Kind.PKCE).id());
        ClientRepresentation settings = client.toRepresentation();
        settings.setEnabled(false);
        client.update(settings);
        try {
            assertThat(
                            new ConsumerBrowser()
                                    .get(party(Channel.Kind.PKCE).authorizationRequest(Map.of()))
                                    .status())
                    .isEqualTo(400);
        } finally {
            settings.setEnabled(true);
            client.update(settings);
        }
    }

    @Test
    @DisplayName("the console lists none of the mappers, and nobody can add one")
    void mappers() {
        assertThat(
                        realm.admin()
                                .clients()
                                .get(client(Channel.Kind.CODE).id())
                                .getProtocolMappers()
                                .getMappersPerProtocol("openid-connect"))
                .noneMatch(mapper -> mapper.getProtocolMapper().contains("liveperson"));
        try (Response refused =
                realm.tryMapper(
                        client(Channel.Kind.CODE), "oidc-liveperson-window-mapper", Map.of())) {
            assertThat(refused.getStatus()).isEqualTo(404);
            assertThat(refused.readEntity(String.class))
                    .contains("ProtocolMapper provider not found");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("everything works as before once it is restored: no setting was lost")
    void putBack() {
        server.close();
        server = KeycloakServer.start(bare.withProvider(ServerSetup.extensionJar()));
        realm = realm.movedTo(new KeycloakProcess(server));
        for (Channel channel : channels.values()) {
            new WindowVisit(channel.at(realm), false, person, new ConsumerBrowser()).make();
        }
    }

    private static TestClient client(Channel.Kind kind) {
        return channels.get(kind).window().client();
    }

    private static RelyingParty party(Channel.Kind kind) {
        return new RelyingParty(realm, client(kind));
    }
}
