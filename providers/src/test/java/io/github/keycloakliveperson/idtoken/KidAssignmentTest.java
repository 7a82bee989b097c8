package io.github.keycloakliveperson.idtoken;

import static io.github.keycloakliveperson.idtoken.key.TestKeys.FIRST;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.SECOND;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.jwk;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.jwks;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import io.github.keycloakliveperson.idtoken.key.KeyIntake;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("L13: every key has LivePerson's kid")
class KidAssignmentTest {

    private static final String TWO = pem(FIRST) + pem(SECOND);
    private static final String OWN = "\"kid\":\"own\"";

    static Stream<Arguments> named() {
        return Stream.of(
                arguments(pem(FIRST), "lpsso2026", List.of("lpsso2026")),
                arguments(pem(FIRST), " lpsso2026 ", List.of("lpsso2026")),
                arguments(pem(FIRST), "2026 key", List.of("2026 key")),
                arguments(pem(FIRST), "lpsso2026\u200b", List.of("lpsso2026")),
                arguments(pem(FIRST), "lp\u00adsso\u200d2026", List.of("lpsso2026")),
                arguments(pem(FIRST), "\u00a0lpsso2026\u00a0", List.of("lpsso2026")),
                arguments(pem(FIRST), "\"lpsso2026\"", List.of("lpsso2026")),
                arguments(pem(FIRST), "\u201clpsso2026\u201d", List.of("lpsso2026")),
                arguments(pem(FIRST), "\u2018lpsso2026\u2019", List.of("lpsso2026")),
                arguments(pem(FIRST), "kid: lpsso2026", List.of("lpsso2026")),
                arguments(pem(FIRST), "KID=lpsso2026", List.of("lpsso2026")),
                arguments(pem(FIRST), "kid :\u00a0\"lpsso2026\"", List.of("lpsso2026")),
                arguments(pem(FIRST), "\"kid\": \"lpsso2026\",", List.of("lpsso2026")),
                arguments(pem(FIRST), "Key ID: lpsso2026", List.of("lpsso2026")),
                arguments(pem(FIRST), "key.id=lpsso2026", List.of("lpsso2026")),
                arguments(pem(FIRST), "lpsso2026,", List.of("lpsso2026")),
                arguments(pem(FIRST), "a\u0007b", List.of("ab")),
                arguments(pem(FIRST), "kid", List.of("kid")),
                arguments(pem(FIRST), "kidlpsso", List.of("kidlpsso")),
                arguments(pem(FIRST), "ключ", List.of("ключ")),
                arguments(TWO, "\"a\",\"b\"", List.of("a", "b")),
                arguments(TWO, "\"a,b\"", List.of("a", "b")),
                arguments(TWO, "kid: a, kid: b", List.of("a", "b")),
                arguments(TWO, "a,\r\nb\r\n", List.of("a", "b")),
                arguments(jwk(FIRST, "\"kid\":\"own\u200b\""), "", List.of("own")),
                arguments(jwk(FIRST, "\"kid\":\" own\u00a0\""), "\u200b", List.of("own")),
                arguments(jwk(FIRST, OWN), "", List.of("own")),
                arguments(jwk(FIRST, OWN), " ", List.of("own")),
                arguments(jwk(FIRST, OWN), "lpsso2026", List.of("lpsso2026")),
                arguments(TWO, "a,b", List.of("a", "b")),
                arguments(TWO, "a , b", List.of("a", "b")),
                arguments(jwks(jwk(FIRST, OWN), jwk(SECOND)), ",b", List.of("own", "b")),
                arguments(jwks(jwk(FIRST), jwk(SECOND, OWN)), "a", List.of("a", "own")),
                arguments(jwks(jwk(FIRST), jwk(SECOND, OWN)), "a,", List.of("a", "own")),
                arguments(jwks(jwk(SECOND, "\"use\":\"sig\""), jwk(FIRST)), "a", List.of("a")),
                arguments(pem(FIRST) + pem(FIRST), "a,a", List.of("a", "a")));
    }

    @ParameterizedTest(name = "key.id {1} gives {2}")
    @MethodSource
    void named(String pasted, String keyId, List<String> kids) throws EncryptionRefusal {
        assertThat(KidAssignment.assign(KeyIntake.read(pasted), keyId).all())
                .extracting(EncryptionKey::kid)
                .isEqualTo(kids);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(pem(FIRST), "", "in block 1 (PUBLIC KEY) has no kid"),
                arguments(TWO, "a", "in block 2 (PUBLIC KEY) has no kid"),
                arguments(TWO, ",b", "in block 1 (PUBLIC KEY) has no kid"),
                arguments(pem(FIRST), "kid:", "has no kid"),
                arguments(pem(FIRST), "\u200b\u00a0", "has no kid"),
                arguments(pem(FIRST), "\"\"", "has no kid"),
                arguments(
                        pem(FIRST),
                        "a\"",
                        "The kid a<U+0022> has characters that no kid can have."),
                arguments(pem(FIRST), "\u201ca", "The kid <U+201C>a has characters"),
                arguments(pem(FIRST), "a\nb", "The kid a<U+000A>b has characters"),
                arguments(pem(FIRST), "a\tb", "The kid a<U+0009>b has characters"),
                arguments(pem(FIRST), "a\ud800", "The kid a<U+D800> has characters"),
                arguments(jwk(FIRST, "\"kid\":\" \""), "", "in the JWK has no kid"),
                arguments(pem(FIRST), "a,b", "key.id names 2 kids for 1 key."),
                arguments(TWO, "a,b,c", "key.id names 3 kids for 2 keys."),
                arguments(TWO, "a,a", "Two different keys have the kid a."));
    }

    @ParameterizedTest(name = "key.id {1}: {2}")
    @MethodSource
    void refused(String pasted, String keyId, String problem) {
        EncryptionRefusal refusal =
                catchThrowableOfType(
                        EncryptionRefusal.class,
                        () -> KidAssignment.assign(KeyIntake.read(pasted), keyId));

        assertThat(refusal.problem()).contains(problem);
        assertThat(refusal.fix()).containsAnyOf("kid");
    }
}
