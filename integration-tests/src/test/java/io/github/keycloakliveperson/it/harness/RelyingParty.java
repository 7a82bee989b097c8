package io.github.keycloakliveperson.it.harness;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client's side of the flows, through the stock endpoints, for one client of a realm. */
public record RelyingParty(TestRealm realm, TestClient client) {

    /**
     * Builds an authorization request of the code flow; further parameters are added or replace.
     */
    public URI authorizationRequest(Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", client.clientId());
        parameters.put("redirect_uri", TestRealm.REDIRECT_URI);
        parameters.put("scope", "openid");
        parameters.put("state", "some-state");
        parameters.putAll(more);
        return URI.create(realm.protocol("auth") + "?" + Query.encode(parameters));
    }

    /**
     * Signs a user in with a fresh browser and returns the parameters that came to the redirect
     * URI.
     */
    public Map<String, String> signIn(String username, Map<String, String> more) {
        return signIn(new ConsumerBrowser(), username, more);
    }

    /** Signs a user in and returns the parameters that came to the redirect URI. */
    public Map<String, String> signIn(
            ConsumerBrowser browser, String username, Map<String, String> more) {
        Reply answer =
                browser.signIn(
                        authorizationRequest(more),
                        realm.keycloak().baseUri(),
                        username,
                        TestRealm.PASSWORD);
        return Query.of(answer.location());
    }

    /** Signs a user in by the code flow and redeems the code. */
    public TokenAnswer tokens(String username) {
        return redeem(signIn(username, Map.of()).get("code"), Map.of());
    }

    /** Redeems a code; further parameters are added or replace. */
    public TokenAnswer redeem(String code, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", TestRealm.REDIRECT_URI);
        form.putAll(more);
        return token(form);
    }

    /** Refreshes. */
    public TokenAnswer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Calls the token endpoint with the client's credentials in a Basic header. */
    public TokenAnswer token(Map<String, String> form) {
        return post("token", form);
    }

    /** Calls any endpoint that answers JSON with the client's credentials in a Basic header. */
    public TokenAnswer post(String endpoint, Map<String, String> form) {
        String credentials = client.clientId() + ":" + client.secret();
        return TokenAnswer.of(
                new ConsumerBrowser()
                        .send(
                                HttpRequest.newBuilder(realm.protocol(endpoint))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .header(
                                                "Authorization",
                                                "Basic "
                                                        + Base64.getEncoder()
                                                                .encodeToString(
                                                                        credentials.getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8)))
                                        .POST(BodyPublishers.ofString(Query.encode(form)))));
    }
}
