package io.github.keycloakliveperson.contract.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import io.github.keycloakliveperson.contract.clause.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The brand's keys at LivePerson (L11, L12)")
class BrandKeysTest {

    private static final Optional<String> KID = Optional.of("key-1");
    private static final RsaJsonWebKey KEY = key("key-1");
    private static final RsaJsonWebKey OTHER_KEY = key("key-2");

    private static RsaJsonWebKey key(String kid) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jwks(RsaJsonWebKey... keys) {
        return new JsonWebKeySet(List.of(keys)).toJson();
    }

    private static String spki(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static void refused(LivePersonError error, String message, ThrowingCallable call) {
        var exception = catchThrowableOfType(RefusedException.class, call);
        assertThat(exception.finding().error()).contains(error);
        assertThat(exception.finding().evidence()).contains(message);
    }

    @Nested
    @DisplayName("a pasted key")
    class Pasted {

        private final String spki = spki(KEY.getPublicKey());

        @Test
        @DisplayName("is base64 SPKI on one line, whatever the kid (L11)")
        void taken() throws RefusedException {
            assertThat(new PastedKey(spki).choose(Optional.of("any")).key())
                    .isEqualTo(KEY.getKey());
            assertThat(new PastedKey(spki).choose(Optional.empty()).key()).isEqualTo(KEY.getKey());
        }

        @Test
        @DisplayName("1005: with a PEM header, line breaks, or not a key at all (L11)")
        void refusedForms() {
            var mime = Base64.getMimeEncoder().encodeToString(KEY.getPublicKey().getEncoded());
            for (var form :
                    new String[] {
                        "-----BEGIN PUBLIC KEY-----" + spki,
                        mime,
                        "",
                        "????",
                        spki.substring(40),
                        spki(KEY.getPrivateKey())
                    }) {
                refused(
                        LivePersonError.KEY_FORMAT,
                        "it cannot be read",
                        () -> new PastedKey(form).choose(KID));
            }
        }

        @Test
        @DisplayName("1005: an elliptic curve key (L1)")
        void ec() throws JoseException {
            var ec = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            refused(
                    LivePersonError.KEY_FORMAT,
                    "RSA",
                    () -> new PastedKey(spki(ec.getPublicKey())).choose(KID));
        }
    }

    @Nested
    @DisplayName("a key set")
    class Set {

        @Test
        @DisplayName("gives the key with the kid (L12)")
        void byKid() throws RefusedException {
            var set = KeySet.parse(jwks(OTHER_KEY, KEY));

            assertThat(set.choose(KID).key()).isEqualTo(KEY.getKey());
        }

        @Test
        @DisplayName(
                "of one key needs no kid, and two keys with the same kid cause a warning (L12)")
        void doubtful() throws RefusedException {
            assertThat(KeySet.parse(jwks(KEY)).choose(Optional.empty()).kid().verdict())
                    .isEqualTo(Verdict.WARN);
            assertThat(KeySet.parse(jwks(KEY, KEY)).choose(KID).kid().verdict())
                    .isEqualTo(Verdict.WARN);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "<html>",
                    "[]",
                    "{}",
                    "{\"keys\":{}}",
                    "{\"keys\":[]}",
                    "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"key-1\",\"e\":\"AQAB\"}]}",
                    "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"key-1\",\"e\":\"AQAB\",\"n\":\"a+b/c==\"}]}"
                })
        @DisplayName("1038: is not a JWK set, or n is not base64url (L12)")
        void malformed(String json) {
            refused(
                    LivePersonError.JWKS_MALFORMED,
                    "the key set cannot be read",
                    () -> KeySet.parse(json));
        }

        @Test
        @DisplayName("should contain only RS256 signing keys (L11)")
        void others() throws RefusedException {
            var encryption = key("key-3");
            encryption.setUse("enc");

            assertThat(KeySet.parse(jwks(KEY, OTHER_KEY)).findings())
                    .extracting(Finding::verdict)
                    .containsOnly(Verdict.PASS);
            assertThat(KeySet.parse(jwks(KEY, encryption)).findings())
                    .extracting(Finding::verdict)
                    .containsExactly(Verdict.PASS, Verdict.WARN);
            assertThat(KeySet.parse(jwks(encryption)).findings())
                    .extracting(Finding::verdict)
                    .containsExactly(Verdict.FAIL, Verdict.WARN);
        }

        @Test
        @DisplayName("1005: the kid names an elliptic curve key (L1)")
        void ec() throws JoseException {
            var ec = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            ec.setKeyId("key-1");
            refused(
                    LivePersonError.KEY_FORMAT,
                    "RSA",
                    () -> KeySet.parse("{\"keys\":[" + ec.toJson() + "]}").choose(KID));
        }

        @Test
        @DisplayName("1005: the kid names a key of unknown kind")
        void unknownKind() {
            refused(
                    LivePersonError.KEY_FORMAT,
                    "unusable",
                    () ->
                            KeySet.parse("{\"keys\":[{\"kty\":\"XYZ\",\"kid\":\"key-1\"}]}")
                                    .choose(KID));
        }
    }

    @Nested
    @DisplayName("a JWKS address")
    class Remote {

        @Test
        @DisplayName("is fetched for every token (L11)")
        void fetched() throws Exception {
            answering(
                    200,
                    jwks(KEY, OTHER_KEY),
                    keys -> {
                        assertThat(keys.choose(KID).key()).isEqualTo(KEY.getKey());
                        assertThat(keys.findings())
                                .extracting(Finding::verdict)
                                .containsExactly(Verdict.WARN, Verdict.PASS, Verdict.PASS);
                    });
        }

        @Test
        @DisplayName("1038: answers with an error")
        void error() throws Exception {
            answering(
                    500,
                    "",
                    keys -> refused(LivePersonError.JWKS_MALFORMED, "500", () -> keys.choose(KID)));
        }

        @Test
        @DisplayName("1038: no answer, or an unknown host")
        void nobody() {
            for (var address : new String[] {"http://127.0.0.1:1/jwks", "http://nobody.invalid/"}) {
                var keys = new RemoteKeySet(HttpClient.newHttpClient(), URI.create(address));
                refused(LivePersonError.JWKS_MALFORMED, "returns no keys", () -> keys.choose(KID));
            }
        }

        @Test
        @DisplayName("1038: plain http to another machine (L11)")
        void plainHttp() {
            var keys =
                    new RemoteKeySet(HttpClient.newHttpClient(), URI.create("http://192.0.2.1/"));
            assertThat(keys.findings()).singleElement().matches(Finding::fails);
            refused(LivePersonError.JWKS_MALFORMED, "https", () -> keys.choose(KID));
        }

        interface Use {
            void of(VerificationKeys keys) throws RefusedException;
        }

        private static void answering(int status, String body, Use use)
                throws IOException, RefusedException {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(loopback, 0);
            server.createContext(
                    "/",
                    exchange -> {
                        var bytes = body.getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                        exchange.getResponseBody().write(bytes);
                        exchange.close();
                    });
            server.start();
            try {
                var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
                use.of(new RemoteKeySet(HttpClient.newHttpClient(), address));
            } finally {
                server.stop(0);
            }
        }
    }
}
