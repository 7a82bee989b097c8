package io.github.keycloakliveperson.benchmarks.server;

import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.Landing;
import io.github.keycloakliveperson.check.browser.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/**
 * A consumer's browser, on one connection: it keeps cookies and follows what it is told to follow,
 * nothing else, so that little of what is measured is its own.
 */
public final class Consumer {

    private static final int FOUND = 302;

    private final Http http = new Http();
    private final Map<String, String> cookies = new LinkedHashMap<>();
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
        if (!cookies.containsKey("KEYCLOAK_IDENTITY")) {
            throw new IllegalStateException("The consumer " + number + " can't sign in.");
        }
        cookies.keySet().removeIf(name -> !name.startsWith("KEYCLOAK_"));
        return this;
    }

    /** Asks for a code by the SSO session: one request. */
    public String code(Relying client) {
        return code(get(client.authorization(realm, "")));
    }

    /** The same with {@code prompt=none}. */
    public String silentCode(Relying client) {
        return code(get(client.authorization(realm, "&prompt=none")));
    }

    /** The least that can be asked of a realm: its public page. */
    public void nothing() {
        get(realm);
    }

    /** The window's first request: the redirect to the stock endpoint. */
    public Reply authorize(Relying client, String rawState) {
        return found(get(client.window(realm, rawState)));
    }

    /** The external window by the SSO session: three requests to its code. */
    public String windowCode(Relying client, String rawState) {
        Reply first = authorize(client, rawState);
        String cookie = first.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        Reply second = found(get(location(first)));
        return code(get(location(second), cookie));
    }

    /** The same without a session: by the login page. */
    public String windowCodeByPassword(Relying client, String rawState, int number) {
        Reply first = authorize(client, rawState);
        keep(first);
        Reply login = passPassword(keep(get(location(first))), number);
        keep(login);
        String code = code(get(location(found(login))));
        cookies.clear();
        return code;
    }

    /** Opens Keycloak's login page and goes away. */
    public void loginPage(Relying client) {
        get(client.authorization(realm, ""));
    }

    /** Redeems a code: the token call. */
    public Reply redeem(Relying client, String code, String redirectUri) {
        Reply reply =
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
        String name = BenchmarkRealm.username(number);
        var form = Jsoup.parse(page.body()).selectFirst("form#kc-form-login");
        if (form == null) {
            throw new IllegalStateException("No login page: " + page.status());
        }
        return http.post(
                form.attr("action"), "username=" + name + "&password=" + name, headers(""));
    }

    private Reply get(String address) {
        return get(address, "");
    }

    private Reply get(String address, String oneMoreCookie) {
        return http.get(address, headers(oneMoreCookie));
    }

    private Map<String, String> headers(String oneMoreCookie) {
        String header =
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        String all = oneMoreCookie.isEmpty() ? header : header + "; " + oneMoreCookie;
        return all.isEmpty() ? Map.of() : Map.of("Cookie", all);
    }

    private Reply keep(Reply reply) {
        for (String line : reply.headers().allValues("Set-Cookie")) {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || line.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return reply;
    }

    private static Reply found(Reply reply) {
        if (reply.status() != FOUND) {
            throw new IllegalStateException("No redirect: " + reply.status());
        }
        return reply;
    }

    private static String location(Reply reply) {
        return reply.header("Location").orElseThrow();
    }

    private static String code(Reply reply) {
        return Landing.at(location(found(reply)))
                .value("code")
                .orElseThrow(() -> new IllegalStateException("No code: " + location(reply)));
    }
}
