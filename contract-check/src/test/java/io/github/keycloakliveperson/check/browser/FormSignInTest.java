package io.github.keycloakliveperson.check.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sign-in through a login form")
class FormSignInTest {
    private static final String WINDOW = "https://window.example/";
    private static final Predicate<String> AT_WINDOW = address -> address.startsWith(WINDOW);
    private static final String FORM =
            "<form id='kc-form-login' action='/login?tab=%s' method='post'>"
                    + "<input name='username' type='text'><input name='password' type='password'>"
                    + "<input type='hidden' name='credentialId' value='x'></form>";

    private final FormSignIn signIn =
            new FormSignIn(new Http(), new Credentials("ada", "correct horse"));
    private HttpServer server;
    private String posted;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @DisplayName("types name and password, keeps hidden fields and lands with raw characters")
    void signsIn() {
        page("/auth", FORM.formatted("1"));
        server.createContext(
                "/login",
                exchange -> {
                    posted = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    redirect(exchange, WINDOW + "?code=1&state=%7b+(;");
                });

        var outcome = signIn.open(address("/auth"), AT_WINDOW);

        assertThat(posted).contains("username=ada", "password=correct%20horse", "credentialId=x");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Returned.class,
                        returned ->
                                assertThat(returned.landing().parameter("state"))
                                        .contains("%7b+(;"));
    }

    @Test
    @DisplayName("says so when the provider refuses name or password, instead of trying on")
    void refused() {
        page("/auth", FORM.formatted("1"));
        page("/login", "<span id='input-error'>Invalid password.</span>" + FORM.formatted("2"));

        assertThatThrownBy(() -> signIn.open(address("/auth"), AT_WINDOW))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("Invalid password.")
                .hasMessageNotContaining("correct horse");
    }

    @Test
    @DisplayName("stops at a required action and says which")
    void requiredAction() {
        page(
                "/auth",
                "<h1 id='kc-page-title'>Update password</h1><form action='/x' method='post'>"
                        + "<input type='password' name='password-new'></form>");

        assertThat(signIn.open(address("/auth"), AT_WINDOW))
                .isEqualTo(new Outcome.Stopped(200, "Update password"));
    }

    @Test
    @DisplayName("stops at an error page with what it says")
    void errorPage() {
        page(
                "/auth",
                "<h1>We are sorry...</h1><div id='kc-error-message'><p>Invalid parameter:"
                        + " redirect_uri</p></div>");

        assertThat(signIn.open(address("/auth"), AT_WINDOW).describe())
                .isEqualTo("HTTP 200, page “Invalid parameter: redirect_uri”");
    }

    @Test
    @DisplayName("submits a form that submits itself, on the way and at the end of it")
    void selfSubmitting() {
        page(
                "/auth",
                "<body onload='document.forms[0].submit()'><form method='post' action='/callback'>"
                        + "<INPUT TYPE='HIDDEN' NAME='state' VALUE='s'></form></body>");
        server.createContext(
                "/callback",
                exchange -> {
                    posted = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    answer(
                            exchange,
                            "<body onload='document.forms[0].submit()'><form method='post' action='"
                                    + WINDOW
                                    + "'><input type='hidden' name='id_token' value='a b'></form></body>");
                });

        var outcome = signIn.open(address("/auth"), AT_WINDOW);

        assertThat(posted).isEqualTo("state=s");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Returned.class,
                        returned -> {
                            assertThat(returned.landing().place("id_token")).isEqualTo("form");
                            assertThat(returned.landing().value("id_token")).contains("a b");
                        });
    }

    @Test
    @DisplayName("gives up on a provider that redirects in circles")
    void circles() {
        server.createContext("/auth", exchange -> redirect(exchange, "/auth"));

        assertThatThrownBy(() -> signIn.open(address("/auth"), AT_WINDOW))
                .hasMessage("The provider redirects in circles.");
    }

    @Test
    @DisplayName("types nothing in the browser in which nobody is signed in")
    void signedOut() {
        page("/auth", "<h1>Sign in</h1>" + FORM.formatted("1"));

        assertThat(signIn.openSignedOut(address("/auth"), AT_WINDOW))
                .isEqualTo(new Outcome.Stopped(200, "Sign in"));
    }

    @Test
    @DisplayName("never shows the credentials")
    void credentials() {
        assertThat(new Credentials("ada", "secret")).hasToString("Credentials[removed]");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void page(String path, String html) {
        server.createContext(path, exchange -> answer(exchange, html));
    }

    private static void answer(HttpExchange exchange, String html) throws IOException {
        var body = html.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }
}
