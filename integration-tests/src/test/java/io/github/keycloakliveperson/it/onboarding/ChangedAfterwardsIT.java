package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** What administrators do to a realm that serves LivePerson already. */
@RealKeycloak
@Tag("core")
@DisplayName("A realm that serves LivePerson")
class ChangedAfterwardsIT {

    @AutoClose private TestRealm realm;

    @BeforeEach
    void setUp(KeycloakUnderTest keycloak) {
        realm = TestRealm.create(keycloak);
        realm.user("consumer", Map.of());
    }

    @Test
    @DisplayName(
            "keeps two accounts apart: the same consumer, two clients, and no code "
                    + "works for the other one")
    void twoAccounts() {
        WindowClient first = onboard("account-1");
        WindowClient second = onboard("account-2");
        ConsumerBrowser browser = new ConsumerBrowser();

        JsonNode firstToken = redeem(first, code(first, browser));
        String secondCode = code(second, browser);

        assertThat(first.redeem(secondCode, WindowClient.WINDOW, Map.of()).status()).isEqualTo(400);
        JsonNode secondToken = redeem(second, code(second, browser));
        assertThat(secondToken.path("sub")).isEqualTo(firstToken.path("sub"));
        assertThat(firstToken.path("aud").asText()).isEqualTo("account-1");
        assertThat(secondToken.path("aud").asText()).isEqualTo("account-2");
    }

    @Test
    @DisplayName("works with a client id that needs encoding everywhere (K37)")
    void oddClientId() {
        String clientId = "a b/\u00fc?";
        WindowClient client = WindowClient.code(realm, clientId, Map.of());
        TestClient encoded =
                new TestClient(
                        client.client().id(), Query.encode(clientId), client.client().secret());
        URI request = new WindowClient(realm, encoded).rfc("code", "s", "");

        String window = client.window(new ConsumerBrowser(), request);

        JsonNode token = redeem(client, WindowClient.raw(window, "code"));
        assertThat(token.path("aud").asText()).isEqualTo(clientId);
    }

    @Test
    @DisplayName(
            "renamed: the checks name both return addresses, and no consumer signs in "
                    + "for nothing")
    void renamed(KeycloakUnderTest keycloak) {
        WindowClient client = onboard("lp");
        RealmRepresentation settings = realm.admin().toRepresentation();
        settings.setRealm(realm.name() + "-new");
        realm.admin().update(settings);
        realm.leave();
        realm = TestRealm.existing(keycloak, settings.getRealm());

        assertThat(AdminApi.of(realm).statuses(client.client().id()))
                .containsEntry("callback", "fail")
                .containsEntry("silent-return", "fail");
        WindowClient renamed = new WindowClient(realm, client.client());
        assertThat(renamed.window(new ConsumerBrowser(), renamed.rfc("code", "s", "")))
                .contains("error=server_error")
                .contains("state=s");
    }

    @Test
    @DisplayName("with a copied client: the checks name its silent return")
    void copied() {
        WindowClient client = onboard("lp");
        ClientRepresentation copy =
                realm.admin().clients().get(client.client().id()).toRepresentation();
        copy.setId(null);
        copy.setClientId("copy");
        copy.getProtocolMappers().forEach(mapper -> mapper.setId(null));
        realm.admin().clients().create(copy).close();
        String id = realm.admin().clients().findByClientId("copy").get(0).getId();

        assertThat(AdminApi.of(realm).statuses(id))
                .containsEntry("silent-return", "fail")
                .containsEntry("callback", "pass");
    }

    @Test
    @DisplayName("with another frontend URL: the connector has the issuer of the tokens (L4)")
    void otherFrontend() {
        WindowClient client = onboard("lp");
        RealmRepresentation settings = realm.admin().toRepresentation();
        settings.setAttributes(Map.of("frontendUrl", "https://login.brand.example/sso"));
        realm.admin().update(settings);

        JsonNode report = AdminApi.of(realm).report(client.client().id());

        String issuer = "https://login.brand.example/sso/realms/" + realm.name();
        assertThat(report.at("/connector/jwtIssuer").asText()).isEqualTo(issuer);
        assertThat(report.at("/connector/authenticationEndpoint").asText())
                .isEqualTo(issuer + "/liveperson/authorize");
        assertThat(
                        new ConsumerBrowser()
                                .get(
                                        URI.create(
                                                realm.issuer()
                                                        + "/.well-known/openid-configuration"))
                                .body())
                .contains("\"" + issuer + "\"");
    }

    @Test
    @DisplayName(
            "without a signing key fails the check, and with several publishes those "
                    + "in use (L11, L12)")
    void keys() {
        WindowClient client = onboard("lp");
        List<ComponentRepresentation> providers =
                realm.admin()
                        .components()
                        .query(
                                realm.admin().toRepresentation().getId(),
                                "org.keycloak.keys.KeyProvider");
        ComponentRepresentation rsa =
                providers.stream()
                        .filter(p -> p.getProviderId().equals("rsa-generated"))
                        .findFirst()
                        .orElseThrow();
        rsa.getConfig().putSingle("enabled", "false");
        realm.admin().components().component(rsa.getId()).update(rsa);

        assertThat(AdminApi.of(realm).statuses(client.client().id()))
                .containsEntry("signing-key", "fail");
        assertThat(new ConsumerBrowser().get(realm.livePerson("jwks")).body())
                .isEqualTo("{\"keys\":[]}");

        for (String priority : List.of("1", "2", "3")) {
            ComponentRepresentation more = new ComponentRepresentation();
            more.setName("rsa-" + priority);
            more.setProviderId("rsa-generated");
            more.setProviderType("org.keycloak.keys.KeyProvider");
            more.setConfig(rsa.getConfig());
            more.getConfig().putSingle("enabled", "true");
            more.getConfig().putSingle("priority", priority);
            realm.admin().components().add(more).close();
        }

        assertThat(AdminApi.of(realm).statuses(client.client().id()))
                .containsEntry("signing-key", "pass");
        assertThat(new ConsumerBrowser().get(realm.livePerson("jwks")).body().split("\"kid\""))
                .hasSize(4);
        assertThat(redeem(client, code(client, new ConsumerBrowser())).path("sub").asText())
                .isNotEmpty();
    }

    private WindowClient onboard(String clientId) {
        JsonNode made =
                AdminApi.of(realm)
                        .create("{\"flow\":\"code\",\"clientId\":" + AdminApi.text(clientId) + "}");
        assertThat(AdminApi.statuses(made)).doesNotContainValue("fail");
        String secret = made.at("/connector/clientSecret").asText();
        return new WindowClient(realm, new TestClient(made.path("id").asText(), clientId, secret));
    }

    private static String code(WindowClient client, ConsumerBrowser browser) {
        return WindowClient.raw(client.window(browser, client.rfc("code", "s", "")), "code");
    }

    private static JsonNode redeem(WindowClient client, String code) {
        return client.redeem(code, WindowClient.WINDOW, Map.of()).idTokenClaims();
    }
}
