package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The identity endpoint of a real Keycloak; tokens and sessions are Keycloak's own. */
@Tag("core")
@RealKeycloak
@DisplayName("identity returns to a page of the client's origins")
class IdentityIT {

    private static final String ORIGIN = "https://www.brand.example";

    @InjectRealm private static TestRealm realm;
    private static TestClient brand;

    private AskingPage page;

    @BeforeAll
    static void setUp() {
        brand = BrandClient.open(realm, "brand", ORIGIN, "+");
    }

    @BeforeEach
    void freshBrowser() {
        page = AskingPage.inFreshBrowser(realm, brand);
    }

    @Test
    @DisplayName("iss, sub and acr, exactly as in the id_token (L4, L34)")
    void signedIn() {
        page.signIn("plain", Map.of());
        Reply answer = page.ask("brand", "Origin", ORIGIN);
        JsonNode claims = new RelyingParty(realm, brand).tokens("plain").idTokenClaims();

        assertThat(answer.body())
                .isEqualTo(
                        "{\"iss\":\"%s\",\"sub\":\"%s\",\"acr\":\"loa1\"}"
                                .formatted(claims.get("iss").asText(), claims.get("sub").asText()));
        assertThat(AskingPage.header(answer, "Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(AskingPage.header(answer, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(AskingPage.header(answer, "Vary")).contains("Origin");
        assertThat(AskingPage.header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(AskingPage.header(answer, "Content-Security-Policy"))
                .contains("frame-ancestors 'none'");
    }

    @Test
    @DisplayName("204 when nobody is signed in")
    void nobody() {
        Reply answer = page.ask("brand", "Origin", ORIGIN);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(AskingPage.header(answer, "Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(AskingPage.header(answer, "Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "pairwise, oidc-sha256-pairwise-sub-mapper, pairwiseSubAlgorithmSalt, salt",
        "attribute, oidc-usermodel-attribute-mapper, user.attribute, consumerId",
        "property, oidc-usermodel-property-mapper, user.attribute, username",
        "note, oidc-usersessionmodel-note-mapper, user.session.note, AUTH_TIME",
        "hardcoded, oidc-hardcoded-claim-mapper, claim.value, everybody"
    })
    @DisplayName("the subject that the client's mappers set")
    void remapped(String name, String mapper, String setting, String value) {
        TestClient client =
                BrandClient.open(
                        realm,
                        "sub-" + name,
                        c -> {
                            c.setWebOrigins(List.of(ORIGIN));
                            // a pairwise subject without a sector identifier URI: one host
                            c.setRedirectUris(List.of(TestRealm.REDIRECT_URI));
                        });
        realm.mapper(
                client,
                mapper,
                Map.of(
                        setting,
                        value,
                        "claim.name",
                        "sub",
                        "jsonType.label",
                        "String",
                        "id.token.claim",
                        "true",
                        "access.token.claim",
                        "true"));
        String userId = realm.user("c-" + name, Map.of("consumerId", List.of("consumer-4711")));
        RelyingParty party = new RelyingParty(realm, client);
        String code = party.signIn(page.browser(), "c-" + name, Map.of()).get("code");
        String expected = party.redeem(code, Map.of()).idTokenClaims().get("sub").asText();

        assertThat(expected).isNotEqualTo(userId);
        assertThat(
                        AskingPage.json(page.ask(client.clientId(), "Origin", ORIGIN))
                                .get("sub")
                                .asText())
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("nothing before the consent that the client requires")
    void consent() {
        BrandClient.open(
                realm,
                "consent",
                client -> {
                    client.setWebOrigins(List.of(ORIGIN));
                    client.setConsentRequired(true);
                });
        page.signIn("undecided", Map.of());

        assertThat(page.ask("consent", "Origin", ORIGIN).status()).isEqualTo(204);
    }
}
