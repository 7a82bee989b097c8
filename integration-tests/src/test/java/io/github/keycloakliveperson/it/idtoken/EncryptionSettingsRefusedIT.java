package io.github.keycloakliveperson.it.idtoken;

import static io.github.keycloakliveperson.it.idtoken.EncryptedClient.ENC;
import static io.github.keycloakliveperson.it.idtoken.EncryptedClient.KEY;
import static io.github.keycloakliveperson.it.idtoken.EncryptedClient.KID;
import static io.github.keycloakliveperson.it.idtoken.EncryptedClient.MAPPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** What the Admin REST API, and with it the console, says to settings that can't work. */
@RealKeycloak
@DisplayName("K15: an unusable key is refused when it is saved, with cause and fix")
class EncryptionSettingsRefusedIT {

    private static final LivePersonKey GOOD = LivePersonKey.make("lpsso2026");
    private static final LivePersonKey WEAK = LivePersonKey.make("weak", 1024);
    private static final KeyPair AUTHORITY = LivePersonKey.keyPair("RSA", 2048);
    private static final Instant NOW = Instant.now();

    @InjectRealm private static TestRealm realm;
    private static TestClient client;

    @BeforeAll
    static void setUp() {
        client = realm.codeClient("client");
    }

    static Stream<Arguments> settings() {
        KeyPair ec = LivePersonKey.keyPair("EC", 256);
        KeyPair ed25519 = LivePersonKey.keyPair("Ed25519", 255);
        byte[] secret = GOOD.pair().getPrivate().getEncoded();
        String jwk = GOOD.jwk();
        String good = GOOD.base64();
        return Stream.of(
                arguments(
                        "a private key",
                        key(LivePersonKey.pem("PRIVATE KEY", secret)),
                        "There is a private or secret key in block 1 (PRIVATE KEY).",
                        "The private key is disclosed now"),
                arguments(
                        "a bare private key",
                        key(Base64.getEncoder().encodeToString(secret)),
                        "There is a private or secret key in public.key.",
                        "The private key is disclosed now"),
                arguments(
                        "an EC key",
                        key(spki(ec)),
                        "The key in public.key is of the algorithm EC, not RSA.",
                        "Paste the RSA key that LivePerson supplies"),
                arguments(
                        "an Ed25519 key",
                        key(spki(ed25519)),
                        "The key in public.key is of the algorithm Ed25519, not RSA.",
                        "Paste the RSA key that LivePerson supplies"),
                arguments(
                        "1024 bits",
                        key(WEAK.pem()),
                        "The RSA key in block 1 (PUBLIC KEY) has 1024 bits, under 2048.",
                        "Ask LivePerson for a key of 2048 bits or more."),
                arguments(
                        "a signing key",
                        key(jwk.replace("\"enc\"", "\"sig\"")),
                        "The key in the JWK has the use sig, not enc.",
                        "Paste the RSA key that LivePerson supplies"),
                arguments(
                        "a foreign alg",
                        key(jwk.replace("\"use\"", "\"alg\":\"RSA1_5\",\"use\"")),
                        "The key in the JWK has the alg RSA1_5, not RSA-OAEP-256.",
                        "Paste the RSA key that LivePerson supplies"),
                arguments(
                        "an expired certificate",
                        key(certificate(-2, -1)),
                        "Every key of public.key has expired, the last one, with the kid"
                                + " lpsso2026,",
                        "Ask LivePerson for its current key"),
                arguments(
                        "a certificate that is never valid",
                        key(certificate(2, 1)),
                        "No key of public.key is valid at any time",
                        "Ask LivePerson for its current key"),
                arguments(
                        "an expired certificate before its authority's",
                        Map.of(KEY, chain(-2, -1), KID, "lpsso2026,ca"),
                        "Every key of public.key has expired, the last one, with the kid"
                                + " lpsso2026,",
                        "Ask LivePerson for its current key"),
                arguments(
                        "an authority's certificate",
                        key(LivePersonKey.authority(AUTHORITY)),
                        "The key in block 1 (CERTIFICATE) is not for encryption",
                        "Paste the certificate that LivePerson supplies for encryption"),
                arguments(
                        "a modulus in hexadecimal",
                        key(jwk.replaceFirst("\"n\":\"[^\"]+", "\"n\":\"" + hexadecimal())),
                        "The key in the JWK has its number n in hexadecimal or decimal",
                        "Paste the RSA key that LivePerson supplies"),
                arguments(
                        "half a pair of quotes",
                        Map.of(KEY, good, KID, "\u201clpsso2026"),
                        "The kid <U+201C>lpsso2026 has characters that no kid can have.",
                        "Enter only the kid"),
                arguments(
                        "a word",
                        key("lpsso!"),
                        "character 6 of public.key is not base64",
                        "Paste base64 of the public key, a PEM public key, PEM certificates"),
                arguments(
                        "a key cut off",
                        key(good.substring(0, 200)),
                        "The content of public.key has 150 bytes, but its key has 294.",
                        "The end is missing"),
                arguments(
                        "a PEM cut off",
                        key(GOOD.pem().substring(0, 200)),
                        "The PEM text cannot be read at block 1 (PUBLIC KEY)",
                        "Paste whole blocks, from BEGIN to END"),
                arguments(
                        "broken JSON",
                        key("{\"kty\":\n\"RSA\""),
                        "it is not JSON at line 2",
                        "from the first brace to the last"),
                arguments(
                        "nothing",
                        key(""),
                        "public.key is empty.",
                        "Paste the public key that LivePerson supplies."),
                arguments(
                        "no kid",
                        Map.of(KEY, good),
                        "The key in public.key has no kid",
                        "Enter the kid that LivePerson supplies with the key as key.id"),
                arguments(
                        "one kid for two keys",
                        key(GOOD.pem() + certificate(-1, 1)),
                        "The key in block 2 (CERTIFICATE) has no kid",
                        "enter one for each"),
                arguments(
                        "two kids for one key",
                        Map.of(KEY, good, KID, "a,b"),
                        "key.id names 2 kids for 1 key.",
                        "Name one kid per key"),
                arguments(
                        "an unknown enc",
                        Map.of(KEY, good, KID, "a", ENC, "A512GCM"),
                        "content.encryption is A512GCM, which is not known.",
                        "Choose one of A128CBC-HS256, A192CBC-HS384"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("settings")
    void refused(String what, Map<String, String> config, String problem, String fix) {
        try (Response response = realm.tryMapper(client, MAPPER, config)) {
            assertRefused(response, problem, fix);
        }
        assertThat(realm.keycloak().log())
                .as("K31: Keycloak logs the refusal, which never holds the key")
                .contains(problem)
                .doesNotContain(GOOD.base64().substring(60, 100));
    }

    @Test
    @DisplayName("native encryption on the same client")
    void native_encryption() {
        TestClient encrypting =
                realm.client(
                        "native",
                        c -> {
                            c.getAttributes().put("id.token.encrypted.response.alg", "RSA-OAEP");
                            c.getAttributes().put("id.token.encrypted.response.enc", "A256GCM");
                        });

        try (Response response = realm.tryMapper(encrypting, MAPPER, key(GOOD.base64()))) {
            assertRefused(
                    response,
                    "ID token encryption of the client itself is on",
                    "Clear the ID token encryption algorithms in the advanced settings");
        }
    }

    @Test
    @DisplayName("K33: in a client scope")
    void client_scope() {
        String scope = realm.clientScope("liveperson", List.of());

        try (Response response =
                realm.admin()
                        .clientScopes()
                        .get(scope)
                        .getProtocolMappers()
                        .createMapper(TestRealm.mapperOf(MAPPER, key(GOOD.base64())))) {
            assertRefused(
                    response,
                    "The encryption mapper is in a client scope",
                    "Add the mapper to the client itself");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MAPPER,
                "oidc-liveperson-window-mapper",
                "oidc-liveperson-customer-info-mapper",
                "oidc-liveperson-personal-info-mapper"
            })
    @DisplayName(
            "K33: every LivePerson mapper is refused under another protocol, where it would never run")
    void protocol(String provider) {
        ProtocolMapperRepresentation mapper = TestRealm.mapperOf(provider, key(GOOD.base64()));
        mapper.setProtocol("openid_connect");

        try (Response response =
                realm.admin()
                        .clients()
                        .get(client.id())
                        .getProtocolMappers()
                        .createMapper(mapper)) {
            assertRefused(
                    response, "is saved with another protocol", "the protocol openid-connect");
        }
    }

    @Test
    void a_change_for_the_worse_is_refused_and_the_good_settings_stay() {
        EncryptedClient existing = EncryptedClient.create(realm, key(GOOD.base64()));
        realm.user("consumer", Map.of());

        assertThat(catchThrowable(() -> existing.configure(key(WEAK.base64()))))
                .isInstanceOf(BadRequestException.class);
        OpenedToken.of(existing.tokens("consumer", "openid").idToken(), GOOD, realm);
    }

    @Test
    @DisplayName(
            "L13: a chain with a pasted kid encrypts to the leaf certificate, under " + "that kid")
    void pasted_chain() {
        EncryptedClient existing =
                EncryptedClient.create(
                        realm,
                        Map.of(KEY, chain(-1, 1), KID, "kid: \u201clpsso2026\u201d\u200b,ca"));
        realm.user("pasting", Map.of());

        OpenedToken.of(existing.tokens("pasting", "openid").idToken(), GOOD, realm);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void accepted(String what, Map<String, String> config) {
        try (Response response = realm.tryMapper(realm.codeClient(what), MAPPER, config)) {
            assertThat(response.getStatus()).as(response.readEntity(String.class)).isEqualTo(201);
        }
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("a-key-whose-time-has-not-come", key(certificate(1, 2))),
                arguments(
                        "last-years-key-beside-this-years",
                        Map.of(KEY, certificate(-2, -1) + certificate(-1, 1), KID, "a,b")),
                arguments(
                        "a-chain-with-a-kid-each", Map.of(KEY, chain(-1, 1), KID, "lpsso2026,ca")),
                arguments("a-chain-with-the-kid-of-the-leaf", key(chain(-1, 1))),
                arguments("a-JWK-with-its-own-kid", Map.of(KEY, GOOD.jwk())));
    }

    private static void assertRefused(Response response, String problem, String fix) {
        assertThat(response.getStatus()).isEqualTo(400);
        OAuth2ErrorRepresentation error = response.readEntity(OAuth2ErrorRepresentation.class);
        assertThat(error.getErrorDescription())
                .as("Keycloak's message formatting changes nothing")
                .isEqualTo(error.getError())
                .contains(problem)
                .contains(fix);
    }

    private static Map<String, String> key(String key) {
        return Map.of(KEY, key, KID, "lpsso2026");
    }

    private static String chain(int fromDay, int untilDay) {
        return GOOD.chain(
                AUTHORITY, NOW.plus(Duration.ofDays(fromDay)), NOW.plus(Duration.ofDays(untilDay)));
    }

    private static String hexadecimal() {
        return ((RSAPublicKey) GOOD.pair().getPublic()).getModulus().toString(16);
    }

    private static String spki(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static String certificate(int fromDay, int untilDay) {
        return GOOD.certificate(
                NOW.plus(Duration.ofDays(fromDay)), NOW.plus(Duration.ofDays(untilDay)));
    }
}
