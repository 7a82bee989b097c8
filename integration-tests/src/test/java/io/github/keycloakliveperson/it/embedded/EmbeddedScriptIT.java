package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page script as a real Keycloak with the packaged JAR serves it. */
@Tag("core")
@RealKeycloak
@DisplayName("web-auth.js")
class EmbeddedScriptIT {

    @InjectRealm private static TestRealm realm;
    @AutoClose private static TestRealm other;

    private final ConsumerBrowser browser = new ConsumerBrowser();

    @BeforeAll
    static void realms(KeycloakUnderTest keycloak) {
        other = TestRealm.create(keycloak);
    }

    private static String header(Reply answer, String name) {
        return answer.header(name).orElse(null);
    }

    private static URI versioned(Reply stable) {
        return URI.create(stable.address()).resolve(header(stable, "Content-Location"));
    }

    @Test
    @DisplayName("is cached for minutes at its stable address, then revalidated by its ETag")
    void stable() {
        Reply answer = browser.get(realm.livePerson("web-auth.js"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("text/javascript");
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(9216);

        Reply again =
                browser.send(
                        HttpRequest.newBuilder(URI.create(answer.address()))
                                .header("If-None-Match", header(answer, "ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    @DisplayName(
            "is cached forever at its versioned address, for pages of any origin (SRI "
                    + "needs CORS)")
    void longCached() {
        Reply stable = browser.get(realm.livePerson("web-auth.js"));
        Reply answer = browser.get(versioned(stable));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(stable.body());
        assertThat(header(answer, "Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isNull();
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    }

    @Test
    @DisplayName("redirects from an old version to the newest, whatever the Host header says")
    void goneVersion() {
        Reply answer = browser.get(realm.livePerson("web-auth-000000000000.js"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(header(answer, "Location")).isEqualTo("web-auth.js");
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=300");
    }

    @Test
    @DisplayName("is the same file for every realm, so that one integrity value is enough")
    void sameEverywhere() {
        assertThat(browser.get(other.livePerson("web-auth.js")).body())
                .isEqualTo(browser.get(realm.livePerson("web-auth.js")).body())
                .doesNotContain(realm.name(), other.name());
    }
}
