package io.github.keycloakliveperson.contract.token;

import static io.github.keycloakliveperson.contract.token.TestTokens.CLAIMS;
import static io.github.keycloakliveperson.contract.token.TestTokens.ISSUER;
import static io.github.keycloakliveperson.contract.token.TestTokens.NOW;
import static io.github.keycloakliveperson.contract.token.TestTokens.claims;
import static io.github.keycloakliveperson.contract.token.TestTokens.jws;
import static io.github.keycloakliveperson.contract.token.TestTokens.verifier;
import static io.github.keycloakliveperson.contract.token.Verdicts.judged;
import static io.github.keycloakliveperson.contract.token.Verdicts.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.sde.VerifiedField;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("LivePerson's verification of a token: claims")
class TokenClaimsTest {

    @Test
    @DisplayName("takes a right token, other claims included (L6)")
    void accepts() {
        var verification =
                verifier()
                        .verify(
                                jws(
                                        claims(
                                                ",\"aud\":\"lp\",\"azp\":\"lp\",\"nonce\":\"n\","
                                                        + "\"auth_time\":1")));

        assertThat(verification.accepted()).isTrue();
        assertThat(verification.warnings()).isEmpty();
        assertThat(verification.subject()).isEqualTo("7f3c9a1e-5b0d");
        assertThat(verification.envelope()).isEmpty();
        assertThat(verification.header().path("kid").asText()).isEqualTo("key-1");
    }

    @Test
    @DisplayName("gives no subject of a refused token")
    void noSubject() {
        var verification = verifier().verify("nothing");

        assertThatThrownBy(verification::subject).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"iss,L2", "iat,L2", "exp,L2", "sub,L3"})
    @DisplayName("1011: a mandatory claim is missing (L2, L3)")
    void missing(String name, String clause) {
        var token = jws(CLAIMS.replace("\"" + name + "\"", "\"x\""));
        refused(verifier().verify(token), LivePersonError.CLAIM_MISSING, clause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1800003600\"", "true", "null", "1e99"})
    @DisplayName("1011: exp that is not a number of seconds (L2)")
    void notANumber(String exp) {
        var token = jws(CLAIMS.replace("1800003600", exp));
        refused(verifier().verify(token), LivePersonError.CLAIM_MISSING, "L2");
    }

    @Test
    @DisplayName("1012: expired to the second (L7)")
    void expired() {
        var token = jws(CLAIMS.replace("1800003600", "" + NOW.getEpochSecond()));
        refused(verifier().verify(token), LivePersonError.EXPIRED, "L7");
    }

    @ParameterizedTest
    @ValueSource(strings = {ISSUER + "/", "https://ID.example.com/realms/brand"})
    @DisplayName("an issuer that differs in one character is refused (L4)")
    void otherIssuer(String issuer) {
        var token = jws(CLAIMS.replace(ISSUER, issuer));
        refused(verifier().verify(token), null, "L4");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1800003600,1800003600000,L2,FAIL,CLAIM_MISSING",
                "1800003600,1800003600.5,L2,WARN,-",
                "1800000000,1800000060,L2,PASS,-",
                "1800000000,1800000061,L2,WARN,-",
                "1800000000,1800000300,L2,WARN,-",
                "1800000000,1800000301,L2,FAIL,-",
                "1800003600,1800003599,L7,WARN,-",
                "1800003600,1800003600,L7,PASS,-",
                "1800003600,1800086400,L7,PASS,-",
                "1800003600,1800086401,L7,WARN,-",
                "7f3c9a1e-5b0d,jane@example.com,L3,FAIL,-",
                "7f3c9a1e-5b0d,+49 30 123456,L3,FAIL,-",
                "7f3c9a1e-5b0d,+1 212-788-8877,L3,FAIL,-",
                "7f3c9a1e-5b0d,004915550100,L3,FAIL,-",
                "7f3c9a1e-5b0d,212-788-8877,L3,FAIL,-",
                "7f3c9a1e-5b0d,12345,L3,WARN,-",
                "7f3c9a1e-5b0d,ada,L3,WARN,-",
                "7f3c9a1e-5b0d,f:7e1b:bruno,L3,WARN,-",
                "7f3c9a1e-5b0d,3f6c2a52-1f0e-4c0b-9d0e-6a5b1d1a7c11,L3,PASS,-",
                "7f3c9a1e-5b0d,a1b2c3d4,L3,PASS,-",
                "7f3c9a1e-5b0d,' ',L3,FAIL,CLAIM_MISSING"
            })
    @DisplayName("judges times, life and subject to the second and the character (L2, L3, L7)")
    void verdicts(
            String right, String wrong, Clause clause, Verdict verdict, LivePersonError error) {
        judged(verifier().verify(jws(CLAIMS.replace(right, wrong))), verdict, clause, error);
    }

    @Test
    @DisplayName("shows the standard claims and says what phone_number becomes (L5)")
    void standardClaims() {
        var verification =
                verifier()
                        .verify(
                                jws(
                                        claims(
                                                ",\"given_name\":\"Jané\",\"gender\":\"female\","
                                                        + "\"phone_number\":\"+4930123456\"")));

        assertThat(verification.field(VerifiedField.Source.CLAIM, "given_name")).contains("Jané");
        assertThat(verification.warnings()).extracting(Finding::clause).containsExactly(Clause.L5);
    }

    @Test
    @DisplayName("finds a standard claim that is no string (L5)")
    void wrongStandardClaim() {
        refused(verifier().verify(jws(claims(",\"email\":5"))), null, "L5");
    }
}
