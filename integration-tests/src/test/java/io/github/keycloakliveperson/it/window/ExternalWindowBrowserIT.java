package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.browser.ConsumerEngine;
import io.github.keycloakliveperson.it.harness.browser.ConsumerWindow;
import io.github.keycloakliveperson.it.harness.browser.Engine;
import io.github.keycloakliveperson.it.harness.browser.EveryEngine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The external window in each engine, opened from another site, as a consumer opens it: what
 * cookies of which site travel when is the browser's decision here.
 */
@RealKeycloak
@DisplayName("In a browser, the external window")
class ExternalWindowBrowserIT {

    private static final String CONFIGURATION = "?lpUnifiedWindowConfig=%7B%22a%22%3A1%7D";

    /** LivePerson's window and the brand's page, on another site: 127.0.0.1 isn't localhost. */
    private static HttpServer livePerson;

    private static ConsumerEngine browser;
    private static String window;

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static WindowClient code;
    private static WindowClient implicit;

    @BeforeAll
    static void setUp() throws IOException {
        livePerson = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        livePerson.createContext("/", ExternalWindowBrowserIT::showWindow);
        livePerson.start();
        window =
                "http://127.0.0.1:"
                        + livePerson.getAddress().getPort()
                        + "/le_unified_window/index.html";
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
    }

    @AfterAll
    static void tearDown() {
        livePerson.stop(0);
    }

    @EveryEngine
    @DisplayName("gets a code, then another one from the same session without a login")
    void codeFlow(Engine engine) {
        signedOut(engine);
        ConsumerWindow first = open(rfc(code, "code", STATE));
        signIn(first, "consumer");
        assertThat(arrived(first)).startsWith(window + "?code=").endsWith("&state=" + STATE);

        ConsumerWindow second = open(rfc(code, "code", "second"));
        assertThat(arrived(second)).startsWith(window + "?code=").endsWith("&state=second");
    }

    @EveryEngine
    @DisplayName("gets an id_token by form_post, with and without a session")
    void implicitFlow(Engine engine) {
        signedOut(engine);
        ConsumerWindow first = open(rfc(implicit, "id_token", STATE));
        signIn(first, "consumer");
        assertThat(arrived(first)).startsWith(window + "#id_token=").endsWith("&state=" + STATE);

        ConsumerWindow second = open(legacy(implicit, "token"));
        assertThat(arrived(second)).startsWith(window + CONFIGURATION + "&token=");
    }

    @EveryEngine
    @DisplayName("gets a code in the openID dialect (L29, L30)")
    void legacyCode(Engine engine) {
        signedOut(engine);
        ConsumerWindow only = open(legacy(code, "code"));
        signIn(only, "consumer");
        assertThat(arrived(only)).startsWith(window + CONFIGURATION + "&code=");
    }

    @EveryEngine
    @DisplayName("gets its answer after a required action")
    void requiredAction(Engine engine) {
        signedOut(engine);
        String newcomer = realm.user("newcomer-" + engine, Map.of());
        UserRepresentation user = realm.admin().users().get(newcomer).toRepresentation();
        user.setRequiredActions(List.of("UPDATE_PROFILE"));
        realm.admin().users().get(newcomer).update(user);
        ConsumerWindow only = open(rfc(code, "code", STATE));
        signIn(only, "newcomer-" + engine);
        only.click("#kc-update-profile-form [type=submit]");

        assertThat(arrived(only)).startsWith(window + "?code=").endsWith("&state=" + STATE);
    }

    @EveryEngine
    @DisplayName(
            "opened several times, gets each state back, and the other ones notice the "
                    + "sign-in")
    void severalWindows(Engine engine) {
        signedOut(engine);
        ConsumerWindow first = open(rfc(code, "code", "first"));
        ConsumerWindow second = open(rfc(code, "code", "second"));
        second.waitFor("document.querySelector('#username')");
        signIn(first, "consumer");

        assertThat(arrived(first)).endsWith("&state=first");
        assertThat(arrived(second)).endsWith("&state=second");
    }

    private static void signedOut(Engine engine) {
        engine.require();
        browser = engine.shared();
    }

    private static URI legacy(WindowClient client, String type) {
        return client.request(
                "response_type="
                        + type
                        + "&nonce=visitor&redirect_uri="
                        + Query.encode(window + CONFIGURATION));
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
        String to = exchange.getRequestURI().getQuery();
        String link =
                exchange.getRequestURI().getPath().equals("/brand")
                        ? "<a id=chat href=\"" + to.replace("&", "&amp;") + "\">Chat</a>"
                        : "";
        byte[] page = ("<title>LivePerson</title>" + link).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    /** Follows a link on a brand's page: a navigation from another site. */
    private static ConsumerWindow open(URI request) {
        ConsumerWindow opened = browser.open();
        opened.navigate(
                URI.create(window).resolve("/brand") + "?" + Query.encode(request.toString()));
        opened.click("#chat");
        return opened;
    }

    private static void signIn(ConsumerWindow shown, String username) {
        shown.fill("#username", username);
        shown.fill("#password", TestRealm.PASSWORD);
        shown.click("#kc-login");
    }

    private static String arrived(ConsumerWindow shown) {
        shown.waitForUrl(window);
        return shown.url();
    }
}
