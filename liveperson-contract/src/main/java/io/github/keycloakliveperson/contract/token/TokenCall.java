package io.github.keycloakliveperson.contract.token;

import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.connector.Connector;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** LivePerson's server redeems a code (L17–L19), and renews an access token (L39). */
public final class TokenCall {

    private final HttpClient http;
    private final Duration timeout;

    /**
     * @param http the client to call with; it should not follow redirects
     * @param timeout how long LivePerson waits before it gives up with 9013
     */
    public TokenCall(HttpClient http, Duration timeout) {
        this.http = http;
        this.timeout = timeout;
    }

    /**
     * @param connector a code connector
     * @param code the authorization code
     * @param redirectUri what {@link TokenRedirect} chose
     * @param verifier the PKCE verifier where PKCE is on
     * @return the token endpoint's answer; never an exception for what the other side does
     * @throws InterruptedException when the thread is interrupted
     */
    public TokenAnswer redeem(
            Connector connector, String code, String redirectUri, Optional<String> verifier)
            throws InterruptedException {
        return redeem(
                connector,
                code,
                redirectUri,
                verifier,
                ClientAuthentication.RAW_BASIC,
                connector.clientSecret().map(ClientSecret::value).orElse(""));
    }

    /** The same with another authentication or another secret; an empty one isn't sent. */
    public TokenAnswer redeem(
            Connector connector,
            String code,
            String redirectUri,
            Optional<String> verifier,
            ClientAuthentication how,
            String secret)
            throws InterruptedException {
        var wanted = connector.delegates() ? TokenAnswer.ACCESS_TOKEN : TokenAnswer.ID_TOKEN;
        return send(
                connector,
                form(code, redirectUri, verifier),
                how,
                secret,
                wanted,
                verifier.isPresent());
    }

    /**
     * Asks for a new access token, with the same raw Basic (L39).
     *
     * @param connector a code connector
     * @param refreshToken what came with the old one
     * @param secret the client's
     * @return the token endpoint's answer; never an exception for what the other side does
     * @throws InterruptedException when the thread is interrupted
     */
    public TokenAnswer renew(Connector connector, String refreshToken, String secret)
            throws InterruptedException {
        return send(
                connector,
                "grant_type=refresh_token&refresh_token=" + encode(refreshToken),
                ClientAuthentication.RAW_BASIC,
                secret,
                TokenAnswer.ACCESS_TOKEN,
                false);
    }

    private TokenAnswer send(
            Connector connector,
            String form,
            ClientAuthentication how,
            String secret,
            String wanted,
            boolean pkce)
            throws InterruptedException {
        var id = connector.clientId();
        var request =
                HttpRequest.newBuilder(connector.tokenEndpoint().orElseThrow())
                        .timeout(timeout)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(form + how.form(id, secret)));
        if (!secret.isEmpty()) {
            how.header(id, secret).ifPresent(h -> request.header("Authorization", h));
        }
        try {
            return TokenAnswer.of(
                    http.send(request.build(), BodyHandlers.ofString()), wanted, pkce);
        } catch (HttpTimeoutException e) {
            return TokenAnswer.none("no answer within " + timeout.toSeconds() + " seconds");
        } catch (IOException e) {
            return TokenAnswer.none("the token endpoint cannot be reached");
        }
    }

    private static String form(String code, String redirectUri, Optional<String> verifier) {
        List<String> pairs = new ArrayList<>();
        pairs.add("grant_type=authorization_code");
        pairs.add("code=" + encode(code));
        pairs.add("redirect_uri=" + encode(redirectUri));
        verifier.ifPresent(v -> pairs.add("code_verifier=" + encode(v)));
        return String.join("&", pairs);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
