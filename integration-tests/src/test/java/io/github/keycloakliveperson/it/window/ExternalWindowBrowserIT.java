package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The external window in a real Chromium, opened from another site, as a consumer opens it: what
 * cookies of which site travel when is the browser's decision here.
 */
@RealKeycloak
@RealChromium
@DisplayName("In a browser, the external window")
class ExternalWindowBrowserIT {

    private static final String BRAND = "https://www.brand.example/";

    private static final String CONFIGURATION = "?lpUnifiedWindowConfig=%7B%22a%22%3A1%7D";

    /** LivePerson's window, on a site of its own: 127.0.0.1 isn't localhost. */
    private static HttpServer livePerson;

    private static String window;
    private static TestRealm realm;
    private static WindowClient code;
    private static WindowClient implicit;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) throws IOException {
        livePerson = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        livePerson.createContext("/", ExternalWindowBrowserIT::showWindow);
        livePerson.start();
        window =
                "http://127.0.0.1:"
                        + livePerson.getAddress().getPort()
                        + "/le_unified_window/index.html";
        realm =
                TestRealm.create(
                        keycloak,
                        r -> {
                            r.setInternationalizationEnabled(true);
                            r.setSupportedLocales(Set.of("en", "de"));
                            r.setDefaultLocale("en");
                        });
        List<String> addresses = List.of(window, realm.livePerson("callback").toString());
        code = WindowClient.of(realm, "code", Map.of(), c -> c.setRedirectUris(addresses));
        implicit =
                WindowClient.of(
                        realm,
                        "implicit",
                        Map.of(),
                        c -> {
                            c.setRedirectUris(addresses);
                            c.setImplicitFlowEnabled(true);
                        });
        realm.user("consumer", Map.of());
        String newcomer = realm.user("newcomer", Map.of());
        UserRepresentation user = realm.admin().users().get(newcomer).toRepresentation();
        user.setRequiredActions(List.of("UPDATE_PROFILE"));
        realm.admin().users().get(newcomer).update(user);
    }

    @AfterAll
    static void tearDown() {
        livePerson.stop(0);
        realm.close();
    }

    @Test
    @DisplayName("gets a code, then one from the same session without a login")
    void codeFlow(Browser chromium) {
        try (BrowserContext context = context(chromium, "en-US")) {
            Page page = open(context, rfc(code, "code", STATE));
            signIn(page, "consumer");
            assertThat(arrived(page)).startsWith(window + "?code=").endsWith("&state=" + STATE);

            Page second = open(context, rfc(code, "code", "second"));
            assertThat(arrived(second)).startsWith(window + "?code=").endsWith("&state=second");
        }
    }

    @Test
    @DisplayName("gets an id_token by form_post, with and without a session")
    void implicitFlow(Browser chromium) {
        try (BrowserContext context = context(chromium, "en-US")) {
            Page page = open(context, rfc(implicit, "id_token", STATE));
            signIn(page, "consumer");
            assertThat(arrived(page)).startsWith(window + "#id_token=").endsWith("&state=" + STATE);

            Page second =
                    open(
                            context,
                            implicit.request(
                                    "response_type=token&nonce=visitor&redirect_uri="
                                            + Query.encode(window + CONFIGURATION)));
            assertThat(arrived(second)).startsWith(window + CONFIGURATION + "&token=");
        }
    }

    @Test
    @DisplayName("gets its answer after a required action")
    void requiredAction(Browser chromium) {
        try (BrowserContext context = context(chromium, "en-US")) {
            Page page = open(context, rfc(code, "code", STATE));
            signIn(page, "newcomer");
            page.locator("#kc-update-profile-form [type=submit]").first().click();

            assertThat(arrived(page)).startsWith(window + "?code=").endsWith("&state=" + STATE);
        }
    }

    @Test
    @DisplayName("several at once, each with its own state")
    void severalWindows(Browser chromium) {
        try (BrowserContext context = context(chromium, "en-US")) {
            Page first = open(context, rfc(code, "code", "first"));
            Page second = open(context, rfc(code, "code", "second"));
            signIn(first, "consumer");
            assertThat(arrived(first)).endsWith("&state=first");

            second.reload();
            if (second.locator("#username").isVisible()) {
                signIn(second, "consumer");
            }
            assertThat(arrived(second)).endsWith("&state=second");
        }
    }

    @Test
    @DisplayName("shows a German page when its address is wrong, and goes nowhere")
    void germanErrorPage(Browser chromium) {
        try (BrowserContext context = context(chromium, "de-DE")) {
            Page page =
                    open(
                            context,
                            code.request(
                                    "response_type=code&redirect_uri=https://evil.example/&state=s"));

            page.getByText("öffnen Sie das Chatfenster").waitFor();
            assertThat(page.url()).startsWith(realm.livePerson("authorize").toString());
        }
    }

    private static BrowserContext context(Browser chromium, String locale) {
        BrowserContext context =
                chromium.newContext(new Browser.NewContextOptions().setLocale(locale));
        context.setDefaultTimeout(40_000);
        return context;
    }

    private static URI rfc(WindowClient client, String type, String state) {
        return client.request(
                "response_type="
                        + type
                        + "&scope=openid&redirect_uri="
                        + Query.encode(window)
                        + "&state="
                        + state);
    }

    private static void showWindow(HttpExchange exchange) throws IOException {
        byte[] page = "<title>LivePerson</title>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    /** Follows a link on a brand's page: a navigation from another site. */
    private static Page open(BrowserContext context, URI request) {
        Page page = context.newPage();
        context.route(
                url -> url.startsWith(BRAND),
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html")
                                        .setBody(
                                                "<a id=chat href=\""
                                                        + request.toString().replace("&", "&amp;")
                                                        + "\">Chat</a>")));
        page.navigate(BRAND);
        page.locator("#chat").click();
        return page;
    }

    private static void signIn(Page page, String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestRealm.PASSWORD);
        page.locator("#kc-login").click();
    }

    private static String arrived(Page page) {
        page.waitForURL(url -> url.startsWith(window));
        return page.url();
    }
}
