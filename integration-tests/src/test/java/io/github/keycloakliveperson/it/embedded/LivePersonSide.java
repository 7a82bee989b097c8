package io.github.keycloakliveperson.it.embedded;

import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwksEndpoint;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.token.TokenAnswer;
import io.github.keycloakliveperson.contract.token.TokenCall;
import io.github.keycloakliveperson.contract.token.TokenRedirect;
import io.github.keycloakliveperson.contract.token.TokenVerifier;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import io.github.keycloakliveperson.contract.token.Verification;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** LivePerson's server: the simulator's token call and verification, with our key set. */
public record LivePersonSide(Connector connector, HttpClient http) {

    /** LivePerson with the connector of a code client. */
    public static LivePersonSide of(TestRealm realm, TestClient client) {
        return new LivePersonSide(
                new Connector(
                        AuthenticationType.CODE,
                        false,
                        "Brand",
                        realm.issuer(),
                        realm.livePerson("authorize"),
                        Optional.of(realm.protocol("token")),
                        client.clientId(),
                        Optional.of(new ClientSecret(client.secret())),
                        new JwksEndpoint(realm.livePerson("jwks")),
                        Connector.DEFAULT_JS_METHOD,
                        ""),
                HttpClient.newHttpClient());
    }

    /** Redeems what the page's method called back with (L17–L19, L21). */
    TokenAnswer redeem(List<Object> answer, String verifier) {
        Map<?, ?> called = (Map<?, ?>) answer.get(0);
        return redeem(
                (String) called.get("ssoKey"),
                TokenRedirect.EMBEDDED.choose(
                        Optional.ofNullable((String) called.get("redirect_uri"))),
                verifier);
    }

    /** Redeems a code. */
    public TokenAnswer redeem(String code, String redirectUri, String verifier) {
        try {
            return new TokenCall(http, Duration.ofSeconds(60))
                    .redeem(connector, code, redirectUri, Optional.ofNullable(verifier));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Verifies a token in the clear. */
    public Verification verify(String token) {
        return TokenVerifier.of(connector, http, Encryption.OPTIONAL, List.of()).verify(token);
    }

    /** Verifies a token that has to be encrypted for this key pair (L13, L16). */
    public Verification verifyEncrypted(String token, LivePersonKeyPair... keyPairs) {
        return TokenVerifier.of(connector, http, Encryption.EXPECTED, List.of(keyPairs))
                .verify(token);
    }
}
