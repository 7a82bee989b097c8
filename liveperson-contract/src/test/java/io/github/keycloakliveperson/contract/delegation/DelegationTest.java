package io.github.keycloakliveperson.contract.delegation;

import static io.github.keycloakliveperson.contract.clause.Verdict.FAIL;
import static io.github.keycloakliveperson.contract.clause.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwtPublicKey;
import io.github.keycloakliveperson.contract.token.TokenAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LivePerson's verdict on a bot's tokens; the rows are faults, one at a time. */
@DisplayName("Consumer delegation")
class DelegationTest {

    private static final Set<String> SCOPES = Set.of("bill.read");

    /** The payload is {@code {"lp_sdes":[]}}. */
    private static final String WITH_BRAND_DATA = "e30.eyJscF9zZGVzIjpbXX0.x";

    private static final String SOUND =
            """
            {'access_token':'e30.e30.x','expires_in':300,'scope':'openid bill.read',
             'token_type':'Bearer','id_token':'a.b.c','refresh_token':'r'}""";

    private static TokenAnswer answer(int status, String body) {
        try {
            return new TokenAnswer(
                    status,
                    "application/json",
                    "no-store",
                    new ObjectMapper().readTree(body.replace('\'', '"')),
                    "access_token",
                    Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TokenAnswer changed(String change) {
        var parts = change.split("→", -1);
        assertThat(SOUND).contains(parts[0]);
        return answer(200, SOUND.replace(parts[0], parts[1]));
    }

    private static void judged(
            List<Finding> findings, Clause clause, String attempt, Verdict verdict) {
        assertThat(findings).extracting(Finding::clause).containsOnly(clause);
        assertThat(findings)
                .filteredOn(finding -> finding.verdict() != PASS)
                .allSatisfy(finding -> assertThat(finding.fix()).isNotBlank())
                .extracting(finding -> finding.attempt() + " " + finding.verdict())
                .isEqualTo(verdict == PASS ? List.of() : List.of(attempt + " " + verdict));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "e30.e30.x→e30.e30.y | access token | PASS",
                "e30.e30.x→opaque | access token | PASS",
                "e30.e30.x→a..c | access token | PASS",
                "e30.e30.x→NotApplicable | access token | FAIL",
                "e30.e30.x→a.b.c | access token | FAIL",
                "e30.e30.x→ | access token | FAIL",
                "'access_token'→'x' | access token | FAIL",
                "e30.e30.x→" + WITH_BRAND_DATA + " | brand data | WARN",
                "300→'300' | expires_in | FAIL",
                "300→0 | expires_in | FAIL",
                "'expires_in'→'x' | expires_in | FAIL",
                "'scope'→'x' | scope | FAIL",
                "openid bill.read→openid | scope | FAIL",
                "openid bill.read→bill.readall | scope | FAIL"
            })
    @DisplayName("L39, L40: the access token is real, has a lifespan and the API's scopes")
    void tokens(String change, String attempt, Verdict verdict) {
        var answer = changed(change);

        judged(AuthenticatedDelegation.judge(answer, SCOPES), Clause.L39, attempt, verdict);
        judged(UnauthenticatedDelegation.judge(answer, SCOPES), Clause.L40, attempt, verdict);
    }

    @Test
    @DisplayName("L39 requires a refresh token, and L40 ignores it")
    void refreshToken() {
        var without = changed("'refresh_token'→'x'");

        judged(AuthenticatedDelegation.judge(without, SCOPES), Clause.L39, "refresh token", FAIL);
        judged(UnauthenticatedDelegation.judge(without, SCOPES), Clause.L40, "", PASS);
    }

    @Test
    @DisplayName("L39, L40: a refusal is reported as it came")
    void refused() {
        var refused = answer(400, "{'error':'invalid_grant'}");

        assertThat(UnauthenticatedDelegation.judge(refused, SCOPES))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.verdict()).isEqualTo(FAIL);
                            assertThat(finding.evidence()).isEqualTo("HTTP 400 invalid_grant");
                        });
        judged(
                AuthenticatedDelegation.judgeRenewal(changed("r→r"), refused, SCOPES),
                Clause.L39,
                "renewal",
                FAIL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "e30.e30.x→e30.e30.y | PASS",
                "e30.e30.x→e30.e30.x | FAIL",
                "e30.e30.x→NotApplicable | FAIL",
                "bill.read→email | FAIL"
            })
    @DisplayName("L39: a renewal brings a new access token with the same scopes")
    void renewal(String change, Verdict verdict) {
        var findings =
                AuthenticatedDelegation.judgeRenewal(changed("r→r"), changed(change), SCOPES);

        judged(findings, Clause.L39, "renewal", verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "https://va.idp.liveperson.net/callback/12345678/redirectCode, true",
        "http://localhost:8082/callback/12345678/redirectCode, true",
        "http://va.idp.liveperson.net/callback/12345678/redirectCode, false",
        "https://va.idp.liveperson.net/callback/12345678/redirectCode/, false",
        "https://va.idp.liveperson.net/callback//redirectCode, false",
        "https://liveperson.net, false"
    })
    @DisplayName("L40: the redirect URI is LivePerson's callback of the account")
    void redirectUri(String redirectUri, boolean right) {
        var findings =
                UnauthenticatedDelegation.judgeForm(
                        connector(false, JwtPublicKey.CONSUMER_DELEGATION), redirectUri);

        judged(findings, Clause.L40, "redirect URI", right ? PASS : FAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "false, CONSUMER_DELEGATION, PASS",
        "true, CONSUMER_DELEGATION, FAIL",
        "false, k, FAIL"
    })
    @DisplayName("L40: the connector says that it delegates, and has no PKCE")
    void connector(boolean pkce, String key, Verdict verdict) {
        var findings =
                UnauthenticatedDelegation.judgeForm(
                        connector(pkce, key), "https://i.example/callback/1/redirectCode");

        judged(findings, Clause.L40, "connector", verdict);
    }

    @Test
    @DisplayName("L40: state comes back unchanged")
    void state() {
        assertThat(UnauthenticatedDelegation.judgeState("a+b", Optional.of("a+b")).verdict())
                .isEqualTo(PASS);
        assertThat(UnauthenticatedDelegation.judgeState("a+b", Optional.of("a b")).verdict())
                .isEqualTo(FAIL);
        assertThat(UnauthenticatedDelegation.judgeState("a+b", Optional.empty()).verdict())
                .isEqualTo(FAIL);
    }

    private static Connector connector(boolean pkce, String key) {
        return new Connector(
                AuthenticationType.CODE,
                pkce,
                "Bot",
                "https://id.example",
                URI.create("https://id.example/authorize"),
                Optional.of(URI.create("https://id.example/token")),
                "bot",
                Optional.of(new ClientSecret("secret")),
                new JwtPublicKey(key),
                Connector.DEFAULT_JS_METHOD,
                "");
    }
}
