package io.github.keycloakliveperson.it.sde;

import static io.github.keycloakliveperson.it.sde.Sde.CUSTOMER;
import static io.github.keycloakliveperson.it.sde.Sde.PERSONAL;
import static io.github.keycloakliveperson.it.sde.Sde.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The places beside the id_token where a real Keycloak could show a consumer's data. */
@RealKeycloak
@DisplayName("Apart from the id_token, lp_sdes is")
class SdePlacesIT {

    @InjectRealm private static TestRealm realm;

    @BeforeAll
    static void setUp() {
        realm.user("consumer", Map.of("tier", List.of("gold")));
    }

    @Test
    @DisplayName("never in the access token or its introspection, even if configured")
    void accessToken() {
        TestClient eager = realm.codeClient("eager");
        realm.mapper(
                eager,
                CUSTOMER,
                Map.of(
                        "ctype", "tier",
                        "access.token.claim", "true",
                        "introspection.token.claim", "true",
                        "lightweight.claim", "true"));
        realm.mapper(
                eager,
                "oidc-audience-mapper",
                Map.of("included.client.audience", "eager", "access.token.claim", "true"));
        RelyingParty eagerParty = new RelyingParty(realm, eager);
        TokenAnswer answer = eagerParty.tokens("consumer");
        String accessToken = answer.text("access_token");

        assertThat(answer.idTokenClaims().has("lp_sdes")).isTrue();
        assertThat(TokenAnswer.claims(accessToken).has("lp_sdes")).isFalse();
        String introspection = introspect(eager, accessToken);
        assertThat(json(introspection).get("active").asBoolean()).isTrue();
        assertThat(json(introspection).has("lp_sdes")).isFalse();
    }

    @Test
    @DisplayName("in userinfo only for mappers whose userinfo.token.claim is on")
    void userinfo() {
        TestClient quiet = realm.codeClient("quiet");
        realm.mapper(quiet, CUSTOMER, Map.of("ctype", "tier"));
        assertThat(userinfo(new RelyingParty(realm, quiet)).has("lp_sdes"))
                .as("off by default")
                .isFalse();

        TestClient asking = realm.codeClient("asking");
        realm.mapper(asking, CUSTOMER, Map.of("ctype", "tier", "userinfo.token.claim", "true"));
        realm.mapper(asking, PERSONAL, Map.of("firstname", "value:Jo", "id.token.claim", "true"));

        assertThat(userinfo(new RelyingParty(realm, asking)).get("lp_sdes"))
                .isEqualTo(json("[{\"type\":\"ctmrinfo\",\"info\":{\"ctype\":\"gold\"}}]"));
    }

    private static JsonNode userinfo(RelyingParty who) {
        String accessToken = who.tokens("consumer").text("access_token");
        return json(
                new ConsumerBrowser()
                        .send(
                                HttpRequest.newBuilder(realm.protocol("userinfo"))
                                        .header("Authorization", "Bearer " + accessToken))
                        .body());
    }

    private static String introspect(TestClient who, String accessToken) {
        return form(
                "token/introspect",
                Map.of(
                        "client_id", who.clientId(),
                        "client_secret", who.secret(),
                        "token", accessToken));
    }

    private static String form(String endpoint, Map<String, String> form) {
        return new ConsumerBrowser().post(realm.protocol(endpoint), form).body();
    }
}
