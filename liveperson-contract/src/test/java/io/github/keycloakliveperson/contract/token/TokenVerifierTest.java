package io.github.keycloakliveperson.contract.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.issuer.TestIssuer;
import io.github.keycloakliveperson.contract.issuer.TokenFault;
import io.github.keycloakliveperson.contract.key.KeySet;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.sde.VerifiedField.Source;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jose4j.base64url.Base64Url;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("LivePerson's verification of a token (L1–L16)")
class TokenVerifierTest {

    private static final String ISSUER = "https://id.example.com/realms/brand";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final LivePersonKeyPair LIVEPERSON = LivePersonKeyPair.generate("lpsso2026");
    private static final TestIssuer PLAIN = TestIssuer.right();
    private static final TestIssuer ENCRYPTING =
            new TestIssuer(Optional.empty(), Optional.of(LIVEPERSON));

    private static ObjectNode claims() {
        return TestIssuer.claims(ISSUER, NOW);
    }

    private static Verification verify(TestIssuer issuer, String token, Encryption encryption) {
        return verify(issuer, token, encryption, List.of(LIVEPERSON));
    }

    private static Verification verify(
            TestIssuer issuer, String token, Encryption encryption, List<LivePersonKeyPair> own) {
        try {
            var clock = Clock.fixed(NOW, ZoneOffset.UTC);
            var keys = KeySet.parse(issuer.jwks());
            return new TokenVerifier(ISSUER, keys, encryption, own, clock).verify(token);
        } catch (RefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Verification verify(String token) {
        return verify(PLAIN, token, Encryption.OPTIONAL);
    }

    private static Verification verify(JsonNode claims) {
        return verify(PLAIN.token(claims));
    }

    private static void judged(
            Verification verification, Verdict verdict, Clause clause, LivePersonError error) {
        assertThat(verification.findings())
                .filteredOn(finding -> finding.clause() == clause && finding.verdict() == verdict)
                .anySatisfy(
                        finding -> {
                            assertThat(finding.error()).isEqualTo(Optional.ofNullable(error));
                            assertThat(finding.advice()).matches("|.*\\.");
                            assertThat(finding.message()).isNotBlank();
                        });
        assertThat(verification.accepted())
                .isEqualTo(verification.findings().stream().noneMatch(Finding::fails))
                .isEqualTo(verdict != Verdict.FAIL);
        if (verdict == Verdict.FAIL) {
            assertThat(verification.fields()).isEmpty();
        }
    }

    private static void refused(Verification verification, Clause clause, LivePersonError error) {
        judged(verification, Verdict.FAIL, clause, error);
        assertThat(verification.refusal().map(Finding::clause)).contains(clause);
    }

    @Test
    @DisplayName("accepts a correct token, including other claims (L6)")
    void accepts() {
        var claims = claims().put("nonce", "n").put("auth_time", 1);
        var verification = verify(claims);

        assertThat(verification.accepted()).isTrue();
        assertThat(verification.warnings()).isEmpty();
        assertThat(verification.subject()).isEqualTo(TestIssuer.SUB);
        assertThat(verification.envelope()).isEmpty();
        assertThat(verification.header().path("kid").asText()).isEqualTo(TestIssuer.KID);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("reports every fault with the contract's verdict, before any other (L1–L16)")
    void faults(TokenFault fault) {
        var key =
                fault.ofEncryption()
                        ? Optional.of(LIVEPERSON)
                        : Optional.<LivePersonKeyPair>empty();
        var issuer = new TestIssuer(Optional.of(fault), key);
        var expected = key.isPresent() ? Encryption.EXPECTED : Encryption.OPTIONAL;

        var verification = verify(issuer, issuer.token(claims()), expected);

        judged(verification, fault.verdict(), fault.clause(), fault.error().orElse(null));
        assertThat(verification.findings())
                .filteredOn(finding -> finding.verdict() == fault.verdict())
                .first()
                .satisfies(
                        finding -> {
                            assertThat(finding.clause()).isEqualTo(fault.clause());
                            assertThat(finding.attempt()).isEqualTo(fault.attempt());
                        });
    }

    @Test
    @DisplayName("gives no subject for a refused token")
    void noSubject() {
        assertThatThrownBy(verify("nothing")::subject).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "a.b", "a.b.c.d", "a.b.c.d.e.f"})
    @DisplayName("1008: neither a JWS nor a JWE (L1)")
    void notAJwt(String token) {
        refused(verify(token), Clause.L1, LivePersonError.NOT_A_JWT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "e30.!!.c", "e30.W10.c", "bnVsbA.e30.c", "..", "e30.e30e30.x"})
    @DisplayName("1009: parts that are not base64url of a JSON object (L1)")
    void notJson(String token) {
        refused(verify(token), Clause.L1, LivePersonError.NOT_JSON);
    }

    @Test
    @DisplayName("9007: claims changed after signing (L1)")
    void tampered() {
        var parts = PLAIN.token(claims()).split("\\.");
        var changed =
                Base64Url.encodeUtf8ByteRepresentation(claims().put("sub", "8f3c").toString());

        var verification = verify(parts[0] + "." + changed + "." + parts[2]);

        refused(verification, Clause.L1, LivePersonError.SIGNATURE);
    }

    @Test
    @DisplayName("a token with a wrong signature is checked to the end")
    void goesOn() {
        var strangers = new TestIssuer(Optional.of(TokenFault.FOREIGN_SIGNATURE), Optional.empty());
        var verification = verify(strangers.token(claims().put("exp", NOW.getEpochSecond())));

        refused(verification, Clause.L1, LivePersonError.SIGNATURE);
        judged(verification, Verdict.FAIL, Clause.L7, LivePersonError.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '`',
            value = {
                "exp,\"1800003600\",L2,FAIL,CLAIM_MISSING",
                "exp,true,L2,FAIL,CLAIM_MISSING",
                "exp,null,L2,FAIL,CLAIM_MISSING",
                "exp,1e99,L2,FAIL,CLAIM_MISSING",
                "exp,1800003600000,L2,FAIL,CLAIM_MISSING",
                "iat,1800000060,L2,PASS,-",
                "iat,1800000061,L2,WARN,-",
                "iat,1800000300,L2,WARN,-",
                "iat,1800000301,L2,FAIL,-",
                "iss,\"https://ID.example.com/realms/brand\",L4,FAIL,-",
                "exp,1800000000,L7,FAIL,EXPIRED",
                "exp,1800003599,L7,WARN,-",
                "exp,1800003600,L7,PASS,-",
                "exp,1800086400,L7,PASS,-",
                "exp,1800086401,L7,WARN,-",
                "sub,\"+1 212-788-8877\",L3,FAIL,-",
                "sub,\"004915550100\",L3,FAIL,-",
                "sub,\"212-788-8877\",L3,FAIL,-",
                "sub,\"7f3c9a1e-5b0d\",L3,PASS,-",
                "sub,\"a1b2c3d4\",L3,PASS,-"
            })
    @DisplayName(
            "checks times and lifespan to the second, and the subject to the character "
                    + "(L2–L4, L7)")
    void verdicts(String name, String json, Clause clause, Verdict verdict, LivePersonError error)
            throws IOException {
        var claims = claims();
        claims.set(name, new ObjectMapper().readTree(json));

        judged(verify(claims), verdict, clause, error);
    }

    @Test
    @DisplayName("shows the standard claims and says what phone_number becomes (L5)")
    void standardClaims() {
        var claims = claims().put("given_name", "Jané").put("phone_number", "+4930123456");
        var verification = verify(claims);

        assertThat(verification.field(Source.CLAIM, "given_name")).contains("Jané");
        assertThat(verification.warnings()).extracting(Finding::clause).containsExactly(Clause.L5);
    }

    static List<String> contentEncryptions() {
        return Envelope.CONTENT_ENCRYPTIONS;
    }

    @ParameterizedTest
    @MethodSource("contentEncryptions")
    @DisplayName("decrypts all six content encryptions (L13, L15)")
    void opens(String enc) {
        var token = ENCRYPTING.encrypt(PLAIN.token(claims()), enc);
        var verification = verify(ENCRYPTING, token, Encryption.EXPECTED);

        assertThat(verification.accepted()).isTrue();
        assertThat(verification.envelope())
                .contains(new Envelope("RSA-OAEP-256", enc, "lpsso2026", "JWT"));
    }

    @Test
    @DisplayName("1004: an encrypted token, and no key to decrypt it (L13)")
    void noKey() {
        var token = ENCRYPTING.token(claims());
        var verification = verify(ENCRYPTING, token, Encryption.OPTIONAL, List.of());

        refused(verification, Clause.L13, LivePersonError.DECRYPTION);
    }
}
