package io.github.keycloakliveperson.it.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import io.github.keycloakliveperson.it.idtoken.OpenedToken;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * LivePerson's bots call the brand's API as the consumer (L39, L40). Real are Keycloak, the
 * consumer's sign-in and consent, the token calls and the encryption.
 */
@RealKeycloak
@Tag("core")
class DelegationIT {

    private static final String API = "https://api.brand.example";
    private static final String REDIRECT_URI =
            "https://idp.liveperson.example/callback/12345678/redirectCode";

    private static TestRealm realm;
    private static AdminApi api;
    private static String consumer;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm =
                TestRealm.create(
                        keycloak,
                        r -> {
                            r.setBruteForceProtected(true);
                            r.setVerifyEmail(true);
                        });
        api = AdminApi.of(realm);
        consumer = realm.user("consumer", Map.of());
        for (String scope : List.of("orders", "invoices")) {
            realm.clientScope(
                    scope,
                    List.of(
                            TestRealm.mapperOf(
                                    "oidc-audience-mapper",
                                    Map.of(
                                            "included.custom.audience",
                                            API,
                                            "access.token.claim",
                                            "true"))));
        }
    }

    @AfterAll
    static void tearDown() {
        realm.close();
    }

    @Nested
    @DisplayName("L40: in an unauthenticated conversation")
    class Unauthenticated {

        @Test
        @DisplayName("LivePerson's form is filled in for it, and no check fails")
        void form() {
            JsonNode report = delegation("form");
            assertThat(AdminApi.findings(report)).containsOnlyKeys("issuer");
            assertThat(report.at("/connector/jwtPublicKey").asText())
                    .isEqualTo("CONSUMER_DELEGATION");
            assertThat(report.at("/connector/jwtIssuer").asText()).isEmpty();
            assertThat(report.at("/connector/tokenEndpoint").asText())
                    .isEqualTo(realm.protocol("token").toString());
            assertThat(AdminApi.json(api.get("liveperson")).findValuesAsText("clientId"))
                    .contains("form");
        }

        @Test
        @DisplayName(
                "the consumer opens the bot's link and consents, and the bot may do what "
                        + "was asked")
        void consents() {
            JsonNode report = delegation("consents");
            String state = "%7B%22a%22:%22%F0%9F%98%80+%3b%22%7D";
            String link = report.at("/connector/consumerLink").asText();
            assertThat(link).contains("scope=invoices+orders&");
            Map<String, String> answer =
                    consent(URI.create(link.replace("invoices+", "") + state), state);

            TokenAnswer tokens = party(report).redeem(answer.get("code"), at(REDIRECT_URI));
            assertThat(tokens.status()).isEqualTo(200);
            assertMayCallTheApi(tokens, "openid", "orders");
            assertThat(tokens.text("refresh_token")).isNull();
        }

        @Test
        @DisplayName("without openid the stock endpoint returns only the access token")
        void withoutOpenid() {
            JsonNode report = delegation("without-openid");
            URI link =
                    party(report)
                            .authorizationRequest(
                                    Map.of("redirect_uri", REDIRECT_URI, "scope", "invoices"));
            TokenAnswer tokens =
                    party(report).redeem(consent(link, "some-state").get("code"), at(REDIRECT_URI));
            assertMayCallTheApi(tokens, "invoices");
            assertThat(tokens.idToken()).isNull();
            assertThat(tokens.text("refresh_token")).isNull();
        }

        private static JsonNode delegation(String clientId) {
            return api.create(
                    "{\"clientId\":\"%s\",\"flow\":\"delegation\",\"delegationRedirectUri\":\"%s\","
                                    .formatted(clientId, REDIRECT_URI)
                            + "\"scopes\":[\"orders\",\"invoices\"]}");
        }

        /** As a consumer does: follows the link, signs in, consents. */
        private static Map<String, String> consent(URI link, String rawState) {
            ConsumerBrowser browser = new ConsumerBrowser();
            URI origin = realm.keycloak().baseUri();
            Reply page = browser.signIn(link, origin, "consumer", TestRealm.PASSWORD);
            Reply consented =
                    browser.submit(
                            page.page().selectFirst("form[action*=consent]"),
                            Map.of("accept", "Yes"));
            Reply end =
                    browser.proceed(
                            consented,
                            target -> target.startsWith(REDIRECT_URI),
                            "consumer",
                            TestRealm.PASSWORD);
            String location = end.location();
            assertThat(location).startsWith(REDIRECT_URI + "?").contains("state=" + rawState);
            return Query.of(location);
        }
    }

    @Nested
    @DisplayName("L39: in an authenticated conversation")
    class Authenticated {

        private final LivePersonKey key = LivePersonKey.make("lpsso2026");

        @Test
        @DisplayName(
                "LivePerson gets real tokens and the encrypted id_token, and can renew all "
                        + "of them")
        void renews() {
            JsonNode report = conversation("renews");
            assertThat(AdminApi.findings(report)).containsOnlyKeys("issuer");
            TokenAnswer first = party(report).tokens("consumer");
            assertWhole(first);

            TokenAnswer renewed = party(report).refresh(first.text("refresh_token"));
            assertThat(renewed.status()).isEqualTo(200);
            assertWhole(renewed);
            assertThat(renewed.text("access_token")).isNotEqualTo(first.text("access_token"));
        }

        @Test
        @DisplayName("after the consumer's sign-out, LivePerson can renew nothing")
        void signedOut() {
            JsonNode report = conversation("signed-out");
            String refreshToken = party(report).tokens("consumer").text("refresh_token");
            realm.admin().users().get(consumer).logout();
            TokenAnswer refused = party(report).refresh(refreshToken);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("error")).isEqualTo("invalid_grant");
            assertThat(refused.text("access_token")).isNull();
        }

        private void assertWhole(TokenAnswer answer) {
            assertMayCallTheApi(answer, "openid", "profile", "email", "orders");
            assertThat(answer.text("refresh_token")).isNotEmpty();
            OpenedToken idToken = OpenedToken.of(answer.idToken(), key, realm);
            assertThat(idToken.header()).containsEntry("cty", "JWT");
            assertThat(
                            idToken.claims().path("exp").asLong()
                                    - idToken.claims().path("iat").asLong())
                    .isEqualTo(3600);
            assertThat(idToken.claims().at("/lp_sdes/1/personal/firstname").asText())
                    .isEqualTo("Test");
        }

        private JsonNode conversation(String clientId) {
            return api.create(
                    "{\"clientId\":\"%s\",\"flow\":\"code\",\"delegation\":true,\"scopes\":\"orders\","
                                    .formatted(clientId)
                            + "\"livePersonKey\":\"%s\",\"livePersonKeyId\":\"%s\"}"
                                    .formatted(key.base64(), key.kid()));
        }
    }

    @Test
    @DisplayName(
            "scopes that the realm doesn't have, or that LivePerson must not have, are "
                    + "refused")
    void refused() {
        Reply answer =
                api.post(
                        "liveperson/clients",
                        "{\"clientId\":\"no\",\"flow\":\"delegation\",\"delegationRedirectUri\":"
                                + "\"https://elsewhere.example/\",\"scopes\":[\"offline_access\"]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(AdminApi.json(answer).path("fields").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("delegationRedirectUri", "scopes");
    }

    /** Only what was asked for, with the API's audience, and nothing that is for LivePerson. */
    private static void assertMayCallTheApi(TokenAnswer answer, String... scopes) {
        JsonNode claims = TokenAnswer.claims(answer.text("access_token"));
        assertThat(claims.path("aud").toString()).contains(API);
        assertThat(claims.path("sub").asText()).isEqualTo(consumer);
        assertThat(claims.has("lp_sdes")).isFalse();
        assertThat(words(claims.path("scope").asText())).containsExactlyInAnyOrder(scopes);
        assertThat(words(answer.text("scope"))).containsExactlyInAnyOrder(scopes);
        assertThat(answer.body().path("expires_in").asLong())
                .as("seconds from the answer on, not from iat")
                .isBetween(1L, claims.path("exp").asLong() - claims.path("iat").asLong());
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
    }

    private static List<String> words(String scope) {
        return Arrays.asList(scope.split(" "));
    }

    private static RelyingParty party(JsonNode report) {
        return new RelyingParty(
                realm,
                new TestClient(
                        report.path("id").asText(),
                        report.path("clientId").asText(),
                        report.at("/connector/clientSecret").asText()));
    }

    private static Map<String, String> at(String redirectUri) {
        return Map.of("redirect_uri", redirectUri);
    }
}
