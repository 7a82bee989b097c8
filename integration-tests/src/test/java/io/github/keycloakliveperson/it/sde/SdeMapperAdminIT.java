package io.github.keycloakliveperson.it.sde;

import static io.github.keycloakliveperson.it.sde.Sde.CUSTOMER;
import static io.github.keycloakliveperson.it.sde.Sde.PERSONAL;
import static io.github.keycloakliveperson.it.sde.Sde.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** What the admin API of a real Keycloak says about the SDE mappers. */
@RealKeycloak
@DisplayName("An admin who sets the SDE mappers up")
class SdeMapperAdminIT {

    private static KeycloakUnderTest keycloak;
    @AutoClose private static TestRealm realm;
    private static TestClient client;

    @BeforeAll
    static void setUp(KeycloakUnderTest running) {
        keycloak = running;
        realm = TestRealm.create(running);
        client = realm.codeClient("liveperson");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cstatus | note: | The setting cstatus has nothing after note: - write the name of"
                        + " the user session note there, or empty the setting to leave the field"
                        + " out.",
                "cstatus | attribute: | The setting cstatus has nothing after attribute: - write"
                        + " the name of the user attribute there, or empty the setting to leave the"
                        + " field out.",
                "cstatus | value: | The setting cstatus has nothing after value: - write the"
                        + " constant there, or empty the setting to leave the field out.",
                "cstatus | notes:x | The setting cstatus is not a source: the word before the"
                        + " colon, notes, is none of attribute, note, organization and value. If the"
                        + " attribute itself has a colon in its name, write attribute: before it.",
                "cstatus | organization:.id | The setting cstatus asks for what an organization does"
                        + " not have: .id. Write .name, .alias, or the name of an attribute.",
                "cstatus | note:\u201ctier | The setting cstatus has characters that no name can have: <U+201C>tier. Write only the name.",
                "balance | value:1,5 | The constant of the setting balance never converts: the"
                        + " value"
                        + " is not a number such as -400.99.",
                "customerID | x | The setting customerID does not exist: write customerId instead.",
            })
    @DisplayName("K31: is refused with a sentence that says what is wrong and what to do")
    void refusal(String setting, String source, String sentence) {
        try (Response response = realm.tryMapper(client, CUSTOMER, Map.of(setting, source))) {
            assertThat(response.getStatus()).isEqualTo(400);
            JsonNode error = json(response.readEntity(String.class));
            assertThat(error.get("error").asText()).isEqualTo(sentence);
            assertThat(error.get("error_description").asText()).isEqualTo(sentence);
        }
    }

    @Test
    @DisplayName("is also refused when changing a mapper, which then stays as it was")
    void update() {
        TestClient changing = realm.codeClient("changing");
        realm.mapper(changing, PERSONAL, Map.of("firstname", "firstName"));
        ProtocolMappersResource mappers =
                realm.admin().clients().get(changing.id()).getProtocolMappers();
        ProtocolMapperRepresentation mapper =
                mappers.getMappers().stream()
                        .filter(each -> each.getProtocolMapper().equals(PERSONAL))
                        .findFirst()
                        .orElseThrow();

        mapper.getConfig().put("firstname", "note:");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> mappers.update(mapper.getId(), mapper))
                .isInstanceOf(BadRequestException.class);
        assertThat(mappers.getMapperById(mapper.getId()).getConfig())
                .containsEntry("firstname", "firstName")
                .doesNotContainKey("userinfo.token.claim");

        realm.user("changing", Map.of());
        RelyingParty party = new RelyingParty(realm, changing);
        assertThat(firstname(party)).isEqualTo("Test");
        mapper.getConfig().put("firstname", "value:Jo");
        mappers.update(mapper.getId(), mapper);
        assertThat(firstname(party)).as("a saved change counts at once").isEqualTo("Jo");
    }

    private static String firstname(RelyingParty party) {
        JsonNode sdes = party.tokens("changing").idTokenClaims().get("lp_sdes");
        return sdes.get(0).get("personal").get("firstname").asText();
    }

    @Test
    @DisplayName("K18, K31: is not stopped at an import, and the log says what is wrong")
    void imported() {
        ClientRepresentation imported = new ClientRepresentation();
        imported.setClientId("imported");
        imported.setProtocol("openid-connect");
        imported.setSecret("secret");
        imported.setRedirectUris(List.of(TestRealm.REDIRECT_URI));
        imported.setProtocolMappers(
                List.of(
                        TestRealm.mapperOf(
                                CUSTOMER,
                                Map.of("ctype", "value:vip", "role", "note:", "Imei", "imei")),
                        TestRealm.mapperOf(PERSONAL, Map.of("company", "value:c"))));
        try (TestRealm whole =
                TestRealm.create(keycloak, file -> file.setClients(List.of(imported)))) {
            String user = whole.user("consumer", Map.of());
            JsonNode sdes =
                    new RelyingParty(whole, new TestClient("", "imported", "secret"))
                            .tokens("consumer")
                            .idTokenClaims()
                            .get("lp_sdes");

            assertThat(sdes)
                    .isEqualTo(
                            json(
                                    """
                                    [{"type": "ctmrinfo", "info": {"ctype": "vip"}},
                                     {"type": "personal", "personal": {"company": "c"}}]
                                    """));
            assertThat(keycloak.log())
                    .contains(
                            "LivePerson field role of user "
                                    + user
                                    + ": The setting role has nothing after note:")
                    .contains(
                            "LivePerson field imei of user "
                                    + user
                                    + ": The setting Imei does not exist: write imei instead");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CUSTOMER, PERSONAL})
    @DisplayName(
            "K27: sees the category, a help text for every setting, and the version in "
                    + "the server info")
    void serverInfo(String provider) {
        JsonNode info =
                json(
                        new ConsumerBrowser()
                                .send(
                                        HttpRequest.newBuilder(
                                                        URI.create(
                                                                keycloak.baseUri()
                                                                        + "/admin/serverinfo"))
                                                .header(
                                                        "Authorization",
                                                        "Bearer " + realm.adminToken()))
                                .body());

        JsonNode type = null;
        for (JsonNode each : info.get("protocolMapperTypes").get("openid-connect")) {
            type = each.get("id").asText().equals(provider) ? each : type;
        }
        assertThat(type).isNotNull();
        assertThat(type.get("category").asText()).isEqualTo("LivePerson");
        assertThat(type.get("properties"))
                .allSatisfy(setting -> assertThat(setting.get("helpText").asText()).isNotBlank());
        JsonNode version =
                info.at("/providers/protocol-mapper/providers/" + provider)
                        .at("/operationalInfo/version");
        assertThat(version.asText()).isNotBlank().isNotEqualTo("development");
    }
}
