package io.github.keycloakliveperson.benchmarks.server;

import io.github.keycloakliveperson.check.browser.CookieJar;
import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.contract.window.Landing;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;

/**
 * A consumer's browser, on one connection: it only keeps cookies and follows the redirects it is
 * told to, so that it hardly affects what is measured.
 */
public final class Consumer {

    private static final int OK = 200;
    private static final int FOUND = 302;
    private static final int BAD_REQUEST = 400;

    /** 30 kB as they come in the query. */
    private static final String LONG_PATH = "%25" + "25".repeat(14_999);

    private final Http http = new Http();
    private final CookieJar cookies = new CookieJar();
    private final String realm;

    /**
     * A consumer who isn't signed in.
     *
     * @param realm the realm's address
     */
    public Consumer(String realm) {
        this.realm = realm;
    }

    /** Signs in by password at the stock endpoint, and stays signed in. */
    public Consumer signedIn(int number) {
        keep(passPassword(redirectOrPage(Relying.STOCK.authorization(realm, "")), number));
        if (cookies.all().stream().noneMatch(c -> c.name().equals("KEYCLOAK_IDENTITY"))) {
            throw new IllegalStateException("The consumer " + number + " can't sign in.");
        }
        cookies.removeIf(cookie -> !cookie.name().startsWith("KEYCLOAK_"));
        return this;
    }

    /** Asks for a code by the SSO session: one request. */
    public String code(Relying client) {
        return code(get(client.authorization(realm, "")));
    }

    /** Asks for a code by the SSO session, and says how long the server took for it. */
    double nanosToCode(UnaryOperator<String> addressInRealm) {
        var address = addressInRealm.apply(realm);
        long start = System.nanoTime();
        var reply = get(address);
        long took = System.nanoTime() - start;
        code(reply);
        return took;
    }

    /** Asks for an id_token by the SSO session, and posts it to its redirect URI. */
    public void idToken(Relying client, String rawState, FormLanding landing) {
        var page = get(client.implicitAuthorization(realm, rawState));
        var form = Form.of(page);
        if (!form.action().equals(Relying.LANDING)) {
            throw new IllegalStateException("No id_token for the landing: " + page.status());
        }
        found(http.post(landing.address(), form.body(), Map.of()));
    }

    /** The external window by the SSO session: one request to its code. */
    public String windowCode(Relying client, String rawState) {
        return code(get(client.window(realm, "code", rawState)));
    }

    /** The external window by the SSO session: one request to its id_token. */
    public void windowIdToken(Relying client, String rawState) {
        var reply = found(get(client.window(realm, "id_token", rawState)));
        if (!reply.location().contains("#id_token=")) {
            throw new IllegalStateException("No id_token: " + reply.location());
        }
    }

    /** The window's first page without a session. */
    public Reply windowPage(Relying client, String rawState) {
        return page(get(client.window(realm, "code", rawState)));
    }

    /** The same without a session: by the login page. */
    public String windowCodeByPassword(Relying client, String rawState, int number) {
        var login = passPassword(keep(windowPage(client, rawState)), number);
        keep(login);
        var code = code(get(found(login).location()));
        cookies.removeIf(cookie -> true);
        return code;
    }

    /** Opens Keycloak's login page and leaves. */
    public void loginPage(Relying client, String rawState) {
        page(get(client.authorization(realm, "&state=" + rawState)));
    }

    /** Requests that the external window's endpoint refuses with a page. */
    public void refused(Relying client) {
        refused(realm + "/liveperson/authorize?", client.clientId());
    }

    /** Those that the stock endpoint refuses for the same reasons. */
    public void refusedByStock() {
        refused(realm + "/protocol/openid-connect/auth?", Relying.STOCK.clientId());
    }

    private void refused(String endpoint, String clientId) {
        var request = endpoint + "response_type=code&scope=openid&state=s&client_id=";
        for (String wrong :
                List.of(
                        "nobody&redirect_uri=https%3A%2F%2Fliveperson.net",
                        clientId + "&redirect_uri=https%3A%2F%2Fevil.example%2F",
                        clientId + "&redirect_uri=https%3A%2F%2Flp.example%2F" + LONG_PATH)) {
            int status = get(request + wrong).status();
            if (status != BAD_REQUEST) {
                throw new IllegalStateException("Not refused: " + status);
            }
        }
    }

    /** Redeems a code: the token call. */
    public Reply redeem(Relying client, String code, String redirectUri) {
        var reply =
                http.post(
                        realm + "/protocol/openid-connect/token",
                        client.form(code, redirectUri),
                        client.credentials());
        if (reply.status() != 200 || !reply.body().contains("\"id_token\"")) {
            throw new IllegalStateException("No token: " + reply.status() + " " + reply.body());
        }
        return reply;
    }

    private Reply redirectOrPage(String address) {
        return keep(get(address));
    }

    private Reply passPassword(Reply page, int number) {
        var name = BenchmarkRealm.username(number);
        var form = Jsoup.parse(page.body()).selectFirst("form#kc-form-login");
        if (form == null) {
            throw new IllegalStateException("No login page: " + page.status());
        }
        String action = form.attr("action");
        return http.post(action, "username=" + name + "&password=" + name, headers(action));
    }

    private Reply get(String address) {
        return http.get(address, headers(address));
    }

    private Map<String, String> headers(String address) {
        String header = cookies.header(address);
        return header.isEmpty() ? Map.of() : Map.of("Cookie", header);
    }

    private Reply keep(Reply reply) {
        cookies.keep(reply);
        return reply;
    }

    private static Reply page(Reply reply) {
        if (reply.status() != OK) {
            throw new IllegalStateException("No page: " + reply.status());
        }
        return reply;
    }

    private static Reply found(Reply reply) {
        if (reply.status() != FOUND) {
            throw new IllegalStateException("No redirect: " + reply.status());
        }
        return reply;
    }

    private static String code(Reply reply) {
        return Landing.at(found(reply).location())
                .value("code")
                .orElseThrow(() -> new IllegalStateException("No code: " + reply.location()));
    }
}
