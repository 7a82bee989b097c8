package io.github.keycloakliveperson.demo.brand;

import io.github.keycloakliveperson.demo.TinyIssuer;
import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import java.io.IOException;
import java.time.Instant;
import org.jose4j.lang.JoseException;

/** A realm that redeems any code for an id_token with the claims that a test has set. */
final class TinyRealm implements AutoCloseable {

    private final TinyIssuer issuer;
    private String claims = "";

    private TinyRealm(TinyIssuer issuer) {
        this.issuer = issuer;
    }

    static TinyRealm start() throws JoseException, IOException {
        var issuer = TinyIssuer.start("realm");
        var realm = new TinyRealm(issuer);
        var protocol = "/realms/brand/protocol/openid-connect/";
        issuer.at(protocol + "certs", e -> TinyIssuer.answer(e, 200, issuer.keySet()));
        issuer.at(protocol + "token", e -> TinyIssuer.answer(e, 200, realm.tokens()));
        return realm;
    }

    KeycloakSite site() {
        return new KeycloakSite(issuer.address(""), issuer.address(""), "brand");
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

    String sign(String claims) {
        return issuer.sign(claims);
    }

    private String tokens() {
        return "{\"id_token\":\"" + issuer.sign(claims) + "\"}";
    }

    @Override
    public void close() {
        issuer.close();
    }
}
