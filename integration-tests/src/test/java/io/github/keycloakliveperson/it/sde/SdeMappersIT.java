package io.github.keycloakliveperson.it.sde;

import static io.github.keycloakliveperson.it.sde.Sde.CUSTOMER;
import static io.github.keycloakliveperson.it.sde.Sde.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a real Keycloak puts into the id_token of the code flow, consumer by consumer. */
@RealKeycloak
@DisplayName("L8–L10: lp_sdes in the id_token")
class SdeMappersIT {

    private static KeycloakUnderTest keycloak;
    @AutoClose private static TestRealm realm;

    @BeforeAll
    static void setUp(KeycloakUnderTest running) {
        keycloak = running;
        realm = TestRealm.create(running);
    }

    private static JsonNode sdes(TestClient client, String username) {
        return new RelyingParty(realm, client).tokens(username).idTokenClaims().get("lp_sdes");
    }

    @Test
    @DisplayName(
            "L9: a user with all attributes gets every field in its JSON type, and "
                    + "Unicode stays unchanged")
    void fullUser() {
        LocalDate born = LocalDate.now(ZoneOffset.UTC).minusYears(34);
        String id =
                realm.user(
                        "full",
                        Map.ofEntries(
                                Map.entry("lp.cstatus", List.of("active")),
                                Map.entry("lp.ctype", List.of("vip")),
                                Map.entry("lp.customerId", List.of("138766AC")),
                                Map.entry("lp.socialId", List.of("11256324780")),
                                Map.entry("lp.imei", List.of("3543546543545688")),
                                Map.entry("lp.userName", List.of("user000")),
                                Map.entry("lp.companyBranch", List.of("Zürich")),
                                Map.entry("lp.accountName", List.of("銀行")),
                                Map.entry("lp.role", List.of("broker")),
                                Map.entry("lp.balance", List.of("-400.99")),
                                Map.entry("lp.currency", List.of("USD")),
                                Map.entry("lp.companySize", List.of("500")),
                                Map.entry("lp.loginStatus", List.of("1")),
                                Map.entry("lp.lastPaymentDate", List.of("2014-10-15T23:59:59Z")),
                                Map.entry("lp.registrationDate", List.of("1413331200")),
                                Map.entry("lp.firstname", List.of("Zoë 😀")),
                                Map.entry("lp.lastname", List.of("Doe")),
                                Map.entry("lp.company", List.of("Company")),
                                Map.entry("lp.birthdate", List.of(born.toString())),
                                Map.entry("lp.email", List.of("a@example.com", "b@example.com")),
                                Map.entry("lp.phone", List.of("+49 1", "+49 2")),
                                Map.entry("lp.phoneType", List.of("mobile")),
                                Map.entry("lp.country", List.of("DE")),
                                Map.entry("lp.region", List.of("BY")),
                                Map.entry("lp.gender", List.of("f")),
                                Map.entry("lp.language", List.of("de_DE"))));

        // K32: contacts pair in the order in which Keycloak returns the values
        Map<String, List<String>> stored =
                realm.admin().users().get(id).toRepresentation().getAttributes();
        List<String> emails = stored.get("lp.email");
        List<String> phones = stored.get("lp.phone");
        assertThat(emails).containsExactlyInAnyOrder("a@example.com", "b@example.com");
        assertThat(phones).containsExactlyInAnyOrder("+49 1", "+49 2");

        assertThat(sdes(Sde.fullClient(realm, "full-client"), "full"))
                .isEqualTo(
                        json(
                                """
                                [{"type": "ctmrinfo", "info": {
                                  "cstatus": "active", "ctype": "vip", "customerId": "138766AC",
                                  "balance": -400.99, "currency": "USD",
                                  "socialId": "11256324780", "imei": "3543546543545688",
                                  "userName": "user000", "companySize": 500,
                                  "companyBranch": "Zürich", "accountName": "銀行",
                                  "role": "broker", "loginStatus": 1,
                                  "lastPaymentDate": {"day": 15, "month": 10, "year": 2014},
                                  "registrationDate": {"day": 15, "month": 10, "year": 2014}}},
                                 {"type": "personal", "personal": {
                                  "firstname": "Zoë 😀", "lastname": "Doe",
                                  "age": {"age": %d, "year": %d, "month": %d, "day": %d},
                                  "contacts": [
                                    {"email": "%s", "phone": "%s",
                                     "phoneType": "MOBILE",
                                     "address": {"country": "DE", "region": "BY"}},
                                    {"email": "%s", "phone": "%s",
                                     "phoneType": "MOBILE",
                                     "address": {"country": "DE", "region": "BY"}}],
                                  "gender": "FEMALE", "company": "Company",
                                  "language": "de-DE"}}]
                                """
                                        .formatted(
                                                Period.between(born, LocalDate.now(ZoneOffset.UTC))
                                                        .getYears(),
                                                born.getYear(),
                                                born.getMonthValue(),
                                                born.getDayOfMonth(),
                                                emails.get(0),
                                                phones.get(0),
                                                emails.get(1),
                                                phones.get(1))));
    }

    @Test
    @DisplayName("a user without attributes gets a token without the claim")
    void emptyUser() {
        realm.user("empty", Map.of());

        assertThat(sdes(Sde.fullClient(realm, "empty-client"), "empty")).isNull();
    }

    @Test
    @DisplayName("text of ten thousand characters is not cut")
    void longText() {
        String text = "ä😀".repeat(3_333);
        TestClient client = realm.codeClient("long-client");
        realm.mapper(client, CUSTOMER, Map.of("accountName", "value:" + text));
        realm.user("long", Map.of());

        assertThat(sdes(client, "long").get(0).get("info").get("accountName").asText())
                .isEqualTo(text);
    }

    @Nested
    @DisplayName("A user with broken attributes")
    class Broken {

        @Test
        @DisplayName(
                "keeps the fields that convert, and the log names field, user id and "
                        + "reason, never the value")
        void brokenUser() {
            TestClient client = Sde.fullClient(realm, "broken-client");
            String id =
                    realm.user(
                            "broken",
                            Map.of(
                                    "lp.cstatus", List.of("active"),
                                    "lp.balance", List.of("4711,99"),
                                    "lp.companySize", List.of("4712.5"),
                                    "lp.lastPaymentDate", List.of("4713-13-01"),
                                    "lp.birthdate", List.of("4714-01-01"),
                                    "lp.language", List.of("en"),
                                    "lp.phone", List.of("+49 1"),
                                    "lp.phoneType", List.of("brick")));

            for (int i = 0; i < 3; i++) {
                assertThat(sdes(client, "broken"))
                        .isEqualTo(
                                json(
                                        """
                                        [{"type": "ctmrinfo", "info": {"cstatus": "active"}},
                                         {"type": "personal",
                                          "personal": {"contacts": [{"phone": "+49 1"}]}}]
                                        """));
            }

            List<String> lines =
                    keycloak.log().lines().filter(line -> line.contains("of user " + id)).toList();
            assertThat(lines).allMatch(line -> line.contains("WARN"));
            for (String field :
                    List.of(
                            "balance",
                            "companySize",
                            "lastPaymentDate",
                            "birthdate",
                            "language",
                            "phoneType")) {
                assertThat(lines)
                        .as("once a minute, though three tokens were issued: %s", field)
                        .filteredOn(line -> line.contains("LivePerson field " + field + " of user"))
                        .hasSize(1);
            }
            assertThat(lines)
                    .anyMatch(
                            line ->
                                    line.contains(
                                            "the value is not a number such as -400.99, it came"
                                                    + " from the user attribute \"lp.balance\" (client"
                                                    + " broken-client, realm "
                                                    + realm.name()));
            assertThat(lines)
                    .as("no value; an id may hold such digits, behind a hyphen or a letter")
                    .noneMatch(line -> line.matches(".*(?<![-\\w])(4711|4712|4713|4714|brick).*"));
        }
    }
}
