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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Several mappers that write lp_sdes for one client of a real Keycloak. */
@RealKeycloak
@DisplayName("L8, L10: several mappers make one list")
class SdeMergeIT {

    private static final String STOCK = "oidc-usermodel-attribute-mapper";

    private static KeycloakUnderTest keycloak;
    @AutoClose private static TestRealm realm;
    private static String userId;

    @BeforeAll
    static void setUp(KeycloakUnderTest running) {
        keycloak = running;
        realm = TestRealm.create(running);
        userId =
                realm.user(
                        "consumer",
                        Map.of(
                                "list",
                                List.of(
                                        "[{\"type\":\"ctmrinfo\",\"info\":{\"ctype\":\"hand\","
                                                + "\"role\":\"hand\"}},{\"type\":\"lead\","
                                                + "\"lead\":{\"topic\":\"t\"}}]"),
                                "object",
                                List.of("{\"type\":\"personal\",\"personal\":{\"company\":\"c\"}}"),
                                "text",
                                List.of("hand-written")));
    }

    private static JsonNode sdes(TestClient client) {
        return new RelyingParty(realm, client).tokens("consumer").idTokenClaims().get("lp_sdes");
    }

    @Test
    @DisplayName("the same list, whatever the order and names of the mappers")
    void order() {
        TestClient there = realm.codeClient("there");
        Sde.named(realm, there, "a", CUSTOMER, Map.of("ctype", "value:vip"));
        Sde.named(realm, there, "b", PERSONAL, Map.of("firstname", "value:Zoë"));
        TestClient back = realm.codeClient("back");
        Sde.named(realm, back, "a", PERSONAL, Map.of("firstname", "value:Zoë"));
        Sde.named(realm, back, "b", CUSTOMER, Map.of("ctype", "value:vip"));

        assertThat(sdes(there))
                .isEqualTo(sdes(back))
                .isEqualTo(
                        json(
                                """
                                [{"type": "ctmrinfo", "info": {"ctype": "vip"}},
                                 {"type": "personal", "personal": {"firstname": "Zoë"}}]
                                """));
    }

    @Test
    @DisplayName(
            "with one entry per type: the client's own mappers first, then its "
                    + "scopes', by name")
    void precedence() {
        TestClient client = realm.codeClient("several");
        Sde.named(realm, client, "z", CUSTOMER, Map.of("ctype", "value:z", "role", "value:z"));
        Sde.named(realm, client, "y", CUSTOMER, Map.of("ctype", "value:y", "imei", "no-such"));
        ProtocolMapperRepresentation ofScope =
                TestRealm.mapperOf(
                        CUSTOMER,
                        Map.of(
                                "ctype", "value:scope",
                                "role", "value:scope",
                                "imei", "value:scope"));
        ofScope.setName("a");
        ProtocolMapperRepresentation personal =
                TestRealm.mapperOf(PERSONAL, Map.of("company", "value:scope"));
        Sde.scope(realm, client, "brand", ofScope, personal);

        assertThat(sdes(client))
                .isEqualTo(
                        json(
                                """
                                [{"type": "ctmrinfo",
                                  "info": {"ctype": "y", "role": "z", "imei": "scope"}},
                                 {"type": "personal", "personal": {"company": "scope"}}]
                                """));
    }

    @Nested
    @DisplayName("K19: with a stock mapper that also writes the claim")
    class Stock {

        private TestClient client(String attribute, String jsonType) {
            TestClient client = realm.codeClient("stock-" + attribute);
            realm.mapper(client, CUSTOMER, Map.of("ctype", "value:vip"));
            realm.mapper(
                    client,
                    STOCK,
                    Map.of(
                            "user.attribute",
                            attribute,
                            "claim.name",
                            "lp_sdes",
                            "jsonType.label",
                            jsonType,
                            "id.token.claim",
                            "true"));
            return client;
        }

        @Test
        @DisplayName("a well-formed list is kept and merged")
        void list() {
            assertThat(sdes(client("list", "JSON")))
                    .isEqualTo(
                            json(
                                    """
                                    [{"type": "ctmrinfo", "info": {"ctype": "vip", "role": "hand"}},
                                     {"type": "lead", "lead": {"topic": "t"}}]
                                    """));
        }

        @Test
        @DisplayName("an object becomes a list, and the log says so")
        void object() {
            assertThat(sdes(client("object", "JSON")))
                    .isEqualTo(
                            json(
                                    """
                                    [{"type": "ctmrinfo", "info": {"ctype": "vip"}},
                                     {"type": "personal", "personal": {"company": "c"}}]
                                    """));
            assertThat(keycloak.log())
                    .containsPattern(
                            "WARN .*LivePerson field lp_sdes of user " + userId + ": another");
        }

        @Test
        @DisplayName("text is dropped")
        void text() {
            assertThat(sdes(client("text", "String")))
                    .isEqualTo(json("[{\"type\": \"ctmrinfo\", \"info\": {\"ctype\": \"vip\"}}]"));
        }
    }
}
