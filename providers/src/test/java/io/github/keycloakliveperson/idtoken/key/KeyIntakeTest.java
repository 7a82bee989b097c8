package io.github.keycloakliveperson.idtoken.key;

import static io.github.keycloakliveperson.idtoken.key.TestKeys.FIRST;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.SECOND;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.base64;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.base64url;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.certificate;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.certificateDer;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.generate;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.jwk;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.jwks;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.pem;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.pkcs1;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.publicKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("L14: LivePerson's key is accepted in the form in which it is supplied")
class KeyIntakeTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-31T23:59:59Z");
    private static final KeyPair WEAK = generate("RSA", 1024);
    private static final KeyPair EC = generate("EC", 256);
    private static final KeyPair ED25519 = generate("Ed25519", 0);
    private static final byte[] FIRST_DER = certificateDer(FIRST, FROM, UNTIL);
    private static final byte[] SECOND_DER = certificateDer(SECOND, FROM, UNTIL);
    private static final String FIRST_PEM = pem("CERTIFICATE", FIRST_DER);
    private static final String SECOND_PEM = pem("CERTIFICATE", SECOND_DER);
    private static final String WEAK_PEM = certificate(WEAK, FROM, UNTIL);
    private static final String EC_PEM = certificate(EC, FROM, UNTIL);

    @Nested
    @DisplayName("one key")
    class OneKey {

        static Stream<Arguments> forms() {
            String spki = base64(FIRST);
            String wrapped = pem(FIRST).replaceAll("-----[^-]+-----", "").strip();
            return Stream.of(
                    arguments("base64 SPKI on one line", spki),
                    arguments("base64 SPKI with line breaks", wrapped),
                    arguments("with Windows line breaks", wrapped.replace("\n", "\r\n")),
                    arguments("with blanks", wrapped.replace("\n", "  ")),
                    arguments("with no-break and zero-width spaces", "\u00a0" + spki + "\u200b"),
                    arguments("behind a byte order mark", "\uFEFF" + spki),
                    arguments("without padding", spki.replace("=", "")),
                    arguments("in base64url", spki.replace('+', '-').replace('/', '_')),
                    arguments("in quotation marks", '"' + spki + '"'),
                    arguments("in typographic quotation marks", "\u201c" + spki + "\u201d"),
                    arguments(
                            "with a soft hyphen at each line end",
                            wrapped.replace("\n", "\u00ad\n")),
                    arguments("PEM with no-break blanks", pem(FIRST).replace(" ", "\u00a0")),
                    arguments(
                            "PEM with zero-width spaces",
                            pem(FIRST).replace("BEGIN", "BE\u200bGIN")),
                    arguments("JWK with no-break blanks", jwk(FIRST).replace(",", ",\u00a0")),
                    arguments("JWK behind a byte order mark", "\ufeff\u00a0" + jwk(FIRST)),
                    arguments("PEM public key", pem(FIRST)),
                    arguments("PEM on one line", pem(FIRST).replace("\n", " ")),
                    arguments("PEM from a JSON string", pem(FIRST).replace("\n", "\\n")),
                    arguments("PEM with text around", "The key:\n" + pem(FIRST) + "Regards"),
                    arguments(
                            "PEM RSA public key", pem("RSA PUBLIC KEY", pkcs1(FIRST.getPublic()))),
                    arguments("PEM certificate", FIRST_PEM),
                    arguments("base64 certificate", Base64.getEncoder().encodeToString(FIRST_DER)),
                    arguments("JWK", jwk(FIRST)),
                    arguments("JWK for encryption", jwk(FIRST, "\"use\":\"enc\"")),
                    arguments("JWK with alg", jwk(FIRST, "\"alg\":\"RSA-OAEP-256\"")),
                    arguments("JWK with key_ops", jwk(FIRST, "\"key_ops\":[\"wrapKey\"]")),
                    arguments("JWKS", jwks(jwk(FIRST))),
                    arguments(
                            "JWKS with keys for other uses",
                            jwks(
                                    jwk(SECOND, "\"use\":\"sig\""),
                                    "{\"kty\":\"EC\",\"crv\":\"P-256\"}",
                                    jwk(SECOND, "\"alg\":\"RSA-OAEP\""),
                                    jwk(FIRST))));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("forms")
        void is_read_from(String form, String pasted) throws EncryptionRefusal {
            List<UnnamedKey> keys = KeyIntake.read(pasted);

            assertThat(keys).hasSize(1);
            assertThat(keys.get(0).publicKey()).isEqualTo(publicKey(FIRST));
        }
    }

    @Nested
    @DisplayName("what a key carries")
    class WhatAKeyCarries {

        @Test
        void a_certificate_brings_its_validity() throws EncryptionRefusal {
            assertThat(KeyIntake.read(FIRST_PEM).get(0).validity())
                    .isEqualTo(new Validity(FROM, UNTIL));
        }

        @Test
        void a_public_key_is_always_valid() throws EncryptionRefusal {
            assertThat(KeyIntake.read(pem(FIRST)).get(0).validity()).isEqualTo(Validity.ALWAYS);
        }

        @Test
        void a_JWK_brings_its_kid() throws EncryptionRefusal {
            assertThat(KeyIntake.read(jwk(FIRST, "\"kid\":\"lpsso2026\"")).get(0).ownKid())
                    .isEqualTo("lpsso2026");
        }

        @Test
        void a_JWK_brings_the_validity_of_its_certificate() throws EncryptionRefusal {
            assertThat(KeyIntake.read(jwk(FIRST, x5c(FIRST_DER))).get(0).validity())
                    .isEqualTo(new Validity(FROM, UNTIL));
        }

        @Test
        void several_PEM_blocks_keep_their_order() throws EncryptionRefusal {
            assertThat(KeyIntake.read(SECOND_PEM + pem(FIRST)))
                    .extracting(UnnamedKey::publicKey)
                    .containsExactly(publicKey(SECOND), publicKey(FIRST));
        }

        @Test
        void several_JWKs_keep_their_order() throws EncryptionRefusal {
            assertThat(KeyIntake.read(jwks(jwk(SECOND), jwk(FIRST))))
                    .extracting(UnnamedKey::publicKey)
                    .containsExactly(publicKey(SECOND), publicKey(FIRST));
        }
    }

    @Nested
    @DisplayName("refused, with the cause and the fix")
    class Refused {

        static Stream<Arguments> pastes() {
            String spki = base64(FIRST);
            BigInteger n = publicKey(FIRST).getModulus();
            byte[] pkcs8 = FIRST.getPrivate().getEncoded();
            String pem = pem(FIRST);
            return Stream.of(
                    arguments("", "public.key is empty", "Paste the public key"),
                    arguments(" \n", "public.key is empty", "Paste the public key"),
                    arguments("https://lp.example/k", "is an address", "Paste the key itself"),
                    arguments(
                            "A".repeat(200_001),
                            "200001 characters",
                            "Paste only the current keys"),
                    arguments(base64(FIRST.getPrivate()), "private or secret", "disclosed"),
                    arguments(pem("PRIVATE KEY", pkcs8), "in block 1 (PRIVATE KEY)", "disclosed"),
                    arguments(pem("RSA PRIVATE KEY", pkcs8), "private or secret", "disclosed"),
                    arguments(pem("PUBLIC KEY", pkcs8), "private or secret", "disclosed"),
                    arguments(pem + pem("PRIVATE KEY", pkcs8), "in block 2", "disclosed"),
                    arguments(jwk(FIRST, "\"d\":\"AQAB\""), "private or secret", "disclosed"),
                    arguments("{\"kty\":\"oct\",\"k\":\"AAAA\"}", "private or secret", "disclosed"),
                    arguments(
                            jwks(jwk(FIRST), jwk(SECOND, "\"d\":\"AQAB\"")),
                            "in key 2 of the JWKS",
                            "disclosed"),
                    arguments(base64(EC), "algorithm EC, not RSA", "Paste the RSA key"),
                    arguments(pem(EC), "algorithm EC, not RSA", "Paste the RSA key"),
                    arguments(EC_PEM, "algorithm EC", "Paste the RSA key"),
                    arguments(pem(ED25519), "algorithm Ed25519", "Paste the RSA key"),
                    arguments("{\"kty\":\"EC\",\"crv\":\"P-256\"}", "EC P-256", "RSA key"),
                    arguments("{\"kty\":\"OKP\",\"crv\":\"Ed25519\"}", "OKP Ed25519", "RSA key"),
                    arguments(pem(WEAK), "1024 bits, under 2048", "2048 bits or more"),
                    arguments(WEAK_PEM, "1024 bits", "2048 bits or more"),
                    arguments(jwk(WEAK), "1024 bits, under 2048", "2048 bits or more"),
                    arguments(jwk(FIRST, "\"use\":\"sig\""), "the use sig, not enc", "RSA key"),
                    arguments(jwk(FIRST, "\"alg\":\"RSA-OAEP\""), "the alg RSA-OAEP,", "RSA key"),
                    arguments(jwk(FIRST, "\"alg\":\"RS256\""), "the alg RS256", "RSA key"),
                    arguments(jwk(FIRST, "\"key_ops\":[\"verify\"]"), "key_ops", "RSA key"),
                    arguments(jwk(FIRST, x5c(SECOND_DER)), "certificate of another key", "RSA key"),
                    arguments(jwk(FIRST, "\"x5c\":[\"AA!\"]"), "x5c of the JWK", "Paste base64"),
                    arguments(jwk(FIRST, "\"kid\":7"), "kid that is not text", "RSA key"),
                    arguments("{\"kty\":\"RSA\"}", "no base64url number n", "RSA key"),
                    arguments("{\"kty\":\"RSA\",\"n\":\"+/\"}", "base64url number n", "RSA key"),
                    arguments(
                            jwk(FIRST).replace(base64url(n), n.toString(16)),
                            "has its number n in hexadecimal or decimal, not base64url",
                            "RSA key"),
                    arguments(
                            jwk(FIRST).replace(base64url(n), "0x" + n.toString(16)),
                            "number n in hexadecimal",
                            "RSA key"),
                    arguments(
                            jwk(FIRST)
                                    .replace(base64url(n), n.toString(16).toUpperCase(Locale.ROOT)),
                            "number n in hexadecimal",
                            "RSA key"),
                    arguments(
                            jwk(FIRST).replace(base64url(n), n.toString()),
                            "number n in hexadecimal or decimal",
                            "RSA key"),
                    arguments(
                            jwk(FIRST).replace("AQAB", "010001"), "number e in hexadecimal", "RSA"),
                    arguments(jwk(FIRST).replace("AQAB", "03"), "number e in hexadecimal", "RSA"),
                    arguments(jwk(FIRST).replace("AQAB", "11"), "number e in hexadecimal", "RSA"),
                    arguments(
                            jwk(FIRST).replace(base64url(n), twice(base64url(n))),
                            "has its number n encoded twice",
                            "RSA key"),
                    arguments(
                            jwk(FIRST).replace(base64url(n), twice(n.toString(16))),
                            "has its number n encoded twice",
                            "RSA key"),
                    arguments(
                            hex(FIRST),
                            "public.key cannot be read: it is in hexadecimal.",
                            "Paste base64"),
                    arguments(
                            hex(FIRST).replaceAll("(..)(?!$)", "$1:"),
                            "public.key cannot be read: it is in hexadecimal.",
                            "Paste base64"),
                    arguments("“MIIB”x", "not base64: <U+201C>.", "exactly as LivePerson"),
                    arguments("{}", "has no kty", "RSA key"),
                    arguments("{\"keys\":[]}", "keys is not a list", "Copy it again"),
                    arguments("{\"keys\":7}", "keys is not a list", "Copy it again"),
                    arguments("{\"keys\":[7]}", "key 1 of the JWKS has no kty", "RSA key"),
                    arguments("{\"kty\":\n  nonsense}", "at line 2, column", "Copy it again"),
                    arguments("{\"a\":1,\"a\":2}", "it is not JSON at line 1", "Copy it again"),
                    arguments(jwk(FIRST) + "x", "it is not JSON", "Copy it again"),
                    arguments(
                            jwks(jwk(FIRST, "\"use\":\"sig\"")), "the use sig, not enc", "RSA key"),
                    arguments("lpsso!", "character 6 of public.key", "exactly as LivePerson"),
                    arguments("MIIB=A", "character 6 of public.key", "exactly as LivePerson"),
                    arguments("AAAAA", "the middle of a byte", "exactly as LivePerson"),
                    arguments("AAAA", "neither a public key nor a", "Copy the whole key again"),
                    arguments("MAA=", "neither a public key nor a", "Copy the whole key again"),
                    arguments(spki.substring(0, 200), "has 150 bytes", "The end is missing"),
                    arguments(spki.replace("=", "") + spki, "bytes, but its key has", "PEM blocks"),
                    arguments(
                            pem.replace("-----END", "END"), "END line is missing", "whole blocks"),
                    arguments(
                            pem.replace("KEY-----\nM", "KEY\nM"), "BEGIN line is", "whole blocks"),
                    arguments(
                            pem.replace("-----END PUBLIC KEY-----", "") + pem,
                            "at block 1 (PUBLIC KEY): its END line is missing",
                            "whole blocks"),
                    arguments(
                            pem + pem("CERTIFICATE REQUEST", new byte[9]),
                            "at block 2 (CERTIFICATE REQUEST): it has neither",
                            "whole blocks"),
                    arguments(
                            pem + pem("CERTIFICATE", new byte[9]),
                            "content of block 2 (CERTIFICATE) is neither",
                            "Copy the whole key again"));
        }

        @ParameterizedTest(name = "{1}")
        @MethodSource("pastes")
        void is(String pasted, String problem, String fix) {
            EncryptionRefusal refusal =
                    catchThrowableOfType(EncryptionRefusal.class, () -> KeyIntake.read(pasted));

            assertThat(refusal.problem()).contains(problem).endsWith(".");
            assertThat(refusal.fix()).contains(fix).endsWith(".");
        }
    }

    private static String twice(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String hex(KeyPair pair) {
        return HexFormat.of().formatHex(pair.getPublic().getEncoded());
    }

    private static String x5c(byte[] der) {
        return "\"x5c\":[\"" + Base64.getEncoder().encodeToString(der) + "\"]";
    }
}
