package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.OPENID_WINDOW;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.EventRepresentation;

/** What the external window's endpoints refuse, and how. */
@RealKeycloak
@Tag("core")
@DisplayName("The external window refuses")
class WindowRefusalsIT {

    private static final String REDIRECT = "&redirect_uri=" + Query.encode(WINDOW);

    @AutoClose private static TestRealm realm;
    private static WindowClient code;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm =
                TestRealm.create(
                        keycloak,
                        r -> {
                            r.setEventsEnabled(true);
                            r.setInternationalizationEnabled(true);
                            r.setSupportedLocales(java.util.Set.of("en", "de"));
                            r.setDefaultLocale("en");
                        });
        code = WindowClient.code(realm, "code", Map.of());
        realm.user("consumer", Map.of());
    }

    @Nested
    @DisplayName("with a page and no redirect")
    class WithAPage {

        @Test
        @DisplayName("clients that don't exist, are disabled, or aren't LivePerson's")
        void clients() {
            TestClient stock = realm.client("stock", c -> c.setRedirectUris(List.of(WINDOW)));
            WindowClient disabled =
                    WindowClient.of(realm, "disabled", Map.of(), c -> c.setEnabled(false));

            for (String clientId :
                    List.of("nobody", stock.clientId(), disabled.client().clientId(), "")) {
                page(
                        URI.create(
                                realm.livePerson("authorize")
                                        + "?response_type=code&state=s&client_id="
                                        + clientId
                                        + REDIRECT));
            }
        }

        @ParameterizedTest
        @CsvSource({
            "en, Please open the chat window again",
            "'de-AT,de;q=0.9', öffnen Sie das Chatfenster",
            "ja, Please open the chat window again"
        })
        @DisplayName("in the consumer's language, with a way to go on")
        void languages(String accepted, String text) {
            Reply page =
                    new ConsumerBrowser()
                            .send(
                                    HttpRequest.newBuilder(
                                                    code.request(
                                                            "response_type=code&redirect_uri="
                                                                    + "https://evil.example/"))
                                            .header("Accept-Language", accepted));

            assertThat(page.status()).isEqualTo(400);
            assertThat(page.body()).contains(text);
        }

        @Test
        @DisplayName("and an event that names the client and the reason, without query or state")
        void events() {
            realm.admin().clearEvents();
            page(
                    code.request(
                            "response_type=code&state=secret-state&redirect_uri="
                                    + Query.encode("https://evil.example/?secret=query")));
            code.window(
                    new ConsumerBrowser(), code.request("response_type=x&state=secret" + REDIRECT));

            List<EventRepresentation> events = realm.admin().getEvents();

            assertThat(events)
                    .hasSize(2)
                    .allSatisfy(
                            event -> {
                                assertThat(event.getType()).isEqualTo("LOGIN_ERROR");
                                assertThat(event.getClientId()).isEqualTo("code");
                                assertThat(event.getDetails().get("reason")).isNotBlank();
                                assertThat(event.getDetails().toString()).doesNotContain("secret");
                            })
                    .extracting(EventRepresentation::getError)
                    .containsExactlyInAnyOrder("invalid_redirect_uri", "unsupported_response_type");
        }

        @ParameterizedTest
        @CsvSource({
            "authorize?client_id=nobody, client_not_found, nobody",
            "authorize?response_type=code, invalid_request, ",
            "authorize?client_id=account, invalid_client, account",
            "authorize?client_id=disabled-one, client_disabled, disabled-one",
            "authorize?client_id=code, invalid_redirect_uri, code",
            "authorize?client_id=code&redirect_uri=https://evil.example/, invalid_redirect_uri, code",
            "callback?state=AAAAAAAAAAAAAAAAAAAAAA&code=x, expired_code, ",
            "callback, expired_code, "
        })
        @DisplayName("and one kind of event for each reason")
        void everyEvent(String request, String error, String clientId) {
            if (request.contains("disabled-one")) {
                WindowClient.of(realm, "disabled-one", Map.of(), c -> c.setEnabled(false));
            }
            realm.admin().clearEvents();
            page(realm.livePerson(request));

            assertThat(realm.admin().getEvents())
                    .singleElement()
                    .satisfies(
                            event -> {
                                assertThat(event.getType()).isEqualTo("LOGIN_ERROR");
                                assertThat(event.getError()).isEqualTo(error);
                                assertThat(event.getClientId()).isEqualTo(clientId);
                                assertThat(event.getDetails().get("reason")).isNotBlank();
                            });
        }

        @Test
        @DisplayName("and if an address isn't the client's, the event contains only its origin")
        void unregistered() {
            realm.admin().clearEvents();
            page(
                    code.request(
                            "response_type=code&redirect_uri="
                                    + Query.encode("https://evil.example/path/of/theirs")));
            page(
                    code.request(
                            "response_type=code&redirect_uri=https://lp.example/%25"
                                    + "25".repeat(10_000)));

            assertThat(realm.admin().getEvents())
                    .hasSize(2)
                    .extracting(event -> event.getDetails().get("redirect_uri"))
                    .containsExactlyInAnyOrder("https://evil.example", null);
        }

        private void page(URI request) {
            Reply page = new ConsumerBrowser().get(request);
            assertThat(page.status()).as(request.toString()).isEqualTo(400);
            assertThat(page.header("Location")).isEmpty();
            assertThat(page.header("Cache-Control").orElseThrow()).contains("no-store");
            assertThat(page.body()).contains("kc-page-title").doesNotContain("evil.example/\"");
        }
    }

    @Test
    @DisplayName("nothing in the openID dialect's own query")
    void openIdQueryIsKept() {
        assertThat(code.window(new ConsumerBrowser(), code.openId("code")))
                .startsWith(OPENID_WINDOW + "&code=");
    }
}
