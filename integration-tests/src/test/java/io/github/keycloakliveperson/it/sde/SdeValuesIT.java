package io.github.keycloakliveperson.it.sde;

import static io.github.keycloakliveperson.it.sde.Sde.CUSTOMER;
import static io.github.keycloakliveperson.it.sde.Sde.PERSONAL;
import static io.github.keycloakliveperson.it.sde.Sde.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Values as directories, imports and pastes bring them, in the id_token of a real Keycloak. */
@RealKeycloak
@DisplayName("lp_sdes of values from the field")
class SdeValuesIT {

    private static final String CHOSEN_ID = "bruno@brand.example";
    private static final String CHOSEN_ID_DIGEST = "sha256-f4d2fe7f";

    private static KeycloakUnderTest keycloak;
    @AutoClose private static TestRealm realm;

    @BeforeAll
    static void setUp(KeycloakUnderTest running) {
        keycloak = running;
        realm = TestRealm.create(running, SdeValuesIT::withImportedUser);
        RequiredActionProviderRepresentation verify =
                realm.admin().flows().getRequiredAction("VERIFY_PROFILE");
        verify.setEnabled(false); // it would ask the nameless for their names
        realm.admin().flows().updateRequiredAction("VERIFY_PROFILE", verify);
    }

    /** An import chooses the id, as a storage provider without import does. */
    private static void withImportedUser(RealmRepresentation file) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(TestRealm.PASSWORD);
        UserRepresentation user = new UserRepresentation();
        user.setId(CHOSEN_ID);
        user.setUsername("nameless");
        user.setEnabled(true);
        user.setCredentials(List.of(password));
        user.setAttributes(Map.of("balance", List.of("lots")));
        file.setUsers(List.of(user));
    }

    private static JsonNode sdes(TestClient client, String username) {
        return new RelyingParty(realm, client).tokens(username).idTokenClaims().get("lp_sdes");
    }

    @Test
    @DisplayName(
            "a directory's dates become days, and digits that may be another date are "
                    + "left out")
    void dates() {
        TestClient client = Sde.fullClient(realm, "dates");
        realm.user(
                "directory",
                Map.of(
                        "lp.registrationDate", List.of("20211129101112.0Z"),
                        "lp.lastPaymentDate", List.of("2014-10-15+02:00"),
                        "lp.birthdate", List.of("15041980"),
                        "lp.language", List.of("iw_IL")));

        assertThat(sdes(client, "directory"))
                .isEqualTo(
                        json(
                                """
                                [{"type": "ctmrinfo", "info": {
                                  "lastPaymentDate": {"day": 15, "month": 10, "year": 2014},
                                  "registrationDate": {"day": 29, "month": 11, "year": 2021}}},
                                 {"type": "personal", "personal": {"language": "he-IL"}}]
                                """));
        assertThat(ourLines("dates"))
                .anyMatch(
                        line ->
                                line.contains("LivePerson field birthdate")
                                        && line.contains("not if they could be a date"))
                .noneMatch(line -> line.contains("15041980"));
    }

    @Test
    @DisplayName("a pasted setting reads the attribute that it shows")
    void pasted() {
        TestClient client = realm.codeClient("pasted");
        realm.mapper(
                client,
                CUSTOMER,
                Map.of(
                        "ctype", "\u00a0tier\u200b",
                        "cstatus", "\u201cattribute:status\u201d",
                        "role", "value:broker\u200b"));
        realm.user("pasted", Map.of("tier", List.of("gold"), "status", List.of("active")));

        assertThat(sdes(client, "pasted").get(0).get("info"))
                .isEqualTo(json("{\"cstatus\":\"active\",\"ctype\":\"gold\",\"role\":\"broker\"}"));
    }

    @Test
    @DisplayName(
            "a thousand values of an attribute: one contact for each, and the first "
                    + "one for a single field")
    void thousand() {
        TestClient client = realm.codeClient("thousand");
        realm.mapper(client, PERSONAL, Map.of("email", "mails", "company", "mails"));
        List<String> mails = IntStream.range(0, 1000).mapToObj(i -> i + "@example.org").toList();
        realm.user("many", Map.of("mails", mails));

        JsonNode personal = sdes(client, "many").get(0).get("personal");

        assertThat(personal.get("contacts")).hasSize(1000);
        assertThat(personal.get("contacts").findValuesAsText("email"))
                .containsExactlyInAnyOrderElementsOf(mails);
        assertThat(mails).contains(personal.get("company").asText());
    }

    @Test
    @DisplayName("a user without a name whose id is an e-mail address: no address in our log")
    void namelessAndChosenId() {
        TestClient client = realm.codeClient("nameless");
        realm.mapper(client, CUSTOMER, Map.of("balance", "balance", "ctype", "value:vip"));
        realm.mapper(
                client,
                PERSONAL,
                Map.of("firstname", "firstName", "lastname", "lastName", "email", "email"));

        assertThat(sdes(client, "nameless"))
                .isEqualTo(json("[{\"type\":\"ctmrinfo\",\"info\":{\"ctype\":\"vip\"}}]"));
        assertThat(ourLines("nameless"))
                .singleElement()
                .asString()
                .contains("LivePerson field balance of user " + CHOSEN_ID_DIGEST + ": the value")
                .doesNotContain(CHOSEN_ID)
                .doesNotContain("bruno");
    }

    private static List<String> ourLines(String client) {
        return keycloak.log()
                .lines()
                .filter(line -> line.contains("LivePerson field"))
                .filter(line -> line.contains("(client " + client + ", realm " + realm.name()))
                .toList();
    }
}
