package io.github.keycloakliveperson.demo.brand;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwtPublicKey;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import io.github.keycloakliveperson.contract.window.RawParameters;
import io.github.keycloakliveperson.demo.TinyIssuer;
import io.github.keycloakliveperson.demo.cloud.Account;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.lang.JoseException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real server over HTTP; its realm is a tiny one of this test. */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("The brand's site")
class BrandServerTest {

    private static final URI CLOUD = URI.create("http://localhost:1");

    private URI origin;
    private TinyRealm realm;
    private BrandServer brand;
    private HttpClient http;

    @BeforeAll
    void start() throws JoseException, IOException {
        origin = URI.create("http://localhost:" + LoopbackPort.free());
        realm = TinyRealm.start();
        var account =
                new Account(
                        "12345678",
                        LivePersonKeyPair.generate("k"),
                        List.of(entry("pkce", true), entry("code", false)),
                        Optional.empty());
        brand = BrandServer.start(LoopbackPort.ADDRESS, origin, CLOUD, realm.site(), account);
    }

    private static Account.Entry entry(String clientId, boolean pkce) {
        var connector =
                new Connector(
                        AuthenticationType.CODE,
                        pkce,
                        "Fernhill",
                        "http://localhost/realms/brand",
                        URI.create("http://localhost/authorize"),
                        Optional.of(URI.create("http://localhost/token")),
                        clientId,
                        Optional.empty(),
                        new JwtPublicKey(""),
                        "auth.getToken",
                        "");
        return new Account.Entry(clientId, "The " + clientId, connector, Encryption.OPTIONAL);
    }

    @AfterAll
    void stop() {
        brand.close();
        realm.close();
    }

    @BeforeEach
    void newBrowser() {
        http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(origin.resolve(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Accept", "text/html").build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    private RawParameters beginSignIn() {
        return RawParameters.parse(location(get("/sign-in")).getRawQuery());
    }

    private Document page(String path) {
        return Jsoup.parse(get(path).body());
    }

    private void signIn() {
        var asked = beginSignIn();
        realm.nextClaims("demo-brand", asked.value("nonce").orElseThrow(), 60);
        get("/sign-in/return?code=c&state=" + asked.value("state").orElseThrow());
    }

    @Test
    @DisplayName("asks for a code with PKCE, state and nonce")
    void asks() {
        var asked = beginSignIn();

        assertThat(asked.value("response_type")).contains("code");
        assertThat(asked.value("client_id")).contains("demo-brand");
        assertThat(asked.value("code_challenge_method")).contains("S256");
        assertThat(asked.value("redirect_uri")).contains(origin + "/sign-in/return");
        assertThat(asked.value("nonce")).isNotEqualTo(asked.value("state"));
    }

    @Test
    @DisplayName("signs the customer in and out")
    void signsIn() {
        assertThat(location(get("/account"))).hasPath("/sign-in");

        signIn();
        var account = page("/account");
        assertThat(account.select("h1").text()).isEqualTo("Hello, <Jané>");

        var out =
                send(
                        HttpRequest.newBuilder(origin.resolve("/sign-out"))
                                .POST(BodyPublishers.noBody()));
        var parameters = RawParameters.parse(location(out).getRawQuery());
        assertThat(location(out).toString()).startsWith(realm.site().issuer());
        assertThat(parameters.value("post_logout_redirect_uri")).contains(origin + "/signed-out");
        assertThat(parameters.value("id_token_hint")).isPresent();
        assertThat(location(get("/account"))).hasPath("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({"demo-brand,other,60", "someone,,60", "demo-brand,,-120"})
    @DisplayName("refuses an id_token from another sign-in, for another client, or expired")
    void refuses(String audience, String nonce, long secondsToLive) {
        var asked = beginSignIn();
        realm.nextClaims(
                audience,
                nonce == null ? asked.value("nonce").orElseThrow() : nonce,
                secondsToLive);

        var answer = get("/sign-in/return?code=c&state=" + asked.value("state").orElseThrow());

        assertThat(answer.body()).contains("You are not signed in");
        assertThat(location(get("/account"))).hasPath("/sign-in");
    }

    @Test
    @DisplayName("refuses a sign-in that began in another browser")
    void otherBrowser() {
        var asked = beginSignIn();
        realm.nextClaims("demo-brand", asked.value("nonce").orElseThrow(), 60);
        newBrowser();

        var answer = get("/sign-in/return?code=c&state=" + asked.value("state").orElseThrow());

        assertThat(answer.body()).contains("You are not signed in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/account", "/signed-out", "/nothing"})
    @DisplayName("has a strict policy, no inline script or style, one heading")
    void pages(String path) {
        signIn();
        var response = get(path);
        var page = Jsoup.parse(response.body());

        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.select("style, [style], script:not([src]), [onclick]")).isEmpty();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    @DisplayName("has Keycloak's tag for the connector in use on every page (L31)")
    void tag() {
        for (var path : List.of("/", "/signed-out")) {
            var tag = page(path).select("script[src$=/liveperson/web-auth.js]");
            assertThat(tag.attr("src")).startsWith(realm.site().issuer());
            assertThat(tag.attr("data-client-id")).isEqualTo("pkce");
            assertThat(tag.attr("data-method")).isEqualTo("auth.getToken");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bill.read→email bill.read | 200 | ",
                "'fernhill-api'→['account','fernhill-api'] | 200 |",
                "'fernhill-api'→'other-api' | 401 | invalid_token",
                "'fernhill-api'→'demo-brand' | 401 | invalid_token",
                "'Bearer'→'ID' | 401 | invalid_token",
                "'Bearer'→'Refresh' | 401 | invalid_token",
                "/realms/brand→/realms/other | 401 | invalid_token",
                "HOUR→PAST | 401 | invalid_token",
                "'exp':HOUR,→ | 401 | invalid_token",
                "bill.read→bill.readall | 403 | insufficient_scope",
                "'scope'→'x' | 403 | insufficient_scope"
            })
    @DisplayName("returns a bill only to an access token for its API (L39, L40)")
    void api(String change, int status, String error) {
        var answer = bill("Bearer " + realm.sign(claims(change)));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .isEqualTo(Optional.ofNullable(error).map(e -> "Bearer error=\"" + e + "\""));
        assertThat(answer.body().contains("92.90")).isEqualTo(status == 200);
    }

    @Test
    @DisplayName("asks for a token if there is none, and refuses another issuer's signature")
    void apiWithoutToken() throws JoseException, IOException {
        var none = bill("Basic YTpi");
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(bill("Bearer x").statusCode()).isEqualTo(401);
        try (var stranger = TinyIssuer.start("realm")) {
            assertThat(bill("Bearer " + stranger.sign(claims("→"))).statusCode()).isEqualTo(401);
        }
    }

    private HttpResponse<String> bill(String authorization) {
        return send(
                HttpRequest.newBuilder(origin.resolve("/api/bill"))
                        .header("Authorization", authorization));
    }

    private String claims(String change) {
        var now = Instant.now().getEpochSecond();
        return "{'iss':'%s','sub':'s','aud':'fernhill-api','exp':HOUR,'typ':'Bearer','scope':'bill.read'}"
                .formatted(realm.site().issuer())
                .replace(change.split("→", -1)[0], change.split("→", -1)[1])
                .replace("HOUR", String.valueOf(now + 3600))
                .replace("PAST", String.valueOf(now - 3600))
                .replace('\'', '"');
    }

    @Test
    @DisplayName("lets the visitor choose another connector, but not an unknown one")
    void connector() {
        get("/connector/code");
        assertThat(page("/").select("[data-client-id]").eachAttr("data-client-id"))
                .containsOnly("code");
        assertThat(page("/").select("#chat-openid")).hasSize(1);

        get("/connector/nobody");
        assertThat(page("/").select(".connectors [aria-current]").text()).isEqualTo("The code");

        get("/connector/pkce");
        assertThat(page("/").select("#chat-openid")).isEmpty();
    }
}
