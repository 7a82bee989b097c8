package io.github.keycloakliveperson.window.external;

import static io.github.keycloakliveperson.window.external.AskingWindow.WINDOW;
import static io.github.keycloakliveperson.window.external.AskingWindow.client;
import static io.github.keycloakliveperson.window.external.AskingWindow.config;
import static io.github.keycloakliveperson.window.external.AskingWindow.decide;
import static io.github.keycloakliveperson.window.external.AskingWindow.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.window.address.RawQuery;
import io.github.keycloakliveperson.window.address.WindowUri;
import io.github.keycloakliveperson.window.external.WindowRequest.Dialect;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import io.github.keycloakliveperson.window.mapper.WindowMapperConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request of LivePerson's window")
class WindowAuthorizationTest {

    @ParameterizedTest
    @CsvSource({
        "response_type=code&state=s, '', RFC, CODE",
        "response_type=code&state=, '', RFC, CODE",
        "response_type=code, '', RFC, CODE",
        "response_type=code, ?code=stale, RFC, CODE",
        "response_type=code&state=s, ?v=1, RFC, CODE",
        "response_type=id_token&state=s, '', RFC, ID_TOKEN",
        "response_type=id_token, '', RFC, ID_TOKEN",
        "response_type=code, ?lpUnifiedWindowConfig=x, OPENID, CODE",
        "response_type=token, ?lpUnifiedWindowConfig=x, OPENID, ID_TOKEN",
        "response_type=token, '', OPENID, ID_TOKEN"
    })
    @DisplayName("has its dialect by L23 and L29")
    void dialects(String query, String ownQuery, Dialect dialect, AnswerType type) {
        WindowRequest request = signIn(query, WINDOW + ownQuery).pending().request();

        assertThat(request.dialect()).isEqualTo(dialect);
        assertThat(request.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "response_type=code%20id_token&state=s, ?error=unsupported_response_type",
        "response_type=Code&state=s, ?error=unsupported_response_type",
        "response_type=token&state=s, ?error=unsupported_response_type",
        "response_type=&state=s, ?error=invalid_request",
        "state=s, ?error=invalid_request",
        "response_type=code&nonce=1&nonce=2&state=s, ?error=invalid_request",
        "response_type=code&scope=%FF&state=s, ?error=invalid_request",
        "response_type=code&response_mode=form_post&state=s, ?error=invalid_request",
        "response_type=id_token&response_mode=query&state=s, #error=invalid_request",
        "response_type=code&request=x&state=s, ?error=request_not_supported",
        "response_type=code&registration=x&state=s, ?error=registration_not_supported",
        "response_type=code&resource=x&state=s, ?error=invalid_target",
        "response_type=code&claims=x&state=s, ?error=invalid_request",
        "response_type=code&authorization_details=x&state=s, ?error=invalid_request",
        "response_type=code&dpop_jkt=x&state=s, ?error=invalid_request",
        "response_type=code&dpop_jkt=&state=s, ?error=invalid_request",
        "response_type=code&login_hint=%FF&state=s, ?error=invalid_request",
        "response_type=code&code_challenge=a&code_challenge=b&state=s, ?error=invalid_request",
        "response_type=code&request_uri=x&state=s, ?error=request_uri_not_supported"
    })
    @DisplayName("is refused at the window if it is contradictory, with its state")
    void refusals(String query, String answer) {
        assertThat(refuse(query, config()).location())
                .startsWith(WINDOW + answer)
                .endsWith("&state=s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "response_type=code&response_mode=query",
                "response_type=id_token&response_mode=fragment",
                "response_type=token&response_mode=query"
            })
    @DisplayName("may name the response_mode that it gets anyway")
    void responseMode(String query) {
        assertThat(decide(query, WINDOW, config())).isInstanceOf(WindowDecision.SignIn.class);
    }

    @Test
    @DisplayName("is told what to ask for if it asks for something unknown")
    void advice() {
        assertThat(refuse("response_type=token&state=s", config()).error().description())
                .contains("response_type token does not go with a state: ask for id_token.");
        assertThat(refuse("response_type=device&state=s", config()).error().description())
                .contains(
                        "response_type must be code or id_token (openID dialect: code or token).");
        assertThat(refuse("state=s", config()).error().description())
                .contains("The parameter response_type is missing or empty.");
    }

    @Nested
    @DisplayName("with a long state")
    class LongState {

        @Test
        @DisplayName("is served up to the limit, and refused above it, with that state (L25)")
        void limit() {
            WindowMapperConfig five = WindowMapperConfig.from(Map.of("max.state.length", "80"));
            String longest = "%7b".repeat(26) + "ab";

            assertThat(decide("response_type=code&state=" + longest, WINDOW, five))
                    .isInstanceOf(WindowDecision.SignIn.class);
            assertThat(refuse("response_type=code&state=" + longest + "c", five).location())
                    .startsWith(WINDOW + "?error=invalid_request")
                    .endsWith("&state=" + longest + "c");
        }

        @ParameterizedTest
        @CsvSource({
            "response_type=code, 50, true",
            "response_type=code, 51, false",
            "response_type=token, 51, false",
            "response_type=code&state=0123456789, 40, true",
            "response_type=code&state=0123456789, 41, false"
        })
        @DisplayName("counts with the query of the address, but not with the page itself (L29)")
        void address(String query, int length, boolean served) {
            WindowMapperConfig fifty = WindowMapperConfig.from(Map.of("max.state.length", "50"));
            assertThat(WINDOW.length()).as("the page itself").isGreaterThan(50);

            WindowDecision decision = decide(query, WINDOW + "?" + "c".repeat(length), fifty);

            assertThat(decision instanceof WindowDecision.SignIn).isEqualTo(served);
            if (decision instanceof WindowDecision.Refuse refuse) {
                assertThat(refuse.error().code()).isEqualTo("invalid_request");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"nonce", "login_hint", "code_challenge"})
        @DisplayName("other values have their own limit, above which Keycloak drops them (K5)")
        void otherValues(String name) {
            String request = "response_type=code&state=s&" + name + "=";

            assertThat(decide(request + "x".repeat(4_000), WINDOW, config()))
                    .isInstanceOf(WindowDecision.SignIn.class);
            assertThat(refuse(request + "x".repeat(4_001), config()).error().description())
                    .contains("The parameter " + name + " has more than 4000 characters.");
        }
    }

    @Test
    @DisplayName("is refused if it has two states, and returns neither")
    void twoStates() {
        assertThat(refuse("response_type=code&state=a&state=b", config()).location())
                .isEqualTo(
                        WINDOW
                                + "?error=invalid_request&error_description=The%20parameter%20state"
                                + "%20is%20repeated.");
    }

    @Test
    @DisplayName("is refused if the mapper's settings can't be read (K31)")
    void brokenSettings() {
        WindowDecision decision =
                new WindowAuthorization(
                                RawQuery.parse("response_type=code&state=s"),
                                WindowUri.parse(WINDOW).orElseThrow(),
                                new LivePersonClient(
                                        client(true, true), config(), List.of("It is broken.")))
                        .decide();

        assertThat(((WindowDecision.Refuse) decision).error().code()).isEqualTo("server_error");
    }

    @Test
    @DisplayName("is refused if the flow is off")
    void flowOff() {
        assertThat(
                        ((WindowDecision.Refuse)
                                        decide(
                                                "response_type=id_token&state=s",
                                                WINDOW,
                                                config(),
                                                client(true, false)))
                                .location())
                .startsWith(WINDOW + "#error=unauthorized_client");
        assertThat(
                        ((WindowDecision.Refuse)
                                        decide(
                                                "response_type=code&state=s",
                                                WINDOW,
                                                config(),
                                                client(false, true)))
                                .location())
                .startsWith(WINDOW + "?error=unauthorized_client");
    }

    @Nested
    @DisplayName("becomes a request to the stock endpoint")
    class Stock {

        @Test
        @DisplayName("with the handle, openid, and each parameter for the sign-in as a value")
        void code() {
            assertThat(
                            stock(
                                    "response_type=code&state=s&scope=profile+email+phone&x=y"
                                            + "&code_challenge=abc&code_challenge_method=S256"
                                            + "&prompt=login&login_hint=a%40b+c&ui_locales=de"
                                            + "&acr_values=1&kc_idp_hint=google&max_age=5"))
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.ofEntries(
                                    Map.entry("client_id", "brand/id"),
                                    Map.entry("redirect_uri", "https://idp/cb"),
                                    Map.entry("response_type", "code"),
                                    Map.entry("scope", "openid profile phone"),
                                    Map.entry("state", "handle"),
                                    Map.entry("code_challenge", "abc"),
                                    Map.entry("code_challenge_method", "S256"),
                                    Map.entry("prompt", "login"),
                                    Map.entry("login_hint", "a@b c"),
                                    Map.entry("ui_locales", "de"),
                                    Map.entry("acr_values", "1"),
                                    Map.entry("kc_idp_hint", "google"),
                                    Map.entry("max_age", "5")));
        }

        @Test
        @DisplayName("with a nonce if one is needed and missing (K1, L26)")
        void nonce() {
            assertThat(stock("response_type=id_token"))
                    .containsEntry("response_mode", "form_post")
                    .containsEntry("nonce", "fresh");
            assertThat(stock("response_type=token&nonce=visitor%201"))
                    .containsEntry("nonce", "visitor 1");
            assertThat(stock("response_type=code")).doesNotContainKey("nonce");
        }

        private Map<String, String> stock(String query) {
            return signIn(query, WINDOW)
                    .stockRequest()
                    .asked("brand/id", "https://idp/cb", "handle", "fresh");
        }
    }

    private static WindowDecision.Refuse refuse(String query, WindowMapperConfig config) {
        return (WindowDecision.Refuse) decide(query, WINDOW, config);
    }
}
