package io.github.keycloakliveperson.it.sde;

import static io.github.keycloakliveperson.it.sde.Sde.CUSTOMER;
import static io.github.keycloakliveperson.it.sde.Sde.created;
import static io.github.keycloakliveperson.it.sde.Sde.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Business consumers: what a real Keycloak knows about the organization of a sign-in (K40). */
@RealKeycloak
@Tag("core")
@DisplayName("K40: lp_sdes from the consumer's organization")
class OrganizationSourcesIT {

    private static final Map<String, String> FIELDS =
            Map.of(
                    "accountName", "organization:.name",
                    "customerId", "organization:.alias",
                    "ctype", "organization:tier",
                    "companySize", "organization:size",
                    "role", "organization:no such attribute",
                    "currency", "value:EUR");

    @AutoClose private static TestRealm realm;
    private static TestClient client;
    private static String acme;
    private static String bolt;

    @BeforeAll
    static void setUp(KeycloakUnderTest running) {
        realm = TestRealm.create(running, r -> r.setOrganizationsEnabled(true));
        client = realm.codeClient("liveperson");
        realm.mapper(client, CUSTOMER, FIELDS);
        acme = organization("acme", Map.of("tier", List.of("gold"), "size", List.of("250")));
        bolt = organization("bolt", Map.of("tier", List.of("silver", "blue")));
    }

    private static String organization(String alias, Map<String, List<String>> attributes) {
        OrganizationRepresentation organization = new OrganizationRepresentation();
        organization.setAlias(alias);
        organization.setName(alias + " Zweigwerk");
        organization.setAttributes(new HashMap<>(attributes));
        organization.addDomain(new OrganizationDomainRepresentation(alias + ".example"));
        return created(realm.admin().organizations().create(organization));
    }

    /** A consumer of these organizations, with a user name of its own. */
    private static String member(String... organizations) {
        String username = "c" + UUID.randomUUID().toString().substring(0, 8);
        String id = realm.user(username, Map.of());
        for (String organization : organizations) {
            created(realm.admin().organizations().get(organization).members().addMember(id));
        }
        return username;
    }

    private static void enable(String organization, boolean enabled) {
        OrganizationResource resource = realm.admin().organizations().get(organization);
        OrganizationRepresentation changed = resource.toRepresentation();
        changed.setEnabled(enabled);
        resource.update(changed).close();
    }

    private static RelyingParty party() {
        return new RelyingParty(realm, client);
    }

    private static JsonNode info(Map<String, String> answer) {
        assertThat(answer).containsKey("code");
        return info(party().redeem(answer.get("code"), Map.of()));
    }

    private static JsonNode info(TokenAnswer tokens) {
        return tokens.idTokenClaims().get("lp_sdes").get(0).get("info");
    }

    /**
     * Nothing of an organization, and the log says why, with no more of the consumer than an id.
     */
    private static void assertLeftOut(String username, String reason) {
        // a client of its own, for a client's field speaks once a minute
        TestClient fresh = realm.codeClient("client-of-" + username);
        realm.mapper(fresh, CUSTOMER, FIELDS);

        assertThat(info(new RelyingParty(realm, fresh).tokens(username)))
                .isEqualTo(json("{\"currency\":\"EUR\"}"));
        String id = realm.admin().users().searchByUsername(username, true).get(0).getId();
        assertThat(realm.keycloak().log())
                .contains("field accountName of user " + id + ": " + reason)
                .contains("field ctype of user " + id + ": " + reason)
                .doesNotContain("Zweigwerk");
    }

    @Test
    @DisplayName("its name, its alias and its attributes")
    void one() {
        assertThat(info(party().tokens(member(acme))))
                .isEqualTo(
                        json(
                                """
                                {"accountName": "acme Zweigwerk", "customerId": "acme",
                                 "ctype": "gold", "companySize": 250, "currency": "EUR"}
                                """));
        assertThat(info(party().tokens(member(bolt))))
                .as("the first of several values, and a field without one is left out")
                .isEqualTo(
                        json(
                                """
                                {"accountName": "bolt Zweigwerk", "customerId": "bolt",
                                 "ctype": "silver", "currency": "EUR"}
                                """));
        assertThat(realm.keycloak().log())
                .contains("the organization attribute \"tier\" has several values");
    }

    @Test
    @DisplayName("nothing where the consumer is in none")
    void none() {
        assertLeftOut(member(), "the consumer is in no enabled organization");
    }

    @Test
    @DisplayName("nothing where the consumer is in several, and none is named")
    void several() {
        assertLeftOut(member(acme, bolt), "the consumer is in several organizations");
    }

    @Test
    @DisplayName("that of the scope, where the client names one")
    void named() {
        String username = member(acme, bolt);

        assertThat(alias(party().signIn(username, scope("openid organization:bolt"))))
                .isEqualTo("bolt");
        assertThat(alias(party().signIn(username, scope("openid organization:acme"))))
                .isEqualTo("acme");
    }

    @Test
    @DisplayName("that which the consumer chose on Keycloak's page, and at other clients too")
    void chosen() {
        String username = member(acme, bolt);
        TestClient shop = realm.codeClient("shop");
        ConsumerBrowser browser = new ConsumerBrowser();

        assertThat(choose(browser, new RelyingParty(realm, shop), username, "bolt"))
                .containsKey("code");
        assertThat(alias(party().signIn(browser, username, Map.of("prompt", "none"))))
                .as("the session's sign-in was for this one")
                .isEqualTo("bolt");

        assertThat(alias(choose(new ConsumerBrowser(), party(), username, "acme")))
                .isEqualTo("acme");
    }

    /** Signs in with the scope that makes Keycloak ask, and answers it. */
    private static Map<String, String> choose(
            ConsumerBrowser browser, RelyingParty party, String username, String alias) {
        Reply page =
                browser.signIn(
                        party.authorizationRequest(scope("openid organization")),
                        realm.keycloak().baseUri(),
                        username,
                        TestRealm.PASSWORD);
        assertThat(page.body()).as("Keycloak's choice of organizations").contains("kc.org");
        Reply chosen = browser.submit(page.page().selectFirst("form"), Map.of("kc.org", alias));
        return Query.of(
                browser.proceed(
                                chosen,
                                target -> target.startsWith(TestRealm.REDIRECT_URI),
                                username,
                                TestRealm.PASSWORD)
                        .location());
    }

    @Test
    @DisplayName("never another's where that of the sign-in was disabled since")
    void disabledSince() {
        String gone = organization("gone", Map.of());
        String username = member(acme, gone);
        TokenAnswer before =
                party().redeem(
                                party().signIn(username, scope("openid organization:gone"))
                                        .get("code"),
                                Map.of());
        assertThat(info(before).get("customerId").asText()).isEqualTo("gone");

        enable(gone, false);

        TokenAnswer refreshed = party().refresh(before.text("refresh_token"));
        assertThat(refreshed.response().body()).doesNotContain("acme");
        if (refreshed.status() == 200) {
            assertThat(info(refreshed)).isEqualTo(json("{\"currency\":\"EUR\"}"));
        }
        assertThat(alias(party().signIn(username, Map.of())))
                .as("a disabled one doesn't count")
                .isEqualTo("acme");
    }

    @Test
    @DisplayName("nothing where the realm has turned organizations off")
    void realmOff() {
        String username = member(acme);
        RealmRepresentation changed = realm.admin().toRepresentation();
        try {
            changed.setOrganizationsEnabled(false);
            realm.admin().update(changed);
            assertLeftOut(username, "organizations are turned off in the realm");
        } finally {
            changed.setOrganizationsEnabled(true);
            realm.admin().update(changed);
        }
    }

    private static String alias(Map<String, String> answer) {
        return info(answer).path("customerId").asText();
    }

    private static Map<String, String> scope(String scope) {
        return Map.of("scope", scope);
    }
}
