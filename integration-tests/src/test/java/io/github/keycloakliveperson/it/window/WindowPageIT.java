package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The login page that {@code authorize} itself shows, and what else may be asked of it. */
@RealKeycloak
@Tag("core")
@DisplayName("The login page of a window")
class WindowPageIT {

    @AutoClose private static TestRealm realm;
    private static WindowClient code;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm =
                TestRealm.create(
                        keycloak,
                        r -> {
                            r.setInternationalizationEnabled(true);
                            r.setSupportedLocales(Set.of("en", "de", "fr"));
                            r.setDefaultLocale("en");
                            r.setEventsEnabled(true);
                        });
        code = WindowClient.code(realm, "code", Map.of());
        realm.user("consumer", Map.of());
    }

    @Test
    @DisplayName("comes without a redirect, with the headers of every Keycloak page")
    void headers() {
        Reply page = new ConsumerBrowser().get(code.rfc("code", STATE, ""));
        Reply stock =
                new ConsumerBrowser()
                        .get(
                                URI.create(
                                        realm.protocol("auth")
                                                + "?client_id=code&response_type=code&scope=openid"
                                                + "&redirect_uri="
                                                + WINDOW));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("kc-form-login").doesNotContain("lpUnifiedWindowConfig");
        for (String name :
                Set.of(
                        "Content-Security-Policy",
                        "X-Frame-Options",
                        "X-Content-Type-Options",
                        "Strict-Transport-Security",
                        "X-Robots-Tag",
                        "Referrer-Policy",
                        "Content-Type")) {
            assertThat(page.headers().allValues(name))
                    .as(name)
                    .isEqualTo(stock.headers().allValues(name));
        }
        assertThat(page.headers().allValues("Cache-Control"))
                .singleElement()
                .asString()
                .contains("no-store");
        assertThat(page.header("X-Frame-Options")).contains("SAMEORIGIN");
    }

    @ParameterizedTest
    @CsvSource({
        "'', de, Anmelden",
        "'', 'fr-FR,fr;q=0.9', Mot de passe",
        "'&ui_locales=fr', de, Mot de passe",
        "'&ui_locales=fr%20de', en, Mot de passe",
        "'&kc_locale=fr', en, Password",
        "'', ja, Password"
    })
    @DisplayName("is in the language that the window or the browser asks for")
    void languages(String parameters, String accepted, String text) {
        Reply page =
                new ConsumerBrowser()
                        .send(
                                HttpRequest.newBuilder(code.rfc("code", STATE, parameters))
                                        .header("Accept-Language", accepted));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&login_hint=bob;kc_action=UPDATE_PASSWORD",
                "&login_hint=bob;request=x;prompt=none;kc_idp_hint=x",
                "&login_hint=bob%26prompt%3Dnone%3Brequest%3Dx",
                "&login_hint=bob;token=x;auth_session_id=y",
                "&nonce=n;response_mode=fragment&login_hint=bob"
            })
    @DisplayName("is not affected by a parameter inside another one's value (K7)")
    void passengers(String parameters) {
        ConsumerBrowser browser = new ConsumerBrowser();
        Reply page = browser.get(code.rfc("code", STATE, parameters));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("value=\"bob")
                .doesNotContain("&amp;token=", "&amp;auth_session_id=", "&amp;kc_action=");
        String answer =
                browser.proceed(
                                page,
                                target -> target.startsWith(WINDOW),
                                "consumer",
                                TestRealm.PASSWORD)
                        .location();
        assertThat(answer).startsWith(WINDOW + "?code=").endsWith("&state=" + STATE);
    }

    @Test
    @DisplayName("has headers that every proxy accepts, whatever cookies the request invents")
    void heads() {
        String invented =
                IntStream.range(0, 60)
                        .mapToObj("LIVEPERSON_WINDOW_%022d=x"::formatted)
                        .collect(Collectors.joining("; "));
        Reply page =
                new ConsumerBrowser()
                        .send(
                                HttpRequest.newBuilder(code.rfc("code", STATE, ""))
                                        .header("Cookie", invented));

        assertThat(page.status()).isEqualTo(200);
        int bytes =
                page.headers().map().entrySet().stream()
                        .flatMap(h -> h.getValue().stream().map(v -> h.getKey() + ": " + v))
                        .mapToInt(line -> line.length() + 2)
                        .sum();
        assertThat(bytes).isLessThan(4_096);
        assertThat(page.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(WindowReturn.COOKIE))
                .hasSizeBetween(2, 5);
    }

    @Test
    @DisplayName("accepts only GET: a HEAD consumes no window, and a POST starts none")
    void methods() {
        WindowReturn begun = WindowReturn.of(code, new ConsumerBrowser(), STATE);

        assertThat(send(begun.browser(), "HEAD", begun.callback()).status()).isEqualTo(405);
        Reply head = send(begun.browser(), "HEAD", code.rfc("code", STATE, ""));
        assertThat(head.status()).isEqualTo(405);
        assertThat(head.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(send(begun.browser(), "POST", code.rfc("code", STATE, "")).status())
                .isIn(404, 405);
        assertThat(begun.finish().location()).startsWith(WINDOW + "?code=");
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site, iframe, 400",
        "cross-site, empty, 400",
        "cross-site, document, 302",
        "same-site, iframe, 302",
        "none, document, 302"
    })
    @DisplayName(
            "and the answer are only for top-level navigation, not for a frame of "
                    + "another site (L22)")
    void framed(String site, String destination, int status) {
        Reply answer =
                WindowReturn.signedIn(code)
                        .send(
                                HttpRequest.newBuilder(code.rfc("code", STATE, ""))
                                        .header("Sec-Fetch-Site", site)
                                        .header("Sec-Fetch-Dest", destination));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Location").isPresent()).isEqualTo(status == 302);
    }

    private static Reply send(ConsumerBrowser browser, String method, URI address) {
        return browser.send(
                HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()));
    }
}
