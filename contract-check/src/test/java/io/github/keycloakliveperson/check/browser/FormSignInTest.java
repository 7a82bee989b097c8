package io.github.keycloakliveperson.check.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.javalin.http.Context;
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
    private final Javalin server = Javalin.create(config -> config.showJavalinBanner = false);
    private String posted;

    @BeforeEach
    void start() {
        server.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @DisplayName(
            "enters name and password, keeps hidden fields, and returns the address " + "unchanged")
    void signsIn() {
        page("/auth", FORM.formatted("1"));
        server.post(
                "/login",
                context -> {
                    posted = context.body();
                    redirect(context, WINDOW + "?code=1&state=%7b+(;");
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
    @DisplayName("gives consent if asked for it (L40)")
    void consents() {
        page(
                "/auth",
                "<form action='/consent' method='post'><input type='hidden' name='code' value='x'>"
                        + "<button type='submit' name='accept' value='Yes'>Yes</button>"
                        + "<button type='submit' name='cancel' value='No'>No</button></form>");
        server.post(
                "/consent",
                context -> {
                    posted = context.body();
                    redirect(context, WINDOW + "?code=1");
                });

        assertThat(signIn.open(address("/auth"), AT_WINDOW)).isInstanceOf(Outcome.Returned.class);
        assertThat(posted).isEqualTo("code=x&accept=Yes");
    }

    @Test
    @DisplayName("says so if the provider refuses name or password, and doesn't try again")
    void refused() {
        page("/auth", FORM.formatted("1"));
        page("/login", "<span id='input-error'>Invalid password.</span>" + FORM.formatted("2"));

        assertThatThrownBy(() -> signIn.open(address("/auth"), AT_WINDOW))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("Invalid password.")
                .hasMessageNotContaining("correct horse");
    }

    @Test
    @DisplayName("stops at a required action and names it")
    void requiredAction() {
        page(
                "/auth",
                "<h1 id='kc-page-title'>Update password</h1><form action='/x' method='post'>"
                        + "<input type='password' name='password-new'></form>");

        assertThat(signIn.open(address("/auth"), AT_WINDOW))
                .isEqualTo(new Outcome.Stopped(200, "Update password"));
    }

    @Test
    @DisplayName("stops at an error page and repeats its text")
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
        server.post(
                "/callback",
                context -> {
                    posted = context.body();
                    context.html(
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
        server.get("/auth", context -> redirect(context, "/auth"));

        assertThatThrownBy(() -> signIn.open(address("/auth"), AT_WINDOW))
                .hasMessage("The provider redirects in circles.");
    }

    @Test
    @DisplayName("enters nothing in the browser in which nobody is signed in")
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

    @Test
    @DisplayName("keeps the characters of an absolute Location, and resolves a relative one")
    void resolve() {
        var odd = "https://window.example/a/../b?x=%7b{|}";

        assertThat(ConsumerBrowser.resolve("https://login.example/x/y", odd)).isEqualTo(odd);
        assertThat(ConsumerBrowser.resolve("https://login.example/x/y", "../z?q=%7b"))
                .isEqualTo("https://login.example/z?q=%7b");
        assertThat(ConsumerBrowser.resolve("https://login.example/x", ""))
                .isEqualTo("https://login.example/x");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private void page(String path, String html) {
        server.get(path, context -> context.html(html)).post(path, context -> context.html(html));
    }

    private static void redirect(Context context, String to) {
        context.status(302).res().setHeader("Location", to);
    }
}
