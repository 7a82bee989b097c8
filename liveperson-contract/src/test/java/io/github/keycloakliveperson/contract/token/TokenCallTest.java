package io.github.keycloakliveperson.contract.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.connector.IdpCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("LivePerson's token call")
class TokenCallTest {

    private static final String TOKENS =
            """
            {"access_token":"NotApplicable","token_type":"Bearer","id_token":"a.b.c"}""";

    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;
    private String body;
    private String authorization;
    private String contentType;
    private int status = 200;
    private String answer = TOKENS;
    private String answerType = "application/json";
    private String cacheControl = "no-store";
    private boolean silent;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        contentType = exchange.getRequestHeaders().getFirst("Content-Type");
        if (silent) {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.getResponseHeaders().add("Content-Type", answerType);
        exchange.getResponseHeaders().add("Cache-Control", cacheControl);
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private URI token() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    private TokenAnswer redeem(Optional<String> verifier) throws InterruptedException {
        var call = new TokenCall(HttpClient.newHttpClient(), Duration.ofSeconds(silent ? 1 : 20));
        return call.redeem(connector(token()), "c o+de&", "https://liveperson.net", verifier);
    }

    private static Connector connector(URI token) {
        return connector(token, "");
    }

    private static Connector connector(URI token, String pastedKey) {
        return new Connector(
                AuthenticationType.CODE,
                false,
                "Brand",
                "https://id.example.com/realms/brand",
                URI.create("https://id.example.com/authorize"),
                Optional.of(token),
                "live person",
                Optional.of(new ClientSecret("s+/%=:ä")),
                new IdpCertificate.JwtPublicKey(pastedKey),
                Connector.DEFAULT_JS_METHOD,
                "");
    }

    @Test
    @DisplayName("posts a form with grant type, code and redirect URI (L17)")
    void form() throws InterruptedException {
        var result = redeem(Optional.empty());

        assertThat(contentType).isEqualTo("application/x-www-form-urlencoded");
        assertThat(body)
                .isEqualTo(
                        "grant_type=authorization_code&code=c+o%2Bde%26"
                                + "&redirect_uri=https%3A%2F%2Fliveperson.net");
        assertThat(result.idToken()).contains("a.b.c");
        assertThat(result.finding().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    @DisplayName("sends id and secret by Basic, not form-encoded first (L18)")
    void basic() throws InterruptedException {
        redeem(Optional.empty());

        basicOf("live person:s+/%=:ä");
        assertThat(body).doesNotContain("client_");
    }

    private void basicOf(String credentials) {
        assertThat(authorization).startsWith("Basic ");
        var sent = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
        assertThat(new String(sent, StandardCharsets.UTF_8)).isEqualTo(credentials);
    }

    @Test
    @DisplayName("sends the plain verifier with PKCE (L17, L19)")
    void pkce() throws InterruptedException {
        // The pair of RFC 7636, appendix B.
        var pkce = Pkce.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

        redeem(Optional.of(pkce.verifier()));

        assertThat(body).endsWith("&code_verifier=" + pkce.verifier());
        assertThat(pkce.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    @DisplayName("renews an access token with the same raw Basic credentials (L39)")
    void renews() throws InterruptedException {
        answer = "{\"access_token\":\"x.y.z\",\"token_type\":\"Bearer\"}";

        var renewed =
                new TokenCall(HttpClient.newHttpClient(), Duration.ofSeconds(20))
                        .renew(connector(token()), "r+1", "s+/%=:ä");

        assertThat(body).isEqualTo("grant_type=refresh_token&refresh_token=r%2B1");
        assertThat(renewed.accessToken()).contains("x.y.z");
        assertThat(renewed.idToken()).isEmpty();
        basicOf("live person:s+/%=:ä");
    }

    @Test
    @DisplayName("requires an access token, and no id_token, for a delegation connector (L40)")
    void delegation() throws InterruptedException {
        var call = new TokenCall(HttpClient.newHttpClient(), Duration.ofSeconds(20));
        var delegating = connector(token(), IdpCertificate.JwtPublicKey.CONSUMER_DELEGATION);
        answer = "{\"access_token\":\"x.y.z\",\"token_type\":\"Bearer\"}";
        var given = call.redeem(delegating, "c", "https://i.example", Optional.empty());
        answer = "{\"id_token\":\"x.y.z\",\"token_type\":\"Bearer\"}";
        var none = call.redeem(delegating, "c", "https://i.example", Optional.empty());

        assertThat(given.accessToken()).contains("x.y.z");
        assertThat(given.finding().verdict()).isEqualTo(Verdict.PASS);
        assertThat(none.refusal().orElseThrow().evidence()).contains("without an access_token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":\"invalid_grant\"} | 9011",
                "400 | {\"error\":\"invalid_code\"} | 9011",
                "401 | {\"error\":\"unauthorized_client\"} | 9011",
                "500 | <html> | 9011",
                "200 | {\"access_token\":\"x\"} | 9011",
                "200 | not json | 9011",
                "400 | {\"error\":\"invalid_grant\",\"error_description\":\"PKCE verification failed\"} | 1057",
                "400 | {\"error\":\"invalid_grant\",\"error_description\":\"Missing code_verifier\"} | 1057"
            })
    @DisplayName("9011 and 1057: the endpoint refuses (L20)")
    void refused(int status, String answer, int number) throws InterruptedException {
        this.status = status;
        this.answer = answer;

        var result = redeem(Optional.empty());

        assertThat(result.idToken()).isEmpty();
        assertThat(result.refusal().orElseThrow().error().map(LivePersonError::number))
                .contains(number);
    }

    @Test
    @DisplayName("9013: no answer in time")
    void slow() throws InterruptedException {
        silent = true;

        var result = redeem(Optional.empty());

        assertThat(result.refusal().orElseThrow().error())
                .contains(LivePersonError.TOKEN_ENDPOINT_SLOW);
        assertThat(result.status()).isZero();
    }

    @Test
    @DisplayName("9013: nobody answers at the address")
    void nobody() throws InterruptedException {
        var call = new TokenCall(HttpClient.newHttpClient(), Duration.ofSeconds(5));

        var result =
                call.redeem(
                        connector(URI.create("http://127.0.0.1:1/token")),
                        "code",
                        TokenRedirect.DEFAULT,
                        Optional.empty());

        assertThat(result.refusal().orElseThrow().error())
                .contains(LivePersonError.TOKEN_ENDPOINT_SLOW);
    }

    @Test
    @DisplayName("detects answers that don't match L20")
    void findings() throws InterruptedException {
        answerType = "text/plain";
        cacheControl = "max-age=60";
        answer = "{\"id_token\":\"a.b.c\"}";

        var result = redeem(Optional.empty());

        assertThat(result.finding().fails()).isTrue();
        assertThat(result.finding().evidence())
                .contains("text/plain", "no-store", "access_token", "Bearer");
        assertThat(result.idToken()).contains("a.b.c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":\"invalid_grant\"} | PASS",
                "400 | {\"error\":\"json_parse_error\"} | PASS",
                "400 | {\"error\":\"oops\"} | WARN",
                "401 | {\"error\":\"invalid_client\"} | WARN",
                "500 | <html> | WARN",
                "200 | {\"id_token\":\"a.b.c\"} | FAIL"
            })
    @DisplayName(
            "accepts any refusal, but only 400 with a known error code is as " + "documented (L20)")
    void refusals(int status, String answer, Verdict verdict) throws InterruptedException {
        this.status = status;
        this.answer = answer;

        assertThat(redeem(Optional.empty()).refusalFinding("a code used twice").verdict())
                .isEqualTo(verdict);
    }

    @Test
    @DisplayName("never shows the secret, the verifier or the answer in a text form")
    void quiet() throws InterruptedException {
        var connector = connector(URI.create("http://127.0.0.1/"));

        assertThat(connector.toString()).doesNotContain("s+/%");
        assertThat(redeem(Optional.empty()).toString()).doesNotContain("a.b.c");
        assertThat(Pkce.of("verifier").toString()).doesNotContain("verifier");
    }
}
