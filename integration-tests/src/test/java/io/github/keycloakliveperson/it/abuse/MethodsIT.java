package io.github.keycloakliveperson.it.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Methods, media types and paths that nobody asked for. */
@RealKeycloak
@DisplayName("Each endpoint refuses")
class MethodsIT {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "FOO");
    private static final List<String> NOT_ALLOWED = List.of("404", "405");

    @InjectRealm private static TestRealm realm;
    private static RawHttp http;
    private static List<Endpoint> endpoints;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        http = new RawHttp(keycloak.baseUri());
        endpoints = Endpoint.all(WindowClient.code(realm, "code", Map.of()));
    }

    @Test
    @DisplayName("other methods")
    void methods() {
        for (Endpoint endpoint : endpoints) {
            for (String method : METHODS) {
                RawAnswer answer = send(method, endpoint, List.of());
                if (endpoint.methods().contains(method)) {
                    assertThat(answer.status())
                            .as(method + " " + endpoint)
                            .isIn(200, 302, 400, 403);
                } else {
                    assertThat(NOT_ALLOWED)
                            .as(method + " " + endpoint)
                            .contains(answer.status() + "");
                    assertThat(answer.headers()).noneMatch(h -> h.startsWith("Set-Cookie"));
                }
            }
        }
    }

    @Test
    @DisplayName("a method in a header or a parameter")
    void overrides() {
        Endpoint authorize = endpoints.get(0);
        for (String header : List.of("X-HTTP-Method-Override: GET", "X-Method-Override: GET")) {
            assertThat(send("DELETE", authorize, List.of(header)).status()).isIn(404, 405);
        }
        assertThat(
                        http.post(
                                        authorize.target() + "&_method=GET",
                                        "application/x-www-form-urlencoded",
                                        "_method=GET")
                                .status())
                .isIn(404, 405);
    }

    @Test
    @DisplayName("other media types, which the realm endpoints treat as Keycloak's own do")
    void mediaTypes() {
        String token = realm.protocol("token").getRawPath();
        String callback = realm.livePerson("callback").getRawPath();
        String clients = "/admin/realms/" + realm.name() + "/liveperson/clients";
        for (String type :
                new String[] {
                    null,
                    "*/*",
                    "text/plain",
                    "text/xml",
                    "application/json",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "application/x-www-form-urlencoded; charset=utf-16",
                    "application/x-www-form-urlencoded; charset=none",
                    "garbage"
                }) {
            RawAnswer stock = http.post(token, type, "state=x&a=%zz");
            RawAnswer ours = http.post(callback, type, "state=x&a=%zz");
            if (stock.status() < 500) {
                // a charset nobody has, a type without a slash: Keycloak fails before any endpoint
                assertThat(ours.status()).as(type).isIn(400, 415);
            } else {
                assertThat(ours.status()).as(type).isIn(400, 415, stock.status());
            }
            if (!"garbage".equals(type)) {
                assertThat(http.post(clients, type, "a=b", RawHttp.administrator(realm)).status())
                        .as(type)
                        .isIn(400, 415);
            }
        }
    }

    @Test
    @DisplayName("bodies that are not a form, not JSON or not text")
    void bodies() {
        String token = realm.protocol("token").getRawPath();
        String callback = realm.livePerson("callback").getRawPath();
        String clients = "/admin/realms/" + realm.name() + "/liveperson/clients";
        for (String body :
                List.of("", "=", "&", "%", "%zz=%", "state", "state=%FF", "\0\0", "state=\u00ff")) {
            String form = "application/x-www-form-urlencoded";
            assertThat(http.post(callback, form, body).status())
                    .as(body)
                    .isIn(400, atLeast400(http.post(token, form, body).status()));
            assertThat(
                            http.post(
                                            clients,
                                            "application/json",
                                            body,
                                            RawHttp.administrator(realm))
                                    .status())
                    .as(body)
                    .isEqualTo(400);
        }
        for (String json :
                List.of(
                        "{\"clientId\":\"\\ud800\",\"flow\":\"code\"}",
                        "{\"clientId\":\"\\u0000\",\"flow\":\"code\"}",
                        "{\"clientId\":{},\"flow\":[]}",
                        "{\"clientId\":true,\"flow\":7}",
                        "{\"clientId\":1.5e3,\"flow\":\"code\"}",
                        "{\"clientId\":\"a\",\"flow\":\"code\",\"brandOrigins\":[null,{},[]]}",
                        "{\"clientId\":\"a\",\"flow\":\"code\",\"livePersonKey\":[[]]}",
                        "{\"a\":1}{\"b\":2}")) {
            assertThat(
                            http.post(
                                            clients,
                                            "application/json",
                                            json,
                                            RawHttp.administrator(realm))
                                    .status())
                    .as(json)
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName("other paths")
    void paths() {
        for (String path :
                List.of(
                        "",
                        "/",
                        "/nothing",
                        "/authorize/x",
                        "/AUTHORIZE",
                        "/authorize%00",
                        "/identity",
                        "/identity/",
                        "/silent-return/",
                        "/web-auth-.js",
                        "/web-auth-ABC.js",
                        "/web-auth.js/x",
                        "/web-auth.js%2f",
                        "/silent-return.html",
                        "/silent-return.js",
                        "/messages",
                        "/..%2f..%2fconf%2fkeycloak.conf",
                        "/web-auth-..%2f..%2fx.js",
                        "/%2e%2e/%2e%2e/etc/passwd")) {
            assertThat(http.get("/realms/" + realm.name() + "/liveperson" + path).status())
                    .as(path)
                    .isIn(400, 404);
        }
        assertThat(http.get("/realms/no-such-realm/liveperson/authorize").status()).isEqualTo(404);
    }

    /** What Keycloak itself says to a body that it can't read, before any endpoint sees it. */
    private static int atLeast400(int status) {
        assertThat(status).isGreaterThanOrEqualTo(400);
        return status;
    }

    private static RawAnswer send(String method, Endpoint endpoint, List<String> headers) {
        List<String> all = new java.util.ArrayList<>(headers);
        if (endpoint.admin()) {
            all.add(RawHttp.administrator(realm));
        }
        if (method.equals("POST")) {
            all.add(
                    endpoint.admin()
                            ? "Content-Type: application/json"
                            : "Content-Type: application/x-www-form-urlencoded");
        }
        return http.send(method + " " + endpoint.target() + " HTTP/1.1", all, "");
    }
}
