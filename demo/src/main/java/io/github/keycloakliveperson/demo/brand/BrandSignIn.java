package io.github.keycloakliveperson.demo.brand;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.window.AuthorizationRequest;
import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import io.github.keycloakliveperson.demo.site.RandomId;
import io.github.keycloakliveperson.demo.site.Recent;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The brand site's own sign-in: OpenID Connect, code flow with PKCE, a public client. */
final class BrandSignIn {

    private static final String CLIENT = "demo-brand";
    private static final int MOST_UNDER_WAY = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakSite keycloak;
    private final URI brandOrigin;
    private final BrandIdToken idToken;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Recent<Begun> underWay = new Recent<>(MOST_UNDER_WAY);

    BrandSignIn(KeycloakSite keycloak, URI brandOrigin) {
        this.keycloak = keycloak;
        this.brandOrigin = brandOrigin;
        this.idToken = new BrandIdToken(keycloak, CLIENT);
    }

    /** A sign-in that waits for its return. */
    record Begun(String state, String nonce, Pkce pkce, URI location) {
        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    /** A signed-in customer. */
    record Customer(String name, String email, String idToken) {
        @Override
        public String toString() {
            return "Customer[]";
        }
    }

    Begun begin() {
        var state = RandomId.create();
        var nonce = RandomId.create();
        var pkce = Pkce.create();
        var request =
                AuthorizationRequest.at(at("/protocol/openid-connect/auth"))
                        .with("response_type", "code")
                        .with("client_id", CLIENT)
                        .with("scope", "openid")
                        .with("redirect_uri", returnAddress())
                        .with("state", state)
                        .with("nonce", nonce)
                        .with(pkce);
        var begun = new Begun(state, nonce, pkce, URI.create(request.address()));
        underWay.put(state, begun);
        return begun;
    }

    Optional<Customer> finish(String state, String code) throws InterruptedException {
        var begun = underWay.take(state);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        var token = redeem(code, begun.get().pkce().verifier());
        return token.flatMap(t -> idToken.verify(t, begun.get().nonce()));
    }

    private Optional<String> redeem(String code, String verifier) throws InterruptedException {
        var body =
                form(
                        Map.of(
                                "grant_type", "authorization_code",
                                "client_id", CLIENT,
                                "code", code,
                                "redirect_uri", returnAddress(),
                                "code_verifier", verifier));
        var request =
                HttpRequest.newBuilder(keycloak.forServers("/protocol/openid-connect/token"))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            var answer = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            return Optional.ofNullable(answer.path("id_token").textValue());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    URI signOutAddress(Customer customer) {
        return URI.create(
                AuthorizationRequest.at(at("/protocol/openid-connect/logout"))
                        .with("client_id", CLIENT)
                        .with("id_token_hint", customer.idToken())
                        .with("post_logout_redirect_uri", brandOrigin + "/signed-out")
                        .address());
    }

    private String at(String path) {
        return keycloak.forBrowsers(path).toString();
    }

    private String returnAddress() {
        return brandOrigin + "/sign-in/return";
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(
                        e ->
                                e.getKey()
                                        + "="
                                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
