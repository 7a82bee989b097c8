package io.github.keycloakliveperson.demo.cloud;

import com.sun.net.httpserver.HttpExchange;
import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.connector.IdpCertificate;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwksEndpoint;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwtPublicKey;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import io.github.keycloakliveperson.demo.TinyIssuer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.lang.JoseException;

/**
 * A brand's provider in a few lines: a key set, a token endpoint that takes {@code good}, and the
 * brand's API.
 */
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

    /** The access token that the brand's API takes. */
    String taken = "x";

    /** The scope of access tokens. */
    String scope = "openid bill.read";

    private TinyProvider(TinyIssuer issuer) {
        this.issuer = issuer;
    }

    static TinyProvider start() throws JoseException, IOException {
        var issuer = TinyIssuer.start("tiny");
        var provider = new TinyProvider(issuer);
        provider.jwks = issuer.keySet();
        issuer.at("/jwks", e -> TinyIssuer.answer(e, 200, provider.jwks));
        issuer.at("/token", provider::token);
        issuer.at("/api/bill", provider::bill);
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
        return entry(clientId, type, pkce, new JwksEndpoint(address("/jwks")));
    }

    /** The connector for a bot's link (L40). */
    Account.Entry bot() {
        var word = new JwtPublicKey(JwtPublicKey.CONSUMER_DELEGATION);
        return entry("bot", AuthenticationType.CODE, false, word).withApi("bill.read");
    }

    private Account.Entry entry(
            String clientId, AuthenticationType type, boolean pkce, IdpCertificate certificate) {
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
                        certificate,
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
        if (tokenRequest.matches(".*&(code=good&|refresh_token=good).*")) {
            TinyIssuer.answer(
                    exchange,
                    200,
                    """
                    {"access_token":"%s","token_type":"Bearer","expires_in":60,"scope":"%s",
                     "refresh_token":"good","id_token":"%s"}"""
                            .formatted(
                                    tokenRequest.contains("&code=") ? "x" : "renewed",
                                    scope,
                                    idToken()));
        } else {
            TinyIssuer.answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    private void bill(HttpExchange exchange) throws IOException {
        var right =
                ("Bearer " + taken).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        TinyIssuer.answer(
                exchange, right ? 200 : 401, "{\"amount\":\"92.90 €\",\"taken\":\"2 November\"}");
    }

    @Override
    public void close() {
        issuer.close();
    }
}
