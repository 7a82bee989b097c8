package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** Keycloak's own permissions hold: roles, and fine-grained ones on a single client. */
@RealKeycloak
class AdminPermissionsIT {

    private static final List<Keycloak> LOGINS = new ArrayList<>();

    @AutoClose private static TestRealm realm;
    private static AdminApi master;
    private static String seen;
    private static String hidden;
    private static boolean permissionsOfOneClient;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = ProtectedRealm.create(keycloak);
        master = AdminApi.of(realm);
        seen = make("seen");
        showSomethingToHide();
        hidden = make("hidden");
        admin("nobody");
        admin("viewer", "view-clients");
        admin("lister", "query-clients");
        admin("manager", "manage-clients");
        String limited = admin("limited", "query-clients");
        permissionsOfOneClient = enablePermissionsOfOneClient();
        if (permissionsOfOneClient) {
            allowViewing(limited, seen);
        }
    }

    @AfterAll
    static void tearDown() {
        LOGINS.forEach(Keycloak::close);
        LOGINS.clear();
    }

    @Test
    @DisplayName("without a token, or with a wrong one: 401")
    void unauthorized() {
        for (String token : new String[] {null, "wrong"}) {
            AdminApi api = new AdminApi(realm, () -> token);
            assertThat(api.get("liveperson").status()).isEqualTo(401);
            assertThat(api.get("liveperson/clients/" + seen).status()).isEqualTo(401);
            assertThat(api.post("liveperson/clients", "{}").status()).isEqualTo(401);
            assertThat(fix(api, seen)).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("without a role: 403, whether or not there is such a client")
    void withoutRole() {
        AdminApi api = as("nobody");
        assertThat(api.get("liveperson").status()).isEqualTo(403);
        assertThat(api.get("liveperson/clients/" + seen).status()).isEqualTo(403);
        assertThat(api.get("liveperson/clients/no-such-id").status()).isEqualTo(403);
        assertThat(api.post("liveperson/clients", "{}").status()).isEqualTo(403);
        assertThat(fix(api, seen)).isEqualTo(403);
        assertThat(fix(api, "no-such-id")).isEqualTo(403);
    }

    @Test
    @DisplayName("view-clients may view, but not create")
    void viewClients() {
        AdminApi api = as("viewer");
        assertThat(clientsOf(api)).contains("seen", "hidden");
        assertThat(api.get("liveperson/clients/" + seen).status()).isEqualTo(200);
        assertThat(api.get("liveperson/clients/no-such-id").status()).isEqualTo(404);
        assertThat(api.post("liveperson/clients", "{}").status()).isEqualTo(403);
        assertThat(fix(api, seen)).isEqualTo(403);
        assertThat(fix(api, "no-such-id")).isEqualTo(404);
    }

    @Test
    @DisplayName("query-clients sees no client's details, as in the stock admin API")
    void queryClients() {
        AdminApi api = as("lister");
        assertThat(clientsOf(api)).isEmpty();
        assertThat(api.get("liveperson/clients/" + seen).status()).isEqualTo(403);
        assertThat(fix(api, seen)).isEqualTo(403);
    }

    @Test
    @DisplayName("manage-clients may create, view and fix")
    void manageClients() {
        AdminApi api = as("manager");
        assertThat(
                        api.post(
                                        "liveperson/clients",
                                        "{\"clientId\":\"managed\",\"flow\":\"code\"}")
                                .status())
                .isEqualTo(201);
        assertThat(clientsOf(api)).contains("managed");
        assertThat(fix(api, seen)).isEqualTo(200);
    }

    @Test
    @DisplayName("a fine-grained permission on one client opens only that client")
    void fineGrained() {
        assumeTrue(permissionsOfOneClient, "This Keycloak has no permissions of that kind.");
        AdminApi api = as("limited");
        assertThat(clientsOf(api)).containsExactly("seen");
        assertThat(api.get("liveperson/clients/" + seen).status()).isEqualTo(200);
        assertThat(api.get("liveperson/clients/" + hidden).status()).isEqualTo(403);
        assertThat(api.post("liveperson/clients", "{}").status()).isEqualTo(403);
        assertThat(fix(api, seen)).isEqualTo(403);
    }

    @Test
    @DisplayName(
            "checks show session, profile and scopes to the same admins as Keycloak's own admin API")
    void details() {
        assertThat(details(master)).contains("1801").contains("tier").contains("a-secret-scope");
        assertThat(details(as("viewer"))).doesNotContain("1801").doesNotContain("tier");
        if (permissionsOfOneClient) {
            assertThat(details(as("limited")))
                    .doesNotContain("1801")
                    .doesNotContain("tier")
                    .doesNotContain("a-secret-scope");
        }
    }

    private static int fix(AdminApi api, String id) {
        return api.post("liveperson/clients/" + id + "/fix", "").status();
    }

    private static String details(AdminApi api) {
        return api.report(seen).path("checks").toString();
    }

    /** What a check names: a short session, an undeclared attribute, a client scope. */
    private static void showSomethingToHide() {
        RealmRepresentation changed = realm.admin().toRepresentation();
        changed.setSsoSessionMaxLifespan(1801);
        realm.admin().update(changed);
        String scope =
                realm.clientScope(
                        "a-secret-scope",
                        List.of(
                                TestRealm.mapperOf(
                                        "oidc-liveperson-customer-info-mapper",
                                        Map.of("ctype", "tier", "balance", "note:"))));
        realm.admin().clients().get(seen).addDefaultClientScope(scope);
    }

    private static List<String> clientsOf(AdminApi api) {
        return AdminApi.json(api.get("liveperson")).path("clients").findValuesAsText("clientId");
    }

    private static String make(String clientId) {
        return master.create("{\"clientId\":\"" + clientId + "\",\"flow\":\"code\"}")
                .path("id")
                .asText();
    }

    private static String admin(String username, String... roles) {
        String id = realm.user(username, Map.of());
        String management =
                realm.admin().clients().findByClientId("realm-management").get(0).getId();
        List<RoleRepresentation> given =
                List.of(roles).stream()
                        .map(
                                role ->
                                        realm.admin()
                                                .clients()
                                                .get(management)
                                                .roles()
                                                .get(role)
                                                .toRepresentation())
                        .toList();
        realm.admin().users().get(id).roles().clientLevel(management).add(given);
        return id;
    }

    /** Whether this Keycloak has them; 26.0 refuses to switch them on. */
    private static boolean enablePermissionsOfOneClient() {
        RealmRepresentation changed = realm.admin().toRepresentation();
        changed.setAdminPermissionsEnabled(true);
        try {
            realm.admin().update(changed);
            return true;
        } catch (BadRequestException refused) {
            return false;
        }
    }

    private static void allowViewing(String userId, String clientUuid) {
        String permissions =
                realm.admin().clients().findByClientId("admin-permissions").get(0).getId();
        String authz = "clients/" + permissions + "/authz/resource-server/";
        String policy =
                AdminApi.json(
                                master.post(
                                        authz + "policy/user",
                                        "{\"name\":\"limited\",\"users\":[\"" + userId + "\"]}"))
                        .path("id")
                        .asText();
        var answer =
                master.post(
                        authz + "permission/scope",
                        """
                        {"name":"view one","resourceType":"Clients","resources":["%s"],
                         "scopes":["view"],"policies":["%s"]}
                        """
                                .formatted(clientUuid, policy));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** Stays signed in until the end: closing an admin client ends its session. */
    private static AdminApi as(String username) {
        Keycloak login =
                KeycloakBuilder.builder()
                        .serverUrl(realm.keycloak().baseUri().toString())
                        .realm(realm.name())
                        .clientId("admin-cli")
                        .username(username)
                        .password(TestRealm.PASSWORD)
                        .build();
        LOGINS.add(login);
        return new AdminApi(realm, login.tokenManager()::getAccessTokenString);
    }
}
