package io.github.keycloakliveperson.idtoken.key;

import static io.github.keycloakliveperson.idtoken.key.TestKeys.FIRST;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.SECOND;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.certificate;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.certificateDer;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.jwk;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.jwks;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.pem;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is pasted: either a key, or a refusal that contains nothing of it. */
@Label("Key intake never throws anything but its own refusal")
class KeyIntakePropertyTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-31T00:00:00Z");
    private static final byte[] CERTIFICATE = certificateDer(FIRST, FROM, UNTIL);

    private static final List<String> KEYS =
            List.of(
                    TestKeys.base64(FIRST),
                    pem(FIRST),
                    pem(FIRST) + pem(SECOND),
                    certificate(FIRST, FROM, UNTIL),
                    jwk(FIRST, "\"kid\":\"a\"", "\"use\":\"enc\"", "\"alg\":\"RSA-OAEP-256\""),
                    jwks(jwk(FIRST), jwk(SECOND, "\"use\":\"sig\"")));

    @Property
    void for_any_text(@ForAll String pasted) {
        keyOrRefusal(pasted);
    }

    @Property
    void for_any_bytes_in_base64(@ForAll byte[] bytes) {
        keyOrRefusal(Base64.getEncoder().encodeToString(bytes));
    }

    @Property
    void for_damaged_keys(@ForAll("damaged") String pasted) {
        keyOrRefusal(pasted);
    }

    @Property
    void for_damaged_DER(@ForAll("damagedDer") byte[] der) {
        keyOrRefusal(pem("CERTIFICATE", der));
    }

    @Property
    void for_JSON_of_any_shape(@ForAll("json") String json) {
        keyOrRefusal(json);
    }

    @Provide
    Arbitrary<String> damaged() {
        return Combinators.combine(
                        Arbitraries.of(KEYS),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.strings().ofMaxLength(5))
                .as(
                        (key, place, cut, insert) -> {
                            int at = (int) (place * key.length());
                            int rest = Math.min(key.length(), at + cut);
                            return key.substring(0, at) + insert + key.substring(rest);
                        });
    }

    @Provide
    Arbitrary<byte[]> damagedDer() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, CERTIFICATE.length - 1),
                        Arbitraries.bytes(),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.bytes())
                .as(
                        (at, value, early, other) -> {
                            byte[] der = CERTIFICATE.clone();
                            der[at] = value;
                            der[early] = other;
                            return der;
                        });
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> values =
                Arbitraries.of(
                        "null",
                        "7",
                        "\"\"",
                        "\"RSA\"",
                        "\"enc\"",
                        "\"AQAB\"",
                        "[]",
                        "{}",
                        "[7]",
                        "[\"encrypt\"]",
                        "[null]",
                        "[[{}]]",
                        "true",
                        "\"é\\u0000\"");
        Arbitrary<String> names =
                Arbitraries.of("kty", "use", "alg", "key_ops", "n", "e", "kid", "x5c", "keys");
        Arbitrary<String> object =
                Arbitraries.maps(names, values).ofMaxSize(9).map(KeyIntakePropertyTest::object);
        return Arbitraries.oneOf(
                object, object.list().ofMaxSize(3).map(KeyIntakePropertyTest::set));
    }

    private static String object(java.util.Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> '"' + member.getKey() + "\":" + member.getValue())
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    private static String set(List<String> keys) {
        return jwks(keys.toArray(String[]::new));
    }

    static void keyOrRefusal(String pasted) {
        try {
            assertThat(KeyIntake.read(pasted)).isNotEmpty();
        } catch (EncryptionRefusal refusal) {
            // RFC 6749 §5.2 error_description, less what Keycloak's message formatting eats
            assertThat(refusal.getMessage()).matches("[\\x20-\\x7E&&[^'\"{}\\\\]]+");
            assertThat(refusal).hasNoCause();
            assertThat(refusal.getMessage().length()).isLessThan(400);
        }
    }
}
