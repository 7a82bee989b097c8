package io.github.keycloakliveperson.it.sde;

import static io.github.keycloakliveperson.it.sde.Sde.CUSTOMER;
import static io.github.keycloakliveperson.it.sde.Sde.PERSONAL;
import static io.github.keycloakliveperson.it.sde.Sde.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.UserRepresentation;

/** The grants of a real Keycloak that give out an id_token. */
@RealKeycloak
@DisplayName("lp_sdes is in the id_token of every grant")
class SdeGrantsIT {

    private static final JsonNode GOLD =
            json(
                    """
                    [{"type": "ctmrinfo", "info": {"ctype": "gold"}},
                     {"type": "personal", "personal": {"language": "en-US"}}]
                    """);

    @InjectRealm private static TestRealm realm;
    private static TestClient client;
    private static RelyingParty party;

    @BeforeAll
    static void setUp() {
        client = allGrants("every-grant");
        realm.mapper(client, CUSTOMER, Map.of("ctype", "tier"));
        realm.mapper(client, PERSONAL, Map.of("language", "value:en_US"));
        party = new RelyingParty(realm, client);
        realm.user("consumer", Map.of("tier", List.of("gold")));
    }

    private static TestClient allGrants(String clientId) {
        return realm.client(
                clientId,
                wanted -> {
                    wanted.setImplicitFlowEnabled(true);
                    wanted.setDirectAccessGrantsEnabled(true);
                    wanted.setServiceAccountsEnabled(true);
                    wanted.getAttributes().put("standard.token.exchange.enabled", "true");
                    wanted.getAttributes().put("oauth2.device.authorization.grant.enabled", "true");
                });
    }

    private static JsonNode sdes(TokenAnswer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.idTokenClaims().get("lp_sdes");
    }

    @Test
    void the_code_grant() {
        assertThat(sdes(party.tokens("consumer"))).isEqualTo(GOLD);
    }

    @Test
    @DisplayName("the implicit flow")
    void implicit() {
        Map<String, String> answer =
                party.signIn("consumer", Map.of("response_type", "id_token", "nonce", "n"));

        assertThat(TokenAnswer.claims(answer.get("id_token")).get("lp_sdes")).isEqualTo(GOLD);
    }

    @Test
    @DisplayName("the hybrid flow")
    void hybrid() {
        Map<String, String> answer =
                party.signIn("consumer", Map.of("response_type", "code id_token", "nonce", "n"));

        assertThat(TokenAnswer.claims(answer.get("id_token")).get("lp_sdes")).isEqualTo(GOLD);
    }

    @Test
    @DisplayName("the refresh, with the current data")
    void refresh() {
        String id = realm.user("mover", Map.of("tier", List.of("silver")));
        TokenAnswer first = party.tokens("mover");
        assertThat(sdes(first).get(0).get("info").get("ctype").asText()).isEqualTo("silver");

        UserResource user = realm.admin().users().get(id);
        UserRepresentation changed = user.toRepresentation();
        changed.setAttributes(Map.of("tier", List.of("gold")));
        user.update(changed);

        assertThat(sdes(party.refresh(first.text("refresh_token")))).isEqualTo(GOLD);
    }

    @Test
    @DisplayName("the password grant, online and offline")
    void password() {
        for (String scope : List.of("openid", "openid offline_access")) {
            TokenAnswer answer =
                    party.token(
                            Map.of(
                                    "grant_type",
                                    "password",
                                    "username",
                                    "consumer",
                                    "password",
                                    TestRealm.PASSWORD,
                                    "scope",
                                    scope));
            assertThat(sdes(answer)).isEqualTo(GOLD);
            assertThat(sdes(party.refresh(answer.text("refresh_token")))).isEqualTo(GOLD);
        }
    }

    @Test
    @DisplayName("the client credentials grant, for the service account's own data")
    void clientCredentials() {
        TokenAnswer answer =
                party.token(Map.of("grant_type", "client_credentials", "scope", "openid"));

        assertThat(sdes(answer))
                .isEqualTo(json("[{\"type\":\"personal\",\"personal\":{\"language\":\"en-US\"}}]"));
    }

    @Test
    @DisplayName("the device grant")
    void device() {
        JsonNode begun =
                json(
                        form(
                                "auth/device",
                                Map.of(
                                        "client_id", client.clientId(),
                                        "client_secret", client.secret(),
                                        "scope", "openid")));
        ConsumerBrowser browser = new ConsumerBrowser();
        Reply consent =
                browser.signIn(
                        URI.create(begun.get("verification_uri_complete").asText()),
                        realm.keycloak().baseUri(),
                        "consumer",
                        TestRealm.PASSWORD);
        Element question = consent.page().selectFirst("form");
        Reply agreed = browser.submit(question, Map.of("accept", "Yes"));
        assertThat(agreed.status()).isLessThan(400);

        assertThat(
                        sdes(
                                party.token(
                                        Map.of(
                                                "grant_type",
                                                "urn:ietf:params:oauth:grant-type:device_code",
                                                "device_code",
                                                begun.get("device_code").asText()))))
                .isEqualTo(GOLD);
    }

    @Test
    @DisplayName("the token exchange, if this Keycloak has it (26.2)")
    void tokenExchange() {
        assumeFalse(
                realm.keycloak().version().matches("26\\.[01]\\..*"),
                "before 26.2 token exchange is a preview that is off by default");
        TokenAnswer exchanged =
                party.token(
                        Map.of(
                                "grant_type",
                                "urn:ietf:params:oauth:grant-type:token-exchange",
                                "subject_token",
                                party.tokens("consumer").text("access_token"),
                                "subject_token_type",
                                "urn:ietf:params:oauth:token-type:access_token",
                                "requested_token_type",
                                "urn:ietf:params:oauth:token-type:id_token",
                                "scope",
                                "openid"));

        assertThat(exchanged.status()).as(exchanged.response().body()).isEqualTo(200);
        assertThat(TokenAnswer.claims(exchanged.text("access_token")).get("lp_sdes"))
                .isEqualTo(GOLD);
    }

    private static String form(String endpoint, Map<String, String> form) {
        return new ConsumerBrowser().post(realm.protocol(endpoint), form).body();
    }
}
