package io.github.keycloakliveperson.demo.cloud;

import com.sun.net.httpserver.HttpExchange;
import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwksEndpoint;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import io.github.keycloakliveperson.demo.TinyIssuer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.lang.JoseException;

/** A brand's provider in a few lines: a key set, and a token endpoint that takes {@code good}. */
final class TinyProvider implements AutoCloseable {

    static final String SDES =
            """
            [{"type":"ctmrinfo","info":{"customerId":"C-1","balance":-42.9}},
             {"type":"personal","personal":{"firstname":"Jané 🌻","lastname":"Doe",
              "contacts":[{"email":"j@example.com"},{"phone":"+4930"}]}}]""";

    /** What it serves as its key set. */
    String jwks;

    private final TinyIssuer issuer;
    private String tokenRequest = "";

    private TinyProvider(TinyIssuer issuer) {
        this.issuer = issuer;
    }

    static TinyProvider start() throws JoseException, IOException {
        var issuer = TinyIssuer.start("tiny");
        var provider = new TinyProvider(issuer);
        provider.jwks = issuer.keySet();
        issuer.at("/jwks", e -> TinyIssuer.answer(e, 200, provider.jwks));
        issuer.at("/token", provider::token);
        return provider;
    }

    URI address(String path) {
        return issuer.address(path);
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
        return issuer.sign(claims);
    }

    private void token(HttpExchange exchange) throws IOException {
        tokenRequest = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (tokenRequest.contains("&code=good&")) {
            TinyIssuer.answer(
                    exchange,
                    200,
                    "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\""
                            + idToken()
                            + "\"}");
        } else {
            TinyIssuer.answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    @Override
    public void close() {
        issuer.close();
    }
}
