package io.github.keycloakliveperson.it.abuse;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.net.URI;
import java.util.List;

/**
 * An address of the extension.
 *
 * @param target path and query
 * @param methods those that it answers, besides {@code HEAD} and {@code OPTIONS}
 * @param admin whether it wants an administrator's token
 */
record Endpoint(String name, String target, List<String> methods, boolean admin) {

    /** All of them, in the realm of a client. */
    static List<Endpoint> all(WindowClient client) {
        TestRealm realm = client.realm();
        URI authorize = client.rfc("code", "s", "");
        String script =
                new ConsumerBrowser()
                        .get(realm.livePerson("web-auth.js"))
                        .header("Content-Location")
                        .orElseThrow();
        String clients = "/admin/realms/" + realm.name() + "/liveperson/clients";
        return List.of(
                new Endpoint(
                        "authorize",
                        authorize.getRawPath() + "?" + authorize.getRawQuery(),
                        List.of("GET"),
                        false),
                open(realm, "callback", "callback?state=s", "GET", "POST"),
                open(realm, "web-auth.js", "web-auth.js", "GET"),
                open(realm, "web-auth-….js", script, "GET"),
                open(
                        realm,
                        "silent-sign-in",
                        "silent-sign-in?prompt=none&client_id=" + client.client().clientId(),
                        "GET"),
                open(realm, "silent-return", "silent-return/" + client.client().clientId(), "GET"),
                open(realm, "identity", "identity/" + client.client().clientId(), "GET"),
                open(realm, "jwks", "jwks", "GET"),
                new Endpoint(
                        "admin",
                        "/admin/realms/" + realm.name() + "/liveperson",
                        List.of("GET"),
                        true),
                new Endpoint("admin clients", clients, List.of("POST"), true),
                new Endpoint(
                        "admin client",
                        clients + "/" + client.client().id(),
                        List.of("GET"),
                        true));
    }

    private static Endpoint open(TestRealm realm, String name, String path, String... methods) {
        return new Endpoint(
                name, realm.livePerson("").getRawPath() + path, List.of(methods), false);
    }

    /** Its name, for a test's message. */
    @Override
    public String toString() {
        return name;
    }
}
