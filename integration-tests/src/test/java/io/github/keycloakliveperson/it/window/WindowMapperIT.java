package io.github.keycloakliveperson.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** The token side of the window mapper, on a real Keycloak through its stock endpoints. */
@RealKeycloak
@Tag("core")
@DisplayName("The window mapper")
class WindowMapperIT {

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    @Nested
    @DisplayName("with the minimal token response (L20)")
    class Minimal {

        @Test
        @DisplayName("returns only the id_token, without at_hash")
        void trimmed() {
            TokenAnswer answer = code("trimmed", null).tokens("consumer");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("access_token")).isEqualTo("NotApplicable");
            assertThat(answer.text("token_type")).isEqualTo("Bearer");
            assertThat(answer.body().has("refresh_token")).isFalse();
            assertThat(answer.idTokenClaims().has("at_hash")).isFalse();
            assertThat(answer.response().headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
        }

        @Test
        @DisplayName("returns no refresh token in the password grant and for offline access")
        void otherGrants() {
            TestClient client =
                    realm.client("trimmed-grants", c -> c.setDirectAccessGrantsEnabled(true));
            realm.mapper(client, WindowClient.MAPPER, Map.of());
            RelyingParty party = new RelyingParty(realm, client);

            TokenAnswer password =
                    party.token(
                            Map.of(
                                    "grant_type", "password",
                                    "username", "consumer",
                                    "password", TestRealm.PASSWORD,
                                    "scope", "openid offline_access"));

            assertThat(password.status()).isEqualTo(200);
            assertThat(password.text("access_token")).isEqualTo("NotApplicable");
            assertThat(password.body().has("refresh_token")).isFalse();
        }

        @Test
        @DisplayName("also applies to the implicit flow's access token")
        void implicit() {
            TestClient client =
                    realm.client("trimmed-implicit", c -> c.setImplicitFlowEnabled(true));
            realm.mapper(client, WindowClient.MAPPER, Map.of());

            Map<String, String> answer =
                    new RelyingParty(realm, client)
                            .signIn(
                                    "consumer",
                                    Map.of("response_type", "id_token token", "nonce", "n"));

            assertThat(answer.get("access_token")).isEqualTo("NotApplicable");
            JsonNode claims = TokenAnswer.claims(answer.get("id_token"));
            assertThat(claims.has("at_hash")).isFalse();
            assertThat(claims.get("s_hash").asText())
                    .as("the stock endpoint's state is the client's own")
                    .isEqualTo(halfHash("some-state"));
        }

        @Test
        @DisplayName("turned off, keeps tokens, refresh and a correct at_hash")
        void untrimmed() {
            TestClient client = realm.codeClient("untrimmed");
            realm.mapper(
                    client,
                    WindowClient.MAPPER,
                    Map.of("minimal.token.response", "false", "id.token.lifespan", "1000"));
            RelyingParty party = new RelyingParty(realm, client);

            TokenAnswer first = party.tokens("consumer");
            TokenAnswer second = party.refresh(first.text("refresh_token"));

            for (TokenAnswer answer : List.of(first, second)) {
                assertThat(answer.text("access_token")).contains(".");
                assertThat(answer.idTokenClaims().get("at_hash").asText())
                        .isEqualTo(halfHash(answer.text("access_token")));
                assertThat(lifetime(answer.idTokenClaims())).isEqualTo(1000);
            }
        }
    }

    @Test
    @DisplayName("works from a client scope too")
    void inAScope() {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("liveperson");
        scope.setProtocol("openid-connect");
        scope.setProtocolMappers(
                List.of(
                        TestRealm.mapperOf(
                                WindowClient.MAPPER, Map.of("id.token.lifespan", "42"))));
        TestClient client = realm.codeClient("scoped");
        try (Response response = realm.admin().clientScopes().create(scope)) {
            realm.admin()
                    .clients()
                    .get(client.id())
                    .addDefaultClientScope(CreatedResponseUtil.getCreatedId(response));
        }

        TokenAnswer answer = new RelyingParty(realm, client).tokens("consumer");

        assertThat(lifetime(answer.idTokenClaims())).isEqualTo(42);
        assertThat(answer.text("access_token")).isEqualTo("NotApplicable");
    }

    @Test
    @DisplayName("says what is wrong when a setting can't be used")
    void refusedSettings() {
        TestClient client = realm.codeClient("refused");

        try (Response response =
                realm.tryMapper(client, WindowClient.MAPPER, Map.of("id.token.lifespan", "1h"))) {
            assertThat(response.getStatus()).isEqualTo(400);
            assertThat(response.readEntity(String.class))
                    .contains("id.token.lifespan", "whole number of seconds");
        }
    }

    private static RelyingParty code(String clientId, Integer lifespan) {
        TestClient client = realm.codeClient(clientId);
        realm.mapper(
                client,
                WindowClient.MAPPER,
                lifespan == null ? Map.of() : Map.of("id.token.lifespan", lifespan.toString()));
        return new RelyingParty(realm, client);
    }

    private static long lifetime(JsonNode claims) {
        return claims.get("exp").asLong() - claims.get("iat").asLong();
    }

    /** OpenID Connect Core 3.1.3.6. */
    private static String halfHash(String value) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
