package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the page's hidden frame begins, on a real Keycloak. */
@Tag("core")
@RealKeycloak
@DisplayName("silent-sign-in")
class SilentSignInIT {

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static TestClient brand;

    private final ConsumerBrowser browser = new ConsumerBrowser();

    @BeforeAll
    static void setUp() {
        brand = BrandClient.open(realm, "brand", "https://www.brand.example");
        BrandClient.without(realm, "stock", c -> c.setWebOrigins(List.of("https://brand.example")));
    }

    private Reply ask(String clientId, String redirectUri, String prompt) {
        return browser.get(
                URI.create(
                        realm.livePerson("silent-sign-in")
                                + "?"
                                + Query.encode(
                                        Map.of(
                                                "client_id",
                                                clientId,
                                                "redirect_uri",
                                                redirectUri,
                                                "response_type",
                                                "code",
                                                "scope",
                                                "openid",
                                                "state",
                                                "s",
                                                "prompt",
                                                prompt))));
    }

    private static String location(Reply answer) {
        assertThat(answer.status()).isEqualTo(302);
        return AskingPage.header(answer, "Location");
    }

    @Test
    @DisplayName("answers as Keycloak does, and may be framed by pages with embedder policies")
    void signedIn() {
        new RelyingParty(realm, brand).signIn(browser, "consumer", Map.of());
        String silentReturn = BrandClient.silentReturn(realm, "brand");
        Reply answer = ask("brand", silentReturn, "none");

        assertThat(location(answer)).startsWith(silentReturn + "?").contains("code=", "state=s");
        assertThat(AskingPage.header(answer, "Cross-Origin-Embedder-Policy"))
                .isEqualTo("require-corp");
        assertThat(AskingPage.header(answer, "Cross-Origin-Resource-Policy"))
                .isEqualTo("cross-origin");
    }

    @Test
    @DisplayName("answers login_required if nobody is signed in (K21)")
    void nobody() {
        assertThat(location(ask("brand", BrandClient.silentReturn(realm, "brand"), "none")))
                .contains("error=login_required", "state=s");
    }

    @Test
    @DisplayName("redirects only to the client's addresses")
    void wrongAddress() {
        Reply answer = ask("brand", "https://evil.example/", "none");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(AskingPage.header(answer, "Location")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"brand, login, 400", "brand, none login, 400", "stock, none, 404", "no, none, 404"})
    @DisplayName("exists only for silent sign-ins of enabled clients with the window mapper")
    void refused(String clientId, String prompt, int status) {
        Reply answer = ask(clientId, BrandClient.silentReturn(realm, clientId), prompt);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(AskingPage.header(answer, "Content-Type")).startsWith("text/plain");
    }
}
