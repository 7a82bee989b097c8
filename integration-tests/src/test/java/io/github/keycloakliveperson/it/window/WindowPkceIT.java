package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The external window of a connector with PKCE. */
@RealKeycloak
@Tag("core")
@DisplayName("The external window with PKCE (L19)")
class WindowPkceIT {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE =
            "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                    + "&code_challenge_method=S256";

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static WindowClient pkce;

    @BeforeAll
    static void setUp() {
        pkce =
                WindowClient.of(
                        realm,
                        "pkce",
                        Map.of(),
                        c -> c.getAttributes().put("pkce.code.challenge.method", "S256"));
    }

    @Test
    @DisplayName("gets a code that works only with its verifier")
    void verifier() {
        assertThat(redeem(Map.of("code_verifier", VERIFIER)).status()).isEqualTo(200);
        assertThat(redeem(Map.of("code_verifier", "x".repeat(43))).status()).isEqualTo(400);
        assertThat(redeem(Map.of()).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("gets an error with its state when the challenge is missing")
    void missingChallenge() {
        String answer = pkce.window(new ConsumerBrowser(), pkce.rfc("code", STATE, ""));

        assertThat(answer)
                .startsWith(WINDOW + "?error=invalid_request")
                .endsWith("&state=" + STATE);
    }

    @Test
    @DisplayName(
            "gets no code that another browser got without its challenge, or with another nonce")
    void anothersCode() {
        WindowClient optional = WindowClient.code(realm, "optional", Map.of());
        ConsumerBrowser browser = new ConsumerBrowser();
        WindowReturn mine = WindowReturn.of(optional, browser, STATE, CHALLENGE + "&nonce=mine");
        for (String other : List.of("", "&nonce=mine", CHALLENGE, CHALLENGE + "&nonce=theirs")) {
            WindowReturn theirs = WindowReturn.of(optional, new ConsumerBrowser(), STATE, other);

            assertThat(mine.finishWith(theirs.code()).location())
                    .as(other)
                    .startsWith(WINDOW + "?error=server_error")
                    .endsWith("&state=" + STATE);
            mine = WindowReturn.of(optional, browser, STATE, CHALLENGE + "&nonce=mine");
        }
        String answer = mine.finish().location();
        assertThat(
                        optional.redeem(
                                        WindowClient.code(answer),
                                        WINDOW,
                                        Map.of("code_verifier", VERIFIER))
                                .status())
                .isEqualTo(200);
    }

    private static TokenAnswer redeem(Map<String, String> verifier) {
        String answer = pkce.window(new ConsumerBrowser(), pkce.rfc("code", STATE, CHALLENGE));
        return pkce.redeem(WindowClient.code(answer), WINDOW, verifier);
    }
}
