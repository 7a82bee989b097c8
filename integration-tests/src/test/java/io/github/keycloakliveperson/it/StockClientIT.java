package io.github.keycloakliveperson.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A client that uses none of the mappers, on a real Keycloak with the JAR installed. */
@RealKeycloak
@Tag("core")
class StockClientIT {

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static RelyingParty stock;

    @BeforeAll
    static void setUp() {
        stock = new RelyingParty(realm, realm.codeClient("stock"));
    }

    @Test
    @DisplayName("gets the token response that stock Keycloak gives")
    void tokenResponse() {
        TokenAnswer answer = stock.tokens("consumer");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "access_token",
                        "expires_in",
                        "refresh_expires_in",
                        "refresh_token",
                        "token_type",
                        "id_token",
                        "not-before-policy",
                        "session_state",
                        "scope");
        assertThat(answer.idTokenClaims().fieldNames())
                .toIterable()
                .contains("at_hash", "sub", "iss")
                .doesNotContain("lp_sdes");
        long lifespan =
                answer.idTokenClaims().get("exp").asLong()
                        - answer.idTokenClaims().get("iat").asLong();
        // exp was worked out for the access token, iat a moment later for the id_token
        assertThat(lifespan).isBetween(295L, 300L);
    }
}
