package io.github.keycloakliveperson.demo.brand;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A realm that redeems any code for an id_token with the claims a test has put down. */
final class TinyRealm implements AutoCloseable {

    private final RsaJsonWebKey key;
    private final HttpServer server;
    private String claims = "";

    private TinyRealm(RsaJsonWebKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    static TinyRealm start() throws JoseException, IOException {
        var key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("realm");
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var realm = new TinyRealm(key, HttpServer.create(loopback, 0));
        var protocol = "/realms/brand/protocol/openid-connect/";
        realm.server.createContext(
                protocol + "certs", e -> answer(e, new JsonWebKeySet(key).toJson()));
        realm.server.createContext(
                protocol + "token", e -> answer(e, "{\"id_token\":\"" + realm.idToken() + "\"}"));
        realm.server.start();
        return realm;
    }

    KeycloakSite site() {
        var uri = URI.create("http://localhost:" + server.getAddress().getPort());
        return new KeycloakSite(uri, uri, "brand");
    }

    void nextClaims(String audience, String nonce, long secondsToLive) {
        claims =
                "{\"iss\":\"%s\",\"sub\":\"s\",\"aud\":\"%s\",\"nonce\":\"%s\",\"exp\":%d,\"name\":\"<Jané>\",\"email\":\"j@example.com\"}"
                        .formatted(
                                site().issuer(),
                                audience,
                                nonce,
                                Instant.now().getEpochSecond() + secondsToLive);
    }

    private String idToken() {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKeyIdHeaderValue("realm");
        jws.setPayload(claims);
        jws.setKey(key.getPrivateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
