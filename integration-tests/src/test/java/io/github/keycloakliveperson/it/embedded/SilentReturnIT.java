package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind the silent sign-in's redirect URI, on a real Keycloak. */
@Tag("core")
@RealKeycloak
@DisplayName("silent-return")
class SilentReturnIT {

    @InjectRealm private static TestRealm realm;

    private final ConsumerBrowser browser = new ConsumerBrowser();

    @BeforeAll
    static void clients() {
        BrandClient.open(
                realm,
                "brand",
                "https://www.brand.example",
                "https://brand.example:8443",
                "+",
                "*");
        BrandClient.open(realm, "star", "*");
        BrandClient.open(realm, "plus", "+");
        BrandClient.open(realm, "https://brand.example/chat", "https://brand.example");
        BrandClient.without(realm, "stock", c -> c.setWebOrigins(List.of("https://brand.example")));
        BrandClient.open(
                realm,
                "disabled",
                client -> {
                    client.setWebOrigins(List.of("https://brand.example"));
                    client.setEnabled(false);
                });
    }

    private Reply page(String clientId) {
        return browser.get(
                URI.create(BrandClient.silentReturn(realm, clientId) + "?code=c&state=s"));
    }

    private static String header(Reply answer, String name) {
        return answer.header(name).orElse(null);
    }

    @Test
    @DisplayName("may be framed only by the client's Web Origins that are named in full")
    void frameAncestors() {
        Reply answer = page("brand");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .matches(
                        "default-src 'none'; script-src 'sha256-[^']+'; base-uri 'none';"
                                + " form-action 'none'; frame-ancestors https://brand.example:8443"
                                + " https://www.brand.example");
        assertThat(header(answer, "X-Frame-Options")).isNull();
    }

    @Test
    @DisplayName("is not cached, sends no referrer, and contains no part of its address")
    void headers() {
        Reply answer = page("brand");

        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cross-Origin-Embedder-Policy")).isEqualTo("require-corp");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Strict-Transport-Security")).startsWith("max-age=");
        assertThat(header(answer, "Set-Cookie")).isNull();
        assertThat(answer.body()).doesNotContain("code=c", "state=s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"star", "plus"})
    @DisplayName("is not opened to anybody by * and +")
    void wildcards(String clientId) {
        Reply answer = page(clientId);

        assertThat(header(answer, "Content-Security-Policy")).endsWith("frame-ancestors 'none'");
        assertThat(answer.body()).contains("data-origins=\"\"");
    }

    @Test
    @DisplayName("works for a client id that is a URL")
    void urlClientId() {
        assertThat(page("https://brand.example/chat").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "stock", "disabled", "account"})
    @DisplayName("exists only for enabled clients with the window mapper")
    void otherClients(String clientId) {
        Reply answer = page(clientId);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).startsWith("text/plain");
        assertThat(header(answer, "Content-Security-Policy")).endsWith("frame-ancestors 'none'");
        assertThat(answer.body()).doesNotContain("<script");
    }
}
