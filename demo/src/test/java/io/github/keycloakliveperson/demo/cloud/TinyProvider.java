package io.github.keycloakliveperson.demo.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakliveperson.demo.liveperson.ClientSecret;
import io.github.keycloakliveperson.demo.liveperson.Connector;
import io.github.keycloakliveperson.demo.liveperson.Connector.AuthenticationType;
import io.github.keycloakliveperson.demo.liveperson.IdpCertificate.JwksEndpoint;
import io.github.keycloakliveperson.demo.liveperson.TokenVerifier.Encryption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A brand's provider in a few lines: a key set, and a token endpoint that takes {@code good}. */
final class TinyProvider implements AutoCloseable {

    static final String SDES =
            """
            [{"type":"ctmrinfo","info":{"customerId":"C-1","balance":-42.9}},
             {"type":"personal","personal":{"firstname":"Jané 🌻","lastname":"Doe",
              "contacts":[{"email":"j@example.com"},{"phone":"+4930"}]}}]""";

    private final RsaJsonWebKey key;
    private final HttpServer server;
    private String tokenRequest = "";

    private TinyProvider(RsaJsonWebKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    static TinyProvider start() throws JoseException, IOException {
        var key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("tiny");
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var provider = new TinyProvider(key, HttpServer.create(loopback, 0));
        provider.server.createContext("/jwks", provider::jwks);
        provider.server.createContext("/token", provider::token);
        provider.server.start();
        return provider;
    }

    URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    /** The form of the latest token call. */
    String tokenRequest() {
        return tokenRequest;
    }

    Account.Entry entry(String clientId, AuthenticationType type, boolean pkce) {
        var code = type == AuthenticationType.CODE;
        var connector =
                new Connector(
                        type,
                        pkce,
                        "Fernhill",
                        address("").toString(),
                        address("/authorize"),
                        code ? Optional.of(address("/token")) : Optional.empty(),
                        clientId,
                        code ? Optional.of(new ClientSecret("secret")) : Optional.empty(),
                        new JwksEndpoint(address("/jwks")),
                        Connector.DEFAULT_JS_METHOD,
                        "");
        return new Account.Entry(
                "uuid-" + clientId, "The " + clientId, connector, Encryption.OPTIONAL);
    }

    String idToken() {
        var now = Instant.now().getEpochSecond();
        var claims =
                "{\"iss\":\"%s\",\"sub\":\"7f3c\",\"iat\":%d,\"exp\":%d,\"lp_sdes\":%s}"
                        .formatted(address(""), now, now + 3600, SDES);
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKeyIdHeaderValue("tiny");
        jws.setPayload(claims);
        jws.setKey(key.getPrivateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void jwks(HttpExchange exchange) throws IOException {
        answer(exchange, 200, new JsonWebKeySet(key).toJson());
    }

    private void token(HttpExchange exchange) throws IOException {
        tokenRequest = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (tokenRequest.contains("&code=good&")) {
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\""
                            + idToken()
                            + "\"}");
        } else {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
