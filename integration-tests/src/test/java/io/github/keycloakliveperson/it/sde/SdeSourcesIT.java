package io.github.keycloakliveperson.it.sde;

import static io.github.keycloakliveperson.it.sde.Sde.CUSTOMER;
import static io.github.keycloakliveperson.it.sde.Sde.PERSONAL;
import static io.github.keycloakliveperson.it.sde.Sde.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.GroupRepresentation;

/** Where a real Keycloak finds a field's value: attributes, groups, notes, constants. */
@RealKeycloak
@DisplayName("The sources of lp_sdes")
class SdeSourcesIT {

    @InjectRealm private static TestRealm realm;

    private static JsonNode sdes(TestClient client, String username) {
        return new RelyingParty(realm, client).tokens(username).idTokenClaims().get("lp_sdes");
    }

    @Test
    @DisplayName("the user's attribute comes before the groups', a group's before its parents'")
    void groups() {
        GroupRepresentation parent = new GroupRepresentation();
        parent.setName("parent");
        parent.setAttributes(
                Map.of(
                        "tier", List.of("parent"),
                        "branch", List.of("parent"),
                        "size", List.of("250")));
        String parentId = Sde.created(realm.admin().groups().add(parent));
        GroupRepresentation child = new GroupRepresentation();
        child.setName("child");
        child.setAttributes(Map.of("tier", List.of("child"), "branch", List.of("child")));
        String childId = Sde.created(realm.admin().groups().group(parentId).subGroup(child));
        String user = realm.user("member", Map.of("tier", List.of("own")));
        realm.admin().users().get(user).joinGroup(childId);
        TestClient client = realm.codeClient("group-client");
        realm.mapper(
                client,
                CUSTOMER,
                Map.of(
                        "ctype", "tier",
                        "companyBranch", "attribute:branch",
                        "companySize", "size"));

        assertThat(sdes(client, "member").get(0).get("info"))
                .isEqualTo(
                        json(
                                "{\"ctype\":\"own\",\"companyBranch\":\"child\","
                                        + "\"companySize\":250}"));
    }

    @Test
    @DisplayName("notes, constants and the user's own properties")
    void notesAndConstants() {
        realm.user("noted", Map.of());
        TestClient client = realm.codeClient("note-client");
        realm.mapper(
                client,
                CUSTOMER,
                Map.of(
                        "registrationDate", "note:AUTH_TIME",
                        "role", "note:no-such-note",
                        "currency", "value:EUR"));
        realm.mapper(
                client,
                PERSONAL,
                Map.of("firstname", "firstName", "lastname", "lastName", "email", "email"));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        JsonNode sdes = sdes(client, "noted");

        assertThat(sdes.get(0).get("info").get("currency").asText()).isEqualTo("EUR");
        assertThat(sdes.get(0).get("info").has("role")).isFalse();
        assertThat(sdes.get(0).get("info").get("registrationDate").get("year").asInt())
                .isEqualTo(today.getYear());
        assertThat(sdes.get(1).get("personal"))
                .isEqualTo(
                        json(
                                "{\"firstname\":\"Test\",\"lastname\":\"Consumer\","
                                        + "\"contacts\":[{\"email\":\"noted@example.org\"}]}"));
    }
}
