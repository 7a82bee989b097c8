package io.github.keycloakliveperson.contract.token;

import static io.github.keycloakliveperson.contract.token.TestTokens.CLAIMS;
import static io.github.keycloakliveperson.contract.token.TestTokens.ISSUER;
import static io.github.keycloakliveperson.contract.token.TestTokens.NOW;
import static io.github.keycloakliveperson.contract.token.TestTokens.claims;
import static io.github.keycloakliveperson.contract.token.TestTokens.jws;
import static io.github.keycloakliveperson.contract.token.TestTokens.verifier;
import static io.github.keycloakliveperson.contract.token.Verdicts.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
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

        assertThat(verification.flawless()).isTrue();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.subject()).isEqualTo("7f3c");
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
    @ValueSource(strings = {"\"1800003600\"", "1800003600.5", "true", "null", "1e99"})
    @DisplayName("1011: exp that is not a whole number (L2)")
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
        refused(verifier().verify(token), LivePersonError.UNNUMBERED, "L4");
    }

    @ParameterizedTest
    @CsvSource({
        "1800003600,1800003600000,L2,BREACH",
        "1800000000,1800000120,L2,BREACH",
        "1800003600,1800000300,L7,NOTE",
        "1800003600,1800090000,L7,NOTE",
        "7f3c,jane@example.com,L3,BREACH",
        "7f3c,+49 30 123456,L3,BREACH"
    })
    @DisplayName("finds milliseconds, odd life times and subjects that tell a person (L2, L3, L7)")
    void findings(String right, String wrong, String clause, Finding.Severity severity) {
        var verification = verifier().verify(jws(CLAIMS.replace(right, wrong)));

        assertThat(verification.accepted()).isTrue();
        assertThat(verification.findings())
                .anySatisfy(
                        finding -> {
                            assertThat(finding.clause()).isEqualTo(clause);
                            assertThat(finding.severity()).isEqualTo(severity);
                        });
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
        assertThat(verification.flawless()).isTrue();
        assertThat(verification.findings()).extracting(Finding::clause).containsExactly("L5");
    }

    @Test
    @DisplayName("finds a standard claim that is no string (L5)")
    void wrongStandardClaim() {
        var verification = verifier().verify(jws(claims(",\"email\":5")));

        assertThat(verification.accepted()).isTrue();
        assertThat(verification.flawless()).isFalse();
    }
}
