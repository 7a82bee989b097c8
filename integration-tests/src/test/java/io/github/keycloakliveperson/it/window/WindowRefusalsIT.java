package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.OPENID_WINDOW;
import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** What the external window's endpoints refuse, and how. */
@RealKeycloak
@Tag("core")
@DisplayName("The external window refuses")
class WindowRefusalsIT {

    private static final String REDIRECT = "&redirect_uri=" + Query.encode(WINDOW);

    private static TestRealm realm;
    private static WindowClient code;
    private static WindowClient implicit;

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
        implicit = WindowClient.implicit(realm, "implicit", Map.of());
        realm.user("consumer", Map.of());
    }

    @AfterAll
    static void tearDown() {
        realm.close();
    }

    @Nested
    @DisplayName("with an OAuth error at the window")
    class AtTheWindow {

        @ParameterizedTest
        @CsvSource({
            "response_type=code%20id_token&state=s, unsupported_response_type",
            "response_type=device&state=s, unsupported_response_type",
            "response_type=token&state=s, unsupported_response_type",
            "state=s, invalid_request",
            "response_type=code&response_type=code&state=s, invalid_request",
            "response_type=code&response_mode=fragment&state=s, invalid_request",
            "response_type=code&response_mode=form_post&state=s, invalid_request",
            "response_type=code&request=x&state=s, request_not_supported",
            "response_type=code&request_uri=x&state=s, request_uri_not_supported",
            "response_type=code&scope=%FF&state=s, invalid_request",
            "response_type=code&prompt=none&prompt=login&state=s, invalid_request",
            "response_type=code&prompt=none&state=s, login_required",
            "response_type=code&code_challenge=short&code_challenge_method=S256&state=s,"
                    + " invalid_request"
        })
        @DisplayName("what is contradictory, unknown or turned down, with its state")
        void errors(String parameters, String error) {
            String answer = code.window(new ConsumerBrowser(), code.request(parameters + REDIRECT));

            assertThat(answer).startsWith(WINDOW + "?error=" + error).endsWith("&state=s");
        }

        @Test
        @DisplayName("a flow that is off for the client")
        void flowIsOff() {
            assertThat(code.window(new ConsumerBrowser(), code.rfc("id_token", "s", "")))
                    .startsWith(WINDOW + "#error=unauthorized_client");
            assertThat(implicit.window(new ConsumerBrowser(), implicit.rfc("code", "s", "")))
                    .startsWith(WINDOW + "?error=unauthorized_client");
        }

        @Test
        @DisplayName("a state that is there twice, with neither of them")
        void repeatedState() {
            String answer =
                    code.window(
                            new ConsumerBrowser(),
                            code.request("response_type=code&state=a&%73tate=b" + REDIRECT));

            assertThat(answer)
                    .startsWith(WINDOW + "?error=invalid_request")
                    .doesNotContain("&state=");
        }

        @Test
        @DisplayName("a state over the limit, which comes back whole, and keeps nothing (L25)")
        void longState() {
            String longest = "x".repeat(16_384);
            HttpResponse<String> refused =
                    new ConsumerBrowser().get(code.rfc("code", longest + "y", ""));

            assertThat(refused.headers().firstValue("Location").orElseThrow())
                    .startsWith(WINDOW + "?error=invalid_request")
                    .endsWith("&state=" + longest + "y");
            assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(code.window(new ConsumerBrowser(), code.rfc("code", longest, "")))
                    .startsWith(WINDOW + "?code=")
                    .endsWith("&state=" + longest);
        }

        @Test
        @DisplayName("an implicit sign-in in the fragment, a silent one too")
        void implicitErrors() {
            assertThat(
                            implicit.window(
                                    new ConsumerBrowser(),
                                    implicit.rfc("id_token", STATE, "&prompt=none")))
                    .startsWith(WINDOW + "#error=login_required")
                    .endsWith("&state=" + STATE);
        }

        @Test
        @DisplayName("a client whose callback isn't registered, before the login")
        void callbackMissing() {
            WindowClient lacking =
                    WindowClient.of(
                            realm, "lacking", Map.of(), c -> c.setRedirectUris(List.of(WINDOW)));

            String answer = lacking.window(new ConsumerBrowser(), lacking.rfc("code", STATE, ""));

            assertThat(answer)
                    .startsWith(WINDOW + "?error=server_error")
                    .contains("valid%20redirect%20URIs");
        }

        @Test
        @DisplayName("an encryption key that can't be used, before the login (L16)")
        void unusableKey() {
            ProtocolMapperRepresentation broken =
                    TestRealm.mapperOf(
                            "oidc-liveperson-id-token-encryption-mapper",
                            Map.of("public.key", "garbage", "key.id", "lpsso2026"));
            WindowClient encrypted =
                    WindowClient.of(
                            realm,
                            "encrypted",
                            Map.of(),
                            c -> c.setProtocolMappers(List.of(broken)));

            HttpResponse<String> answer =
                    new ConsumerBrowser().get(encrypted.rfc("code", STATE, ""));

            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .startsWith(WINDOW + "?error=server_error")
                    .endsWith("&state=" + STATE);
        }

        @Test
        @DisplayName("a mapper whose settings can't be read (K31)")
        void unreadableSettings() {
            WindowClient broken =
                    WindowClient.of(
                            realm,
                            "unreadable",
                            Map.of(),
                            c ->
                                    c.setProtocolMappers(
                                            List.of(
                                                    named(
                                                            "a first",
                                                            Map.of("max.state.length", "lots")))));

            assertThat(broken.window(new ConsumerBrowser(), broken.rfc("code", STATE, "")))
                    .startsWith(WINDOW + "?error=server_error")
                    .contains("max.state.length");
        }

        private ProtocolMapperRepresentation named(String name, Map<String, String> config) {
            ProtocolMapperRepresentation mapper = TestRealm.mapperOf(WindowClient.MAPPER, config);
            mapper.setName(name);
            return mapper;
        }
    }

    @Nested
    @DisplayName("with a page and no redirect")
    class WithAPage {

        @Test
        @DisplayName("clients that aren't there, are disabled, or aren't LivePerson's")
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
            HttpResponse<String> page =
                    new ConsumerBrowser()
                            .send(
                                    HttpRequest.newBuilder(
                                                    code.request(
                                                            "response_type=code&redirect_uri="
                                                                    + "https://evil.example/"))
                                            .header("Accept-Language", accepted));

            assertThat(page.statusCode()).isEqualTo(400);
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

        private void page(URI request) {
            HttpResponse<String> page = new ConsumerBrowser().get(request);
            assertThat(page.statusCode()).as(request.toString()).isEqualTo(400);
            assertThat(page.headers().firstValue("Location")).isEmpty();
            assertThat(page.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
            assertThat(page.body()).contains("kc-page-title").doesNotContain("evil.example/\"");
        }
    }

    @Test
    @DisplayName("nothing of the openID dialect's own query")
    void openIdQueryIsKept() {
        assertThat(code.window(new ConsumerBrowser(), code.openId("code")))
                .startsWith(OPENID_WINDOW + "&code=");
    }
}
