package io.github.keycloakliveperson.it.abuse;

import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Too much of everything, in a realm that stores its events. */
@RealKeycloak
@DisplayName("Too much of anything is refused without a server error:")
class OversizedIT {

    private static final String REDIRECT = "&redirect_uri=" + Query.encode(WINDOW);
    private static final String FORM = "application/x-www-form-urlencoded";

    @AutoClose private static TestRealm realm;
    private static RawHttp http;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = TestRealm.create(keycloak, r -> r.setEventsEnabled(true));
        http = new RawHttp(keycloak.baseUri());
        WindowClient.code(realm, "code", Map.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 1_000, 5_000, 20_000, 60_000, 200_000})
    @DisplayName("a parameter of authorize")
    void longParameters(int length) {
        String much = "x".repeat(length);
        for (String name :
                List.of(
                        "client_id",
                        "redirect_uri",
                        "response_type",
                        "response_mode",
                        "scope",
                        "nonce",
                        "prompt",
                        "login_hint",
                        "ui_locales",
                        "acr_values",
                        "kc_idp_hint",
                        "max_age",
                        "code_challenge",
                        "unknown",
                        much)) {
            StringBuilder query = new StringBuilder("?state=s");
            query.append(name.equals("client_id") ? "" : "&client_id=code");
            query.append(name.equals("redirect_uri") ? "" : REDIRECT);
            query.append(name.equals("response_type") ? "" : "&response_type=code");
            query.append('&').append(name).append('=').append(much);
            refusedOrServed(
                    http.get(realm.livePerson("authorize").getRawPath() + query),
                    name.length() > 20 ? "a name" : name);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 5_000, 60_000, 200_000})
    @DisplayName("a path, a query, a header, a cookie")
    void longElsewhere(int length) {
        String much = "x".repeat(length);
        for (String target :
                List.of(
                        "identity/" + much,
                        "silent-return/" + much,
                        "silent-return/code?code=" + much,
                        "web-auth-" + "a".repeat(length) + ".js",
                        "callback?state=" + much,
                        "callback?state=" + "A".repeat(22) + "&code=" + much,
                        "callback?error=" + much + "&error_description=" + much,
                        "jwks?" + much)) {
            refusedOrServed(http.get(realm.livePerson(target).getRawPath()), target);
        }
        String identity = realm.livePerson("identity/code").getRawPath();
        refusedOrServed(http.get(identity, "Origin: https://" + much), "origin");
        refusedOrServed(http.get(identity, "Sec-Fetch-Site: " + much), "fetch site");
        String callback = realm.livePerson("callback").getRawPath() + "?state=" + "A".repeat(22);
        refusedOrServed(
                http.get(callback, "Cookie: LIVEPERSON_WINDOW_" + "A".repeat(22) + "=" + much),
                "cookie");
        StringBuilder cookies = new StringBuilder("Cookie: a=b");
        for (int i = 0; i < length / 60; i++) {
            cookies.append("; LIVEPERSON_WINDOW_").append(i).append('=').append("B".repeat(22));
        }
        refusedOrServed(http.get(callback, cookies.toString()), "many cookies");
        refusedOrServed(
                http.get(
                        realm.livePerson("authorize").getRawPath()
                                + "?response_type=code&state=s&client_id=code"
                                + REDIRECT,
                        cookies.toString()),
                "many cookies at the start");
    }

    @Test
    @DisplayName("the same parameter a thousand times")
    void repeated() {
        String authorize = realm.livePerson("authorize").getRawPath() + "?client_id=code";
        for (String name : List.of("client_id", "redirect_uri", "state", "scope", "x", "code")) {
            String many = ("&" + name + "=v").repeat(999);
            refusedOrServed(http.get(authorize + REDIRECT + "&response_type=code" + many), name);
            refusedOrServed(
                    http.post(realm.livePerson("callback").getRawPath(), FORM, "state=s" + many),
                    name);
        }
        refusedOrServed(http.get(authorize + "&".repeat(10_000)), "nothing, ten thousand times");
        refusedOrServed(http.get(authorize + "&=".repeat(5_000)), "no name");
    }

    @Test
    @DisplayName("a posted answer")
    void bodies() {
        String callback = realm.livePerson("callback").getRawPath();
        for (String body :
                List.of(
                        "state=" + "A".repeat(22) + "&id_token=" + "x".repeat(300_000),
                        "state=" + "x".repeat(3_000_000),
                        "a=b&".repeat(900))) {
            refusedOrServed(http.post(callback, FORM, body), body.length() + " characters");
        }
        asKeycloakDoes("a=b&".repeat(100_000));
    }

    @Test
    @DisplayName("a request to the admin endpoint")
    void adminBodies() {
        String clients = "/admin/realms/" + realm.name() + "/liveperson/clients";
        String admin = RawHttp.administrator(realm);
        for (String body :
                List.of(
                        "[".repeat(100_000),
                        "{\"clientId\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                        "{\"clientId\":\"" + "x".repeat(300) + "\",\"flow\":\"code\"}",
                        "{\"clientId\":\"a\",\"flow\":\"" + "x".repeat(1_000_000) + "\"}",
                        "{\"clientId\":\"a\",\"flow\":\"code\",\"livePersonKey\":\""
                                + "A".repeat(2_000_000)
                                + "\",\"livePersonKeyId\":\"k\"}",
                        "{\"clientId\":\"a\",\"flow\":\"code\",\"brandOrigins\":["
                                + "\"https://a.example\",".repeat(20_000)
                                + "7]}",
                        "{" + "\"clientId\":\"a\",".repeat(10_000) + "\"flow\":\"x\"}",
                        "{\"clientId\":1e999999999,\"flow\":\"code\"}",
                        "{\"clientId\":" + "9".repeat(5_000) + ",\"flow\":\"code\"}")) {
            RawAnswer answer = http.post(clients, "application/json", body, admin);
            assertThat(answer.status())
                    .as(body.length() + " characters of " + body.substring(0, 30))
                    .isIn(400, 413);
        }
        assertThat(realm.admin().clients().findByClientId("a")).isEmpty();
    }

    /**
     * More fields than Keycloak reads: it fails before any endpoint, its own token endpoint too.
     */
    private static void asKeycloakDoes(String form) {
        assertThat(http.post(realm.livePerson("callback").getRawPath(), FORM, form).status())
                .isIn(
                        400,
                        413,
                        http.post(realm.protocol("token").getRawPath(), FORM, form).status());
    }

    private static void refusedOrServed(RawAnswer answer, String what) {
        assertThat(answer.status()).as(what).isBetween(200, 499);
    }
}
