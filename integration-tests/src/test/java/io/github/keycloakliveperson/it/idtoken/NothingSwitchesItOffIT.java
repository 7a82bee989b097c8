package io.github.keycloakliveperson.it.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.info.SpiInfoRepresentation;

/**
 * Clients whose mappers Keycloak leaves out. Whether the server has the hook that the guard hangs
 * on is asked of the server: where it hasn't, a mapper of ours that runs withholds for one that
 * doesn't, the checks fail, and {@code authorize} refuses.
 */
@Tag("core")
@RealKeycloak
@DisplayName("K33, L16: nothing outside can switch encryption off")
class NothingSwitchesItOffIT {

    private static final LivePersonKey KEY = LivePersonKey.make("lpsso2026");
    private static final String WINDOW = "oidc-liveperson-window-mapper";

    @AutoClose private static TestRealm realm;
    private static boolean guarded;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm =
                TestRealm.create(
                        keycloak,
                        settings -> {
                            settings.setEventsEnabled(true);
                            settings.setOrganizationsEnabled(true);
                        });
        realm.user("consumer", Map.of());
        guarded = realm.spis().containsKey("token-interceptor");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "the encryption mapper is skipped, another LivePerson mapper runs: nothing is issued")
    void encryption_beside_the_window_mapper(LeftOut way) {
        TestClient client = way.client(realm, name(), encryption(), List.of(window("true")));

        assertNothingReadable(way, client);
        if (isLeftOut(way)) {
            assertWithheld(
                    way, client, "ID token encryption mapper of the client is not in effect");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "the encryption mapper is skipped, no other LivePerson mapper runs: the guard withholds the answer")
    void encryption_alone(LeftOut way) {
        TestClient client = way.client(realm, name(), encryption(), List.of());

        if (guarded) {
            assertNothingReadable(way, client);
            assertWithheld(
                    way, client, "ID token encryption mapper of the client is not in effect");
        }
        assertThat(checks(client)).containsEntry("encryption-key", "fail");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("L20: the window mapper is skipped: no access or refresh token leaves")
    void window_beside_an_sde_mapper(LeftOut way) {
        TestClient client =
                way.client(
                        realm,
                        name(),
                        window("true"),
                        List.of(
                                TestRealm.mapperOf(
                                        "oidc-liveperson-customer-info-mapper", Map.of())));

        if (isLeftOut(way)) {
            assertWithheld(way, client, "messaging window mapper of the client is not in effect");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("L39: a window mapper that trims nothing may be skipped")
    void untrimmed(LeftOut way) {
        TestClient client = way.client(realm, name(), window("false"), List.of());

        if (isLeftOut(way)) { // an older Keycloak may refuse the organization's scope altogether
            assertThat(password(way, client).tokens()).hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the window's authorize refuses before a sign-in, and the checks fail")
    void before_a_sign_in(LeftOut way) {
        TestClient client = way.client(realm, name(), encryption(), List.of(window("true")));

        assertServerError(way, client);
        assertThat(checks(client)).containsEntry("encryption-key", "fail");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("authorize also refuses if the window mapper is skipped for everybody")
    void window_before_a_sign_in(LeftOut way) {
        TestClient client =
                way.client(
                        realm,
                        name(),
                        window("true"),
                        List.of(
                                TestRealm.mapperOf(
                                        EncryptedClient.MAPPER,
                                        Map.of(
                                                EncryptedClient.KEY,
                                                KEY.base64(),
                                                EncryptedClient.KID,
                                                "lpsso2026"))));

        if (way == LeftOut.BY_PROTOCOL || !guarded && way == LeftOut.BY_ROLE) {
            assertServerError(way, client);
        }
        assertThat(checks(client))
                .containsEntry("mappers", guarded && way != LeftOut.BY_PROTOCOL ? "warn" : "fail");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("in every grant: a mapper under another protocol, the window mapper in effect")
    void every_grant(Grant grant) {
        LeftOut way = LeftOut.BY_PROTOCOL;
        TestClient client = way.client(realm, name(), encryption(), List.of(window("false")));

        Leaving answer = grant.use(new EncryptedClient(realm, client), way.scope(client));

        assertThat(answer.tokens()).isEmpty();
        assertThat(answer.status()).isIn(400, 500);
        if (grant.isThere(realm) && grant.grantType() != null) {
            assertThat(answer.text()).contains("is not in effect");
        }
    }

    @Test
    @DisplayName("on refresh, if the mapper was removed during a session")
    void refresh() {
        TestClient client =
                LeftOut.BY_ROLE.client(realm, name(), encryption(), List.of(window("false")));
        String user = realm.admin().users().searchByUsername("consumer", true).get(0).getId();
        List<RoleRepresentation> role =
                List.of(realm.admin().roles().get(client.clientId()).toRepresentation());
        realm.admin().users().get(user).roles().realmLevel().add(role);
        TokenAnswer before = new EncryptedClient(realm, client).tokens("consumer", "openid");
        OpenedToken.of(before.idToken(), KEY, realm);
        realm.admin().users().get(user).roles().realmLevel().remove(role);

        Leaving after =
                Leaving.of(new RelyingParty(realm, client).refresh(before.text("refresh_token")));

        assertThat(after.status()).isEqualTo(400);
        assertThat(after.tokens()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "access_token"})
    @DisplayName("a client policy skips the client's own mappers in a token exchange")
    void by_policy(String requested) {
        try (TestRealm own = TestRealm.create(realm.keycloak())) {
            own.user("consumer", Map.of());
            EncryptedClient client =
                    EncryptedClient.create(
                            own,
                            Map.of(
                                    EncryptedClient.KEY,
                                    KEY.base64(),
                                    EncryptedClient.KID,
                                    "lpsso2026"));
            boolean restricted = Downscoping.enforce(own);
            Map<String, String> exchange =
                    Map.of(
                            "grant_type",
                            Grant.TOKEN_EXCHANGE.grantType(),
                            "subject_token",
                            client.tokens("consumer", "openid").text("access_token"),
                            "subject_token_type",
                            "urn:ietf:params:oauth:token-type:access_token",
                            "requested_token_type",
                            "urn:ietf:params:oauth:token-type:" + requested,
                            "scope",
                            "openid");

            Leaving answer = Leaving.of(client.party().token(exchange));

            assertThat(answer.readableIdTokens()).isEmpty();
            if (restricted) {
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.tokens()).isEmpty();
                assertThat(answer.text()).contains("is not in effect");
            }
        }
    }

    @Test
    @DisplayName("a withheld answer leaves an event with its reason, and a line in the log")
    void trace() {
        TestClient client =
                LeftOut.BY_ROLE.client(realm, name(), encryption(), List.of(window("true")));
        realm.admin().clearEvents();

        password(LeftOut.BY_ROLE, client);

        EventRepresentation event =
                realm.admin().getEvents().stream()
                        .filter(e -> "id_token_encryption_failed".equals(e.getError()))
                        .findFirst()
                        .orElseThrow();
        assertThat(event.getClientId()).isEqualTo(client.clientId());
        assertThat(event.getUserId()).isNotBlank();
        assertThat(event.getDetails().get("reason")).contains("is not in effect");
        assertThat(realm.keycloak().log())
                .contains("No id_token for client " + client.clientId() + " of realm ");
    }

    @Test
    @DisplayName("the guard is registered if the server has its SPI, and shows its version")
    void registered() {
        SpiInfoRepresentation spi = realm.spis().get("token-interceptor");

        assertThat(spi != null).isEqualTo(guarded);
        if (guarded) {
            assertThat(spi.getProviders().get("liveperson-token-guard").getOperationalInfo())
                    .containsKey("version");
        }
    }

    private static void assertNothingReadable(LeftOut way, TestClient client) {
        assertThat(password(way, client).readableIdTokens()).isEmpty();
        assertThat(implicit(way, client).readableIdTokens()).isEmpty();
    }

    private static void assertWithheld(LeftOut way, TestClient client, String reason) {
        Leaving password = password(way, client);
        assertThat(password.status()).isEqualTo(400);
        assertThat(password.tokens()).isEmpty();
        assertThat(password.text()).contains("invalid_request").contains(reason);
        Leaving implicit = implicit(way, client);
        assertThat(implicit.status()).isEqualTo(500);
        assertThat(implicit.tokens()).isEmpty();
    }

    private static void assertServerError(LeftOut way, TestClient client) {
        WindowClient window = new WindowClient(realm, client);
        String end =
                new ConsumerBrowser()
                        .get(
                                window.request(
                                        "response_type=code&state=s&scope="
                                                + Query.encode(way.scope(client))
                                                + "&redirect_uri="
                                                + Query.encode(WindowClient.WINDOW)))
                        .location();
        assertThat(end).startsWith(WindowClient.WINDOW).contains("error=server_error");
    }

    private static Leaving password(LeftOut way, TestClient client) {
        return Leaving.of(new EncryptedClient(realm, client).tokens("consumer", way.scope(client)));
    }

    private static Leaving implicit(LeftOut way, TestClient client) {
        return Leaving.of(
                new ConsumerBrowser()
                        .signIn(
                                new RelyingParty(realm, client)
                                        .authorizationRequest(
                                                Map.of(
                                                        "response_type", "id_token token",
                                                        "nonce", "a-nonce",
                                                        "scope", way.scope(client))),
                                realm.keycloak().baseUri(),
                                "consumer",
                                TestRealm.PASSWORD));
    }

    /** Servers before 26.5 don't let a request leave a default client scope out. */
    private static boolean isLeftOut(LeftOut way) {
        return way != LeftOut.BY_ORGANIZATION || guarded;
    }

    private static Map<String, String> checks(TestClient client) {
        return AdminApi.statuses(AdminApi.of(realm).report(client.id()));
    }

    private static ProtocolMapperRepresentation encryption() {
        return UncheckedClient.mapper(KEY.base64());
    }

    private static ProtocolMapperRepresentation window(String trimming) {
        return TestRealm.mapperOf(WINDOW, Map.of("minimal.token.response", trimming));
    }

    private static String name() {
        return "left-out-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
