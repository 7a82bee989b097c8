package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.OPENID_WINDOW;
import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/**
 * Which consumers may message. The realm has the role {@code member}, its client {@code shop} a
 * role {@code buyer}; {@code vip} is composed of both. Everything here is Keycloak's own but for
 * what the window mapper and the realm endpoints do.
 */
@RealKeycloak
@Tag("core")
@DisplayName("required.role: a consumer without the role")
class RequiredRoleIT {

    private static final Map<String, String> MEMBER = Map.of("required.role", "member");
    private static final String ORIGIN = "https://www.brand.example";

    @AutoClose private static TestRealm realm;
    private static String shop;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = TestRealm.create(keycloak, r -> r.setEventsEnabled(true));
        RoleRepresentation member = role("member");
        shop = realm.codeClient("shop").id();
        realm.admin().clients().get(shop).roles().create(named("buyer"));
        RoleRepresentation buyer =
                realm.admin().clients().get(shop).roles().get("buyer").toRepresentation();
        RoleRepresentation vip = role("vip");
        realm.admin().rolesById().addComposites(vip.getId(), List.of(member, buyer));

        realm.user("guest", Map.of());
        give(realm.user("direct", Map.of()), member);
        realm.admin()
                .users()
                .get(realm.user("buying", Map.of()))
                .roles()
                .clientLevel(shop)
                .add(List.of(buyer));
        give(realm.user("composed", Map.of()), vip);
        GroupRepresentation group = new GroupRepresentation();
        group.setName("members");
        realm.admin().groups().add(group).close();
        String id = realm.admin().groups().groups().get(0).getId();
        realm.admin().groups().group(id).roles().realmLevel().add(List.of(vip));
        realm.admin().users().get(realm.user("grouped", Map.of())).joinGroup(id);
    }

    @BeforeEach
    void forgetEvents() {
        realm.admin().clearEvents();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "member, direct, true",
        "member, composed, true",
        "member, grouped, true",
        "member, buying, false",
        "member, guest, false",
        "shop.buyer, buying, true",
        "shop.buyer, composed, true",
        "shop.buyer, grouped, true",
        "shop.buyer, direct, false",
        "vip, direct, false",
        "vip, grouped, true",
        "shop.member, direct, false",
        "nobody, composed, false",
        "Member, direct, false"
    })
    @DisplayName("gets unauthorized_client from the token endpoint (L20), the others their token")
    void tokenEndpoint(String role, String consumer, boolean admitted) {
        TokenAnswer answer =
                party(code("t-" + role + "-" + consumer, Map.of("required.role", role)))
                        .tokens(consumer);

        if (admitted) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.idToken()).isNotEmpty();
        } else {
            assertRefused(answer);
            assertThat(errors())
                    .singleElement()
                    .satisfies(
                            event -> {
                                assertThat(event.getType()).isEqualTo("CODE_TO_TOKEN_ERROR");
                                assertThat(event.getError()).isEqualTo("access_denied");
                                assertThat(event.getDetails().get("reason"))
                                        .contains("role that the messaging window mapper");
                            });
        }
    }

    @Nested
    @DisplayName("in the external window")
    class ExternalWindow {

        private final WindowClient code = code("w-code", MEMBER);
        private final WindowClient implicit = WindowClient.implicit(realm, "w-implicit", MEMBER);

        @AfterEach
        void removeClients() {
            remove(code, implicit);
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        @DisplayName("gets access_denied with its state, after a page and at once")
        void denied(boolean signedInBefore) {
            assertDenied(signedInBefore, code, code.rfc("code", STATE, ""), WINDOW + "?");
            assertDenied(signedInBefore, code, code.openId("code"), OPENID_WINDOW + "&");
            assertDenied(
                    signedInBefore, implicit, implicit.rfc("id_token", STATE, ""), WINDOW + "#");
            assertDenied(signedInBefore, implicit, implicit.openId("token"), OPENID_WINDOW + "&");
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        @DisplayName("is refused, and a consumer with the role gets code or token")
        void admitted(boolean signedInBefore) {
            ConsumerBrowser browser = browser(signedInBefore, "grouped");
            String withCode = go(browser, code.rfc("code", STATE, ""), "grouped");
            assertThat(
                            code.redeem(Query.of(withCode).get("code"), WINDOW, Map.of())
                                    .idTokenClaims()
                                    .get("preferred_username")
                                    .asText())
                    .isEqualTo("grouped");
            browser = browser(signedInBefore, "grouped");
            assertThat(go(browser, implicit.openId("token"), "grouped"))
                    .startsWith(OPENID_WINDOW + "&token=ey");
        }

        private void assertDenied(
                boolean signedInBefore, WindowClient client, URI request, String before) {
            ConsumerBrowser browser = browser(signedInBefore, "guest");
            realm.admin().clearEvents();
            String answer = go(browser, request, "guest");

            assertThat(answer)
                    .startsWith(before + "error=access_denied")
                    .doesNotContain("code=", "token=");
            if (request.toString().contains("state=")) {
                assertThat(answer).endsWith("&state=" + STATE);
            }
            assertThat(errors())
                    .isNotEmpty()
                    .allSatisfy(
                            event ->
                                    assertThat(event.getClientId())
                                            .isEqualTo(client.client().clientId()))
                    .extracting(EventRepresentation::getError)
                    .contains("access_denied")
                    .isSubsetOf("access_denied", "generic_authentication_error");
        }
    }

    @Test
    @DisplayName("gets access_denied in the embedded window's implicit flow, at once")
    void embeddedImplicit() {
        WindowClient client = WindowClient.implicit(realm, "e-implicit", MEMBER);
        ConsumerBrowser browser = browser(true, "guest");
        URI address =
                party(client)
                        .authorizationRequest(
                                Map.of(
                                        "response_type", "id_token",
                                        "nonce", "n",
                                        "prompt", "none"));
        Reply stock = browser.get(address);
        Reply loud = browser.get(URI.create(address.toString().replace("prompt=none", "p=q")));
        Reply silent =
                browser.get(
                        URI.create(
                                address.toString()
                                        .replace(
                                                realm.protocol("auth").toString(),
                                                realm.livePerson("silent-sign-in").toString())));

        for (Reply answer : List.of(stock, loud, silent)) {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.location())
                    .startsWith(TestRealm.REDIRECT_URI + "#")
                    .contains("error=access_denied", "state=some-state")
                    .doesNotContain("token");
        }
        assertThat(silent.header("Cross-Origin-Resource-Policy")).contains("cross-origin");
    }

    @Test
    @DisplayName("isn't there for the identity function, so that targeting leaves them alone (L34)")
    void identity() {
        WindowClient.of(realm, "i", MEMBER, c -> c.setWebOrigins(List.of(ORIGIN)));

        assertThat(identity(browser(true, "guest")).status()).isEqualTo(204);
        assertThat(identity(browser(true, "grouped")).status()).isEqualTo(200);
        assertThat(identity(new ConsumerBrowser()).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("any more renews nothing (L39)")
    void revoked() {
        RelyingParty party =
                party(
                        code(
                                "refreshing",
                                Map.of(
                                        "required.role",
                                        "member",
                                        "minimal.token.response",
                                        "false")));
        String user = realm.user("leaving", Map.of());
        RoleRepresentation member = realm.admin().roles().get("member").toRepresentation();
        give(user, member);
        TokenAnswer first = party.tokens("leaving");
        TokenAnswer second = party.refresh(first.text("refresh_token"));
        assertThat(second.status()).isEqualTo(200);

        realm.admin().users().get(user).roles().realmLevel().remove(List.of(member));

        assertRefused(party.refresh(second.text("refresh_token")));
        assertRefused(party.refresh(first.text("refresh_token")));
    }

    @Test
    @DisplayName("is everybody where the role doesn't exist, and the check required-role fails")
    void missingRole() {
        RoleRepresentation passing = role("passing");
        String user = realm.user("passing", Map.of());
        give(user, passing);
        WindowClient client = code("missing", Map.of("required.role", "passing"));
        assertThat(party(client).tokens("passing").status()).isEqualTo(200);
        assertThat(requiredRole(client)).isEqualTo("pass");

        realm.admin().roles().deleteRole("passing");

        assertRefused(party(client).tokens("passing"));
        assertThat(requiredRole(client)).isEqualTo("fail");
        String check = AdminApi.of(realm).report(client.client().id()).path("checks").toString();
        assertThat(check).contains("No consumer may message, because the role \\\"passing\\\"");

        give(user, role("passing"));
        assertThat(party(client).tokens("passing").status()).isEqualTo(200);
        assertThat(requiredRole(client)).isEqualTo("pass");
    }

    @Test
    @DisplayName("is nobody where no role is required")
    void noneRequired() {
        WindowClient client = code("open", Map.of("required.role", " "));

        assertThat(party(client).tokens("guest").status()).isEqualTo(200);
        assertThat(requiredRole(client)).isEqualTo("pass");
    }

    private static void assertRefused(TokenAnswer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("unauthorized_client");
        assertThat(answer.text("error_description")).contains("does not have the role");
        assertThat(answer.response().body()).doesNotContain("token\":");
    }

    private static WindowClient code(String clientId, Map<String, String> config) {
        return WindowClient.code(realm, clientId, config);
    }

    private static RelyingParty party(WindowClient client) {
        return new RelyingParty(realm, client.client());
    }

    private static void remove(WindowClient... clients) {
        for (WindowClient client : clients) {
            realm.admin().clients().get(client.client().id()).remove();
        }
    }

    /** A browser, in which the consumer is signed in to the shop, or isn't. */
    private static ConsumerBrowser browser(boolean signedIn, String consumer) {
        ConsumerBrowser browser = new ConsumerBrowser();
        if (signedIn) {
            String secret = realm.admin().clients().get(shop).toRepresentation().getSecret();
            new RelyingParty(realm, new TestClient(shop, "shop", secret))
                    .signIn(browser, consumer, Map.of());
        }
        return browser;
    }

    private static String go(ConsumerBrowser browser, URI request, String consumer) {
        return browser.signIn(request, realm.keycloak().baseUri(), consumer, TestRealm.PASSWORD)
                .location();
    }

    private static Reply identity(ConsumerBrowser browser) {
        return browser.send(
                HttpRequest.newBuilder(realm.livePerson("identity/i")).header("Origin", ORIGIN));
    }

    private static String requiredRole(WindowClient client) {
        return AdminApi.statuses(AdminApi.of(realm).report(client.client().id()))
                .get("required-role");
    }

    private static List<EventRepresentation> errors() {
        List<EventRepresentation> errors = new ArrayList<>(realm.admin().getEvents());
        errors.removeIf(event -> event.getError() == null);
        return errors;
    }

    private static RoleRepresentation role(String name) {
        realm.admin().roles().create(named(name));
        return realm.admin().roles().get(name).toRepresentation();
    }

    private static RoleRepresentation named(String name) {
        RoleRepresentation role = new RoleRepresentation();
        role.setName(name);
        return role;
    }

    private static void give(String user, RoleRepresentation role) {
        realm.admin().users().get(user).roles().realmLevel().add(List.of(role));
    }
}
