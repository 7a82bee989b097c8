package io.github.keycloakliveperson.it.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Line ends in every parameter, encoded and raw: none becomes a line of the answer's head. */
@RealKeycloak
@DisplayName("No parameter writes a header:")
class HeaderInjectionIT {

    private static final List<String> INJECTIONS =
            List.of(
                    "%0d%0aX-Injected:%20yes",
                    "%0D%0ASet-Cookie:%20injected=yes",
                    "%0aX-Injected:%20yes",
                    "%0dX-Injected:%20yes",
                    "%250d%250aX-Injected:%20yes",
                    "%E5%98%8A%E5%98%8DX-Injected:%20yes",
                    "%C4%8A%C4%8DX-Injected:%20yes",
                    "%0d%0a%0d%0a%3Cscript%3Einjected%3C/script%3E");

    @AutoClose private static TestRealm realm;
    private static RawHttp http;
    private static WindowClient code;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = TestRealm.create(keycloak, r -> r.setEventsEnabled(true));
        http = new RawHttp(keycloak.baseUri());
        code = WindowClient.of(realm, "code", Map.of(), c -> c.setImplicitFlowEnabled(true));
    }

    @Test
    @DisplayName("none of authorize")
    void authorize() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("client_id", "code");
        request.put("redirect_uri", Query.encode(WindowClient.WINDOW));
        request.put("response_type", "code");
        request.put("state", "s");
        request.put("scope", "openid");
        for (String optional :
                List.of(
                        "nonce",
                        "response_mode",
                        "prompt",
                        "login_hint",
                        "ui_locales",
                        "kc_locale",
                        "acr_values",
                        "kc_idp_hint",
                        "max_age",
                        "code_challenge",
                        "code_challenge_method",
                        "request",
                        "request_uri",
                        "parentWindowOrigin")) {
            request.put(optional, null);
        }
        String path = realm.livePerson("authorize").getRawPath() + "?";
        for (String attacked : request.keySet()) {
            for (String injection : INJECTIONS) {
                List<String> parameters = new ArrayList<>();
                request.forEach(
                        (name, value) -> {
                            if (name.equals(attacked)) {
                                parameters.add(
                                        name + "=" + (value == null ? "" : value) + injection);
                            } else if (value != null) {
                                parameters.add(name + "=" + value);
                            }
                        });
                clean(http.get(path + String.join("&", parameters)), attacked + injection);
            }
        }
        for (String injection : INJECTIONS) {
            clean(http.get(path + injection + "=x"), "a name");
        }
    }

    @Test
    @DisplayName("none of the answer that is passed to the window")
    void callback() {
        for (String attacked : List.of("code", "id_token", "error", "error_description", "iss")) {
            for (String injection : INJECTIONS) {
                RawAnswer begun = begin();
                String parameter =
                        (attacked.equals("error_description") ? "error=access_denied&" : "")
                                + attacked
                                + "=x"
                                + injection;
                String target = realm.livePerson("callback").getRawPath();
                RawAnswer answer =
                        http.get(
                                target + "?state=" + state(begun) + "&" + parameter, cookie(begun));
                clean(answer, attacked + injection);
                assertThat(answer.status()).as(attacked + injection).isIn(302, 400);
                RawAnswer posted = begin();
                clean(
                        http.post(
                                target,
                                "application/x-www-form-urlencoded",
                                "state=" + state(posted) + "&" + parameter,
                                cookie(posted)),
                        attacked + injection);
            }
        }
    }

    @Test
    @DisplayName("none of endpoints without a window, and no path")
    void others() {
        for (String injection : INJECTIONS) {
            for (String target :
                    List.of(
                            "callback?state=" + injection,
                            "callback" + injection,
                            "authorize" + injection,
                            "silent-return/code" + injection,
                            "silent-return/code?code=" + injection + "&state=" + injection,
                            "silent-return/" + injection,
                            "identity/code" + injection,
                            "identity/code?x=" + injection,
                            "web-auth.js?v=" + injection,
                            "web-auth-" + injection + ".js",
                            "jwks?" + injection)) {
                clean(http.get(realm.livePerson("").getRawPath() + target), target);
            }
            clean(http.get("/realms/" + injection + "/liveperson/authorize"), "realm");
        }
    }

    @Test
    @DisplayName("no raw line break, wherever it is")
    void rawLineEnds() {
        String authorize = realm.livePerson("authorize").getRawPath();
        for (String end : List.of("\r\n", "\n", "\r")) {
            String value = end + "X-Injected: yes" + end;
            clean(http.get(authorize + "?client_id=code&state=" + value), "raw state");
            clean(
                    http.get(
                            realm.livePerson("identity/code").getRawPath(),
                            "Origin: https://www.brand.example" + end + " X-Injected: yes"),
                    "raw origin");
            clean(
                    http.get(
                            realm.livePerson("callback").getRawPath() + "?state=" + "A".repeat(22),
                            "Cookie: LIVEPERSON_WINDOW_" + "A".repeat(22) + "=" + value),
                    "raw cookie");
        }
    }

    private static final String COOKIE = "LIVEPERSON_WINDOW_";

    private static RawAnswer begin() {
        URI request = code.rfc("code", "s", "");
        RawAnswer begun = http.get(request.getRawPath() + "?" + request.getRawQuery());
        assertThat(begun.status()).isEqualTo(200);
        return begun;
    }

    private static String state(RawAnswer begun) {
        return windowCookie(begun).substring(COOKIE.length()).split("=")[0];
    }

    private static String cookie(RawAnswer begun) {
        return "Cookie: " + windowCookie(begun).split(";")[0];
    }

    private static String windowCookie(RawAnswer begun) {
        String header = "Set-Cookie: ";
        return begun.headers().stream()
                .filter(
                        line ->
                                line.regionMatches(
                                        true,
                                        0,
                                        header + COOKIE,
                                        0,
                                        header.length() + COOKIE.length()))
                .map(line -> line.substring(header.length()))
                .findFirst()
                .orElseThrow();
    }

    private static void clean(RawAnswer answer, String what) {
        assertThat(answer.status()).as(what).isLessThan(500);
        assertThat(answer.headers())
                .as(what)
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("x-injected"))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).matches("set-cookie: *injected.*"))
                .allMatch(line -> line.matches("[A-Za-z0-9-]+: [\\x20-\\x7e]*"));
        assertThat(answer.body()).as(what).doesNotContain("<script>injected");
    }
}
