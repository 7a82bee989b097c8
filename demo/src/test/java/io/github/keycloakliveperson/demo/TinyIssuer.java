package io.github.keycloakliveperson.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A web server on a free loopback port that signs id_tokens with a key of its own. */
public final class TinyIssuer implements AutoCloseable {

    private final RsaJsonWebKey key;
    private final HttpServer server;

    private TinyIssuer(RsaJsonWebKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @param keyId the {@code kid} of its key
     */
    public static TinyIssuer start(String keyId) throws JoseException, IOException {
        var key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(keyId);
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var issuer = new TinyIssuer(key, HttpServer.create(loopback, 0));
        issuer.server.start();
        return issuer;
    }

    /** Has a handler answer at a path. */
    public void at(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    /** The full address of a path, or of the server where the path is empty. */
    public URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    /** The key set, as JSON. */
    public String keySet() {
        return new JsonWebKeySet(key).toJson();
    }

    /** A token of these claims, RS256. */
    public String sign(String claims) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setPayload(claims);
        jws.setKey(key.getPrivateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers with JSON that isn't cached. */
    public static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
