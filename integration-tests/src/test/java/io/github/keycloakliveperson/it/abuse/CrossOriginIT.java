package io.github.keycloakliveperson.it.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What other websites get from each address: by scripts, and by frames. */
@RealKeycloak
@DisplayName("Other websites:")
class CrossOriginIT {

    private static final String BRAND = "https://www.brand.example";
    private static final List<String> ORIGINS =
            List.of(BRAND, "https://evil.example", "https://liveperson.net", "null");

    @InjectRealm private static TestRealm realm;
    private static RawHttp http;
    private static Map<String, Endpoint> endpoints;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        http = new RawHttp(keycloak.baseUri());
        endpoints = new LinkedHashMap<>();
        Endpoint.all(
                        WindowClient.of(
                                realm,
                                "code",
                                Map.of(),
                                c -> c.setWebOrigins(List.of(BRAND, "+", "*"))))
                .forEach(endpoint -> endpoints.put(endpoint.name(), endpoint));
    }

    @Test
    @DisplayName(
            "scripts can read what is public, and the brand's scripts who is signed "
                    + "in, but nothing else")
    void reading() {
        for (String origin : ORIGINS) {
            for (Endpoint endpoint : endpoints.values()) {
                for (String method : endpoint.methods()) {
                    assertThat(allowed(send(method, endpoint, "Origin: " + origin)))
                            .as(method + " " + endpoint + " for " + origin)
                            .isEqualTo(expected(endpoint.name(), origin));
                }
            }
        }
    }

    private static String expected(String endpoint, String origin) {
        return switch (endpoint) {
            case "web-auth.js", "web-auth-….js", "jwks" -> "*";
            case "identity" -> origin.equals(BRAND) ? BRAND + " with cookies" : "nobody";
            default -> "nobody";
        };
    }

    @Test
    @DisplayName(
            "none may send more than a simple request to a realm endpoint, except the "
                    + "brand's GET to identity")
    void preflights() {
        for (String origin : ORIGINS) {
            for (Endpoint endpoint : endpoints.values()) {
                for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                    RawAnswer answer =
                            http.send(
                                    "OPTIONS " + endpoint.target() + " HTTP/1.1",
                                    List.of(
                                            "Origin: " + origin,
                                            "Access-Control-Request-Method: " + method,
                                            "Access-Control-Request-Headers: authorization"),
                                    "");
                    if (endpoint.name().equals("identity") && origin.equals(BRAND)) {
                        assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET");
                        assertThat(answer.header("Access-Control-Allow-Headers").orElse(""))
                                .isEmpty();
                    } else if (!endpoint.admin()) {
                        assertThat(answer.headers())
                                .as(method + " " + endpoint + " for " + origin)
                                .noneMatch(
                                        h ->
                                                h.toLowerCase(Locale.ROOT)
                                                        .startsWith("access-control-"));
                    }
                    // Keycloak answers every admin preflight alike; the request itself is refused
                }
            }
        }
    }

    @Test
    @DisplayName(
            "none gets more from the admin endpoints than from Keycloak's own, even "
                    + "with an administrator's token")
    void admin() {
        String origin = "Origin: https://evil.example";
        boolean refused =
                http.get(
                                        "/admin/realms/" + realm.name() + "/clients",
                                        origin,
                                        RawHttp.administrator(realm))
                                .status()
                        == 403;
        for (Endpoint endpoint : endpoints.values()) {
            if (endpoint.admin()) {
                RawAnswer answer = send(endpoint.methods().get(0), endpoint, origin);
                // an older Keycloak answers, and the browser keeps the answer from the script
                assertThat(allowed(answer)).as(endpoint.name()).isEqualTo("nobody");
                assertThat(answer.status() == 403).as(endpoint.name()).isEqualTo(refused);
                if (refused) {
                    assertThat(answer.body()).doesNotContain("clientSecret");
                }
            }
        }
    }

    @Test
    @DisplayName("the brand's may frame silent-return, and nobody may frame anything else")
    void framing() {
        for (Endpoint endpoint : endpoints.values()) {
            for (String method : endpoint.methods()) {
                RawAnswer answer = send(method, endpoint, "X-No-Origin: x");
                String policy = answer.header("Content-Security-Policy").orElse("");
                String frames = answer.header("X-Frame-Options").orElse("");
                String what = method + " " + endpoint + ": " + answer.status();
                switch (endpoint.name()) {
                    case "silent-return" -> {
                        assertThat(policy).as(what).endsWith("frame-ancestors " + BRAND);
                        assertThat(frames).as(what).isEmpty();
                    }
                    case "web-auth.js", "web-auth-….js", "jwks", "identity" ->
                            assertThat(policy).as(what).contains("frame-ancestors 'none'");
                    default -> assertThat(frames).as(what).isEqualTo("SAMEORIGIN");
                }
            }
        }
        String page = endpoints.get("authorize").target().replace("client_id=code", "client_id=x");
        assertThat(http.get(page).header("Content-Security-Policy").orElseThrow())
                .as("the error page")
                .contains("frame-ancestors 'self'");
    }

    private static String allowed(RawAnswer answer) {
        return answer.header("Access-Control-Allow-Origin")
                .map(
                        origin ->
                                origin
                                        + answer.header("Access-Control-Allow-Credentials")
                                                .map(yes -> " with cookies")
                                                .orElse(""))
                .orElse("nobody");
    }

    private static RawAnswer send(String method, Endpoint endpoint, String header) {
        List<String> headers = new ArrayList<>(List.of(header));
        if (endpoint.admin()) {
            headers.add(RawHttp.administrator(realm));
        }
        if (method.equals("POST")) {
            headers.add(
                    endpoint.admin()
                            ? "Content-Type: application/json"
                            : "Content-Type: application/x-www-form-urlencoded");
        }
        return http.send(method + " " + endpoint.target() + " HTTP/1.1", headers, "");
    }
}
