package io.github.keycloakliveperson.idtoken.key;

import static io.github.keycloakliveperson.idtoken.key.TestCertificate.issued;
import static io.github.keycloakliveperson.idtoken.key.TestCertificate.root;
import static io.github.keycloakliveperson.idtoken.key.TestCertificate.selfSigned;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.FIRST;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.SECOND;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.jwk;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.jwks;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.pem;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.publicKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.keycloakliveperson.idtoken.EncryptionKey;
import io.github.keycloakliveperson.idtoken.EncryptionKeys;
import io.github.keycloakliveperson.idtoken.KidAssignment;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("L14: a certificate says what it is for, and a chain is not a choice")
class EncryptionCertificatesTest {

    private static final KeyPair LEAF = FIRST;
    private static final KeyPair OTHER = SECOND;
    private static final KeyPair CA = TestKeys.generate("RSA", 2048);
    private static final KeyPair ROOT = TestKeys.generate("RSA", 2048);
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static EncryptionKeys keys(String pasted, String kids) throws EncryptionRefusal {
        return KidAssignment.assign(KeyIntake.read(pasted), kids);
    }

    private static EncryptionRefusal refusal(String pasted) {
        return catchThrowableOfType(EncryptionRefusal.class, () -> keys(pasted, "lpsso2026"));
    }

    @Nested
    @DisplayName("never encrypts")
    class NeverEncrypts {

        static Stream<Arguments> chains() {
            String leaf = issued(LEAF, CA).pem();
            String ca = issued(CA, ROOT).authority(true).usage(KeyUsage.keyCertSign).pem();
            String bareCa = issued(CA, ROOT).pem();
            return Stream.of(
                    arguments("leaf and authority", leaf + root(CA).pem()),
                    arguments("authority and leaf", root(CA).pem() + leaf),
                    arguments("leaf, authority, root", leaf + ca + root(ROOT).pem()),
                    arguments("an authority that doesn't say so", leaf + bareCa),
                    arguments(
                            "openssl's own authority", leaf + selfSigned(CA).authority(true).pem()),
                    arguments("an authority without extensions", leaf + selfSigned(CA).pem()),
                    arguments("an authority's public key alone", leaf + pem(CA)),
                    arguments(
                            "root without what stands between",
                            leaf + selfSigned(ROOT).authority(true).pem()),
                    arguments(
                            "an authority that may encrypt as well",
                            leaf
                                    + selfSigned(CA)
                                            .authority(true)
                                            .usage(KeyUsage.keyCertSign | KeyUsage.keyEncipherment)
                                            .pem()),
                    arguments(
                            "JWKs with certificates",
                            jwks(jwkOf(LEAF, issued(LEAF, CA)), jwk(CA))));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("chains")
        @DisplayName("certificates around the leaf")
        void chain(String what, String pasted) throws EncryptionRefusal {
            for (String kids : List.of("lpsso2026", "lpsso2026,")) {
                assertThat(keys(pasted, kids).all())
                        .singleElement()
                        .satisfies(key -> assertThat(key.publicKey()).isEqualTo(publicKey(LEAF)))
                        .satisfies(key -> assertThat(key.kid()).isEqualTo("lpsso2026"));
            }
        }

        static Stream<Arguments> alone() {
            return Stream.of(
                    arguments(root(CA), "has no keyEncipherment"),
                    arguments(selfSigned(LEAF).usage(KeyUsage.digitalSignature), "keyEncipherment"),
                    arguments(selfSigned(LEAF).usage(KeyUsage.keyAgreement), "keyEncipherment"),
                    arguments(
                            issued(CA, ROOT).authority(true), "belongs to a certificate authority"),
                    arguments(
                            issued(CA, ROOT).authority(true).usage(KeyUsage.keyEncipherment),
                            "belongs to a certificate authority"));
        }

        @ParameterizedTest(name = "{1}")
        @MethodSource("alone")
        @DisplayName("certificates that are not a leaf")
        void lone(TestCertificate certificate, String why) {
            String base64 = Base64.getEncoder().encodeToString(certificate.der());
            for (String pasted : List.of(certificate.pem(), base64)) {
                assertThat(refusal(pasted).problem())
                        .startsWith("The key in ")
                        .contains(" is not for encryption: it ")
                        .contains(why);
                assertThat(refusal(pasted).fix()).contains("supplies for encryption");
            }
            assertThat(refusal(jwkOf(certificate.subject(), certificate)).problem()).contains(why);
        }

        @Test
        @DisplayName("a whole chain whose leaf only signs, with the reason of the first one")
        void nothing_left() {
            String leaf = issued(LEAF, CA).usage(KeyUsage.digitalSignature).pem();

            assertThat(refusal(leaf + root(CA).pem()).problem())
                    .isEqualTo(
                            "The key in block 1 (CERTIFICATE) is not for encryption: it is in a"
                                    + " certificate whose key usage has no keyEncipherment.");
            assertThat(refusal(root(CA).pem() + leaf).problem())
                    .isEqualTo(
                            "The key in block 1 (CERTIFICATE) is not for encryption: it has signed"
                                    + " the certificate in block 2 (CERTIFICATE).");
        }
    }

    @Property(tries = 200)
    void in_any_order_and_company_only_leaves_encrypt(
            @ForAll("pieces") List<TestCertificate> pieces) throws EncryptionRefusal {
        List<KeyPair> leaves =
                pieces.stream()
                        .map(TestCertificate::subject)
                        .filter(pair -> pair == LEAF || pair == OTHER)
                        .toList();
        String pasted = pieces.stream().map(TestCertificate::pem).collect(Collectors.joining());
        String kids =
                IntStream.range(0, leaves.size())
                        .mapToObj(i -> "k" + i)
                        .collect(Collectors.joining(","));
        List<RSAPublicKey> expected = leaves.stream().map(TestKeys::publicKey).toList();

        if (expected.isEmpty()) {
            assertThatThrownBy(() -> keys(pasted, kids)).isInstanceOf(EncryptionRefusal.class);
        } else {
            assertThat(keys(pasted, kids).all())
                    .extracting(EncryptionKey::publicKey)
                    .isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<List<TestCertificate>> pieces() {
        return Arbitraries.of(
                        issued(LEAF, CA),
                        issued(OTHER, CA).usage(KeyUsage.keyEncipherment),
                        issued(OTHER, ROOT).authority(false),
                        issued(CA, ROOT).authority(true),
                        issued(CA, ROOT).authority(true).usage(KeyUsage.keyCertSign),
                        root(ROOT))
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Nested
    @DisplayName("encrypts")
    class Encrypts {

        @ParameterizedTest
        @ValueSource(
                ints = {
                    KeyUsage.keyEncipherment,
                    KeyUsage.dataEncipherment,
                    KeyUsage.digitalSignature | KeyUsage.keyEncipherment
                })
        @DisplayName("a leaf whose key usage allows it")
        void usage(int usage) throws EncryptionRefusal {
            assertThat(keys(issued(LEAF, CA).usage(usage).pem(), "a").all()).hasSize(1);
        }

        @Test
        @DisplayName(
                "a single self-signed certificate that says CA, as openssl req -x509 creates it")
        void openssl() throws EncryptionRefusal {
            assertThat(keys(selfSigned(LEAF).authority(true).pem(), "a").all()).hasSize(1);
            assertThat(
                            keys(
                                            selfSigned(LEAF)
                                                    .authority(true)
                                                    .usage(
                                                            KeyUsage.keyCertSign
                                                                    | KeyUsage.keyEncipherment)
                                                    .pem(),
                                            "a")
                                    .all())
                    .hasSize(1);
        }

        @Test
        @DisplayName("this year's and next year's of that kind, under one name")
        void openssl_twice() throws EncryptionRefusal {
            String both =
                    selfSigned(LEAF).authority(true).pem()
                            + selfSigned(OTHER).authority(true).pem();

            assertThat(keys(both, "lpsso2026,lpsso2027").all())
                    .extracting(EncryptionKey::kid)
                    .containsExactly("lpsso2026", "lpsso2027");
        }

        @Test
        @DisplayName("a certificate that was renewed with the same key")
        void renewed() throws EncryptionRefusal {
            String both =
                    selfSigned(LEAF).authority(true).valid("2025-01-01", "2025-12-31").pem()
                            + selfSigned(LEAF).authority(true).pem();

            assertThat(keys(both, "a,a").all()).hasSize(2);
        }

        @Test
        @DisplayName("two leaves of one authority, with its certificate between them")
        void two_leaves() throws EncryptionRefusal {
            String chain = issued(LEAF, CA).pem() + root(CA).pem() + issued(OTHER, CA).pem();

            assertThat(keys(chain, "lpsso2026,lpsso2027").all())
                    .extracting(EncryptionKey::publicKey)
                    .containsExactly(publicKey(LEAF), publicKey(OTHER));
            assertThat(keys(chain, "lpsso2026,ca,lpsso2027").all())
                    .extracting(EncryptionKey::kid)
                    .containsExactly("lpsso2026", "lpsso2027");
            assertThatThrownBy(() -> keys(chain, "a,b,c,d"))
                    .hasMessageContaining("key.id names 4 kids for 3 keys.");
        }

        @Test
        @DisplayName("a public key beside a leaf that somebody else signed")
        void bare() throws EncryptionRefusal {
            assertThat(keys(issued(LEAF, CA).pem() + pem(OTHER), "a,b").all()).hasSize(2);
        }
    }

    @Nested
    @DisplayName("uses its own dates")
    class Dates {

        private final String chain =
                issued(LEAF, CA).valid("2026-01-01", "2026-06-16").pem()
                        + root(CA).valid("2020-01-01", "2034-01-01").pem();

        @ParameterizedTest
        @ValueSource(strings = {"lpsso2026", "lpsso2026,ca"})
        @DisplayName("the days left are the leaf's")
        void days_left(String kids) throws EncryptionRefusal {
            assertThat(Duration.between(NOW, keys(chain, kids).coveredUntil(NOW))).hasDays(15);
            assertThat(keys(chain, kids).select(NOW).kid()).isEqualTo("lpsso2026");
        }

        @ParameterizedTest
        @ValueSource(strings = {"lpsso2026", "lpsso2026,ca"})
        @DisplayName("an expired leaf is refused, even if its authority is still valid")
        void expired(String kids) throws EncryptionRefusal {
            EncryptionKeys keys = keys(chain, kids);
            Instant later = Instant.parse("2026-07-01T00:00:00Z");

            assertThatThrownBy(() -> keys.requireUsable(later))
                    .hasMessageContaining("Every key of public.key has expired")
                    .hasMessageContaining("lpsso2026, at 2026-06-16");
            assertThatThrownBy(() -> keys.select(later)).isInstanceOf(EncryptionRefusal.class);
        }
    }

    private static String jwkOf(KeyPair pair, TestCertificate certificate) {
        return jwk(
                pair,
                "\"x5c\":[\"" + Base64.getEncoder().encodeToString(certificate.der()) + "\"]");
    }
}
