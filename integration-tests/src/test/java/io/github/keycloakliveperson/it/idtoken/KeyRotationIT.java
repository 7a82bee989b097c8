package io.github.keycloakliveperson.it.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Keys that come and go while the server runs. A packaged server's clock can't be moved, so the
 * certificates' times are moved up to it.
 */
@RealKeycloak
@DisplayName("L14: the mapper switches to next year's key by itself")
class KeyRotationIT {

    private static final LivePersonKey OLD = LivePersonKey.make("lpsso2026");
    private static final LivePersonKey NEXT = LivePersonKey.make("lpsso2027");
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(2);

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    @Test
    void old_key_then_next_key_then_none() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant takeover = now.plusSeconds(20);
        Instant end = now.plusSeconds(40);
        EncryptedClient client =
                EncryptedClient.create(
                        realm,
                        Map.of(
                                EncryptedClient.KEY,
                                NEXT.certificate(takeover, end)
                                        + OLD.certificate(now.minusSeconds(3600), end),
                                EncryptedClient.KID,
                                "lpsso2027,lpsso2026"));
        List<Instant> nextSeen = new ArrayList<>();

        Instant deadline = end.plus(LONGEST_REQUEST);
        TokenAnswer answer = client.tokens("consumer", "openid");
        String refreshToken = answer.text("refresh_token");
        while (answer.status() == 200 && Instant.now().isBefore(deadline)) {
            Instant before = Instant.now();
            answer = client.tokens("consumer", "openid");
            Instant after = Instant.now();
            if (answer.status() == 200 && kidOf(answer).equals("lpsso2027")) {
                OpenedToken.of(answer.idToken(), NEXT, realm);
                assertThat(after).as("not before its start").isAfterOrEqualTo(takeover);
                nextSeen.add(after);
            } else if (answer.status() == 200) {
                OpenedToken.of(answer.idToken(), OLD, realm);
                assertThat(before).as("not beyond the takeover").isBefore(takeover);
            }
        }

        assertThat(nextSeen).isNotEmpty();
        assertThat(Instant.now()).isAfterOrEqualTo(end);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.idToken()).isNull();
        assertThat(answer.text("error_description"))
                .contains("Every key of public.key has expired")
                .contains("Ask LivePerson for its current key");
        TokenAnswer refreshed = client.party().refresh(refreshToken);
        assertThat(refreshed.status()).isEqualTo(400);
        assertThat(refreshed.idToken()).isNull();
        assertThat(refreshed.text("error_description")).contains("has expired");
    }

    @Test
    void a_key_whose_time_has_not_come_is_waited_for_without_a_token_in_the_clear() {
        Instant start = Instant.now().plusSeconds(3600);
        EncryptedClient client =
                EncryptedClient.create(
                        realm,
                        Map.of(
                                EncryptedClient.KEY,
                                NEXT.certificate(start, start.plusSeconds(3600)),
                                EncryptedClient.KID,
                                "lpsso2027"));

        TokenAnswer answer = client.tokens("consumer", "openid");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error_description"))
                .contains(
                        "No key of public.key is valid yet: the first one, with the kid lpsso2027");
    }

    private static String kidOf(TokenAnswer answer) {
        byte[] header = Base64.getUrlDecoder().decode(answer.idToken().split("\\.")[0]);
        return new String(header, StandardCharsets.UTF_8).replaceAll(".*\"kid\":\"(.*?)\".*", "$1");
    }
}
