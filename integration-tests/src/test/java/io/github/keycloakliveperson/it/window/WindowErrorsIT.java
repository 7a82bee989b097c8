package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** What ends as an OAuth error at the window, with its state. */
@RealKeycloak
@Tag("core")
@DisplayName("The external window gets an OAuth error")
class WindowErrorsIT {

    private static final String REDIRECT = "&redirect_uri=" + Query.encode(WINDOW);

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static WindowClient code;
    private static WindowClient implicit;

    @BeforeAll
    static void setUp() {
        code = WindowClient.code(realm, "code", Map.of());
        implicit = WindowClient.implicit(realm, "implicit", Map.of());
    }

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
        "response_type=code&registration=x&state=s, registration_not_supported",
        "response_type=code&resource=https://a.example&state=s, invalid_target",
        "response_type=code&claims=%7B%7D&state=s, invalid_request",
        "response_type=code&authorization_details=%5B%5D&state=s, invalid_request",
        "response_type=code&dpop_jkt=x&state=s, invalid_request",
        "response_type=code&scope=%FF&state=s, invalid_request",
        "response_type=code&prompt=none&prompt=login&state=s, invalid_request",
        "response_type=code&prompt=none&state=s, login_required",
        "response_type=code&code_challenge=short&code_challenge_method=S256&state=s,"
                + " invalid_request"
    })
    @DisplayName("for a contradictory, unknown or refused request, with its state")
    void errors(String parameters, String error) {
        String answer = code.window(new ConsumerBrowser(), code.request(parameters + REDIRECT));

        assertThat(answer).startsWith(WINDOW + "?error=" + error).endsWith("&state=s");
    }

    @Test
    @DisplayName("for a flow that is off for the client")
    void flowIsOff() {
        assertThat(code.window(new ConsumerBrowser(), code.rfc("id_token", "s", "")))
                .startsWith(WINDOW + "#error=unauthorized_client");
        assertThat(implicit.window(new ConsumerBrowser(), implicit.rfc("code", "s", "")))
                .startsWith(WINDOW + "?error=unauthorized_client");
    }

    @Test
    @DisplayName("for a state that is there twice, with neither of them")
    void repeatedState() {
        String answer =
                code.window(
                        new ConsumerBrowser(),
                        code.request("response_type=code&state=a&%73tate=b" + REDIRECT));

        assertThat(answer).startsWith(WINDOW + "?error=invalid_request").doesNotContain("&state=");
    }

    @Test
    @DisplayName(
            "for a state over the limit, which comes back whole, and nothing is stored " + "(L25)")
    void longState() {
        String longest = "x".repeat(16_384);
        Reply refused = new ConsumerBrowser().get(code.rfc("code", longest + "y", ""));

        assertThat(refused.location())
                .startsWith(WINDOW + "?error=invalid_request")
                .endsWith("&state=" + longest + "y");
        assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(code.window(new ConsumerBrowser(), code.rfc("code", longest, "")))
                .startsWith(WINDOW + "?code=")
                .endsWith("&state=" + longest);
    }

    @Test
    @DisplayName("in the fragment for an implicit sign-in, also a silent one")
    void implicitErrors() {
        assertThat(
                        implicit.window(
                                new ConsumerBrowser(),
                                implicit.rfc("id_token", STATE, "&prompt=none")))
                .startsWith(WINDOW + "#error=login_required")
                .endsWith("&state=" + STATE);
    }

    @Test
    @DisplayName("for a client whose callback isn't registered, before the login")
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
    @DisplayName("for an encryption key that can't be used, before the login (L16)")
    void unusableKey() {
        ProtocolMapperRepresentation broken =
                TestRealm.mapperOf(
                        "oidc-liveperson-id-token-encryption-mapper",
                        Map.of("public.key", "garbage", "key.id", "lpsso2026"));
        WindowClient encrypted =
                WindowClient.of(
                        realm, "encrypted", Map.of(), c -> c.setProtocolMappers(List.of(broken)));

        Reply answer = new ConsumerBrowser().get(encrypted.rfc("code", STATE, ""));

        assertThat(answer.location())
                .startsWith(WINDOW + "?error=server_error")
                .endsWith("&state=" + STATE);
    }

    @Test
    @DisplayName("for a mapper whose settings can't be read (K31)")
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

    @Test
    @DisplayName("if the consumer refuses the sign-in, in both flows")
    void accessDenied() {
        WindowClient asking = asking("asking-code", false);
        ConsumerBrowser browser = new ConsumerBrowser();
        Reply denied = deny(asking, browser, "code");
        assertThat(browser.get(URI.create(denied.location())).location())
                .startsWith(WINDOW + "?error=access_denied")
                .endsWith("&state=" + STATE);

        WindowClient askingImplicit = asking("asking-implicit", true);
        Reply posted = deny(askingImplicit, browser, "id_token");
        assertThat(browser.submit(form(posted), Map.of()).location())
                .startsWith(WINDOW + "#error=access_denied")
                .endsWith("&state=" + STATE);
    }

    private static WindowClient asking(String clientId, boolean implicit) {
        return WindowClient.of(
                realm,
                clientId,
                Map.of(),
                c -> {
                    c.setConsentRequired(true);
                    c.setImplicitFlowEnabled(implicit);
                });
    }

    private static Reply deny(WindowClient asking, ConsumerBrowser browser, String type) {
        Reply consent = asking.end(browser, asking.rfc(type, STATE, ""));
        return browser.submit(form(consent), Map.of("cancel", "No"));
    }

    private static Element form(Reply page) {
        return page.page()
                .selectFirst("form[action*=consent], form[name=OIDC_FORM_POST], body[onload] form");
    }

    @ParameterizedTest
    @CsvSource({
        "temporarily_unavailable, authentication_expired",
        "server_error, ",
        "interaction_required, ",
        "invalid_scope, Invalid%20scopes%3A%20x"
    })
    @DisplayName("for Keycloak's other errors, such as temporary unavailability")
    void keycloaksErrors(String error, String description) {
        ConsumerBrowser browser = new ConsumerBrowser();
        String handle = WindowReturn.handleOf(browser.get(code.rfc("code", STATE, "")));
        String said =
                "error=" + error + (description == null ? "" : "&error_description=" + description);
        URI callback = URI.create(realm.livePerson("callback") + "?" + said + "&state=" + handle);

        assertThat(browser.get(callback).location())
                .isEqualTo(WINDOW + "?" + said + "&state=" + STATE);
    }

    @Test
    @DisplayName(
            "with a code of OAuth or OpenID, never with one that the browser invents, "
                    + "not in events either")
    void forgedErrors() {
        RealmRepresentation settings = realm.admin().toRepresentation();
        settings.setEventsEnabled(true);
        realm.admin().update(settings);
        ConsumerBrowser browser = new ConsumerBrowser();
        String handle = WindowReturn.handleOf(browser.get(code.rfc("code", STATE, "")));
        realm.admin().clearEvents();

        String callback = realm.livePerson("callback") + "?state=" + handle;
        assertThat(
                        browser.get(URI.create(callback + "&error=forged_x&error_description=y"))
                                .location())
                .startsWith(WINDOW + "?error=server_error")
                .doesNotContain("forged_x")
                .endsWith("&state=" + STATE);
        assertThat(realm.admin().getEvents())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.getError()).isEqualTo("server_error");
                            assertThat(event.getDetails().toString()).doesNotContain("forged");
                        });
    }

    @Test
    @DisplayName("instead of an id_token that came in an address")
    void idTokenInAnAddress() {
        ConsumerBrowser browser = new ConsumerBrowser();
        String handle = WindowReturn.handleOf(browser.get(implicit.rfc("id_token", STATE, "")));

        assertThat(
                        browser.get(
                                        URI.create(
                                                realm.livePerson("callback")
                                                        + "?id_token=a.b.c&state="
                                                        + handle))
                                .location())
                .startsWith(WINDOW + "#error=server_error")
                .doesNotContain("a.b.c");
    }

    private static ProtocolMapperRepresentation named(String name, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = TestRealm.mapperOf(WindowClient.MAPPER, config);
        mapper.setName(name);
        return mapper;
    }
}
