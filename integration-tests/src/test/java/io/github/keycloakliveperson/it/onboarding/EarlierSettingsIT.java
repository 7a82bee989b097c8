package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * A client as it was before the first release, each setting with a value of its own: what a brand
 * has in its database when it puts a newer JAR in. The file is never brought up to date.
 */
@RealKeycloak
@DisplayName("Settings from an earlier version")
class EarlierSettingsIT {

    private static final LivePersonKey KEY = LivePersonKey.make("lpsso2026");
    private static final ObjectMapper JSON = new ObjectMapper();

    @InjectRealm private static TestRealm realm;
    private static ClientRepresentation earlier;
    private static ClientRepresentation client;

    @BeforeAll
    static void bringAlong() throws Exception {
        realm.user(
                "consumer",
                Map.of(
                        "cstatus", List.of("gold"),
                        "tier", List.of("vip"),
                        "balance", List.of("-400.99"),
                        "paid", List.of("2014-10-15"),
                        "phone", List.of("+10117653000"),
                        "birthdate", List.of("1980-04-15"),
                        "gender", List.of("female")));
        String text =
                Files.readString(
                                ServerSetup.projectDirectory()
                                        .resolve(
                                                "integration-tests/src/earlier-settings/client.json"))
                        .replace("REALM", realm.name())
                        .replace("PUBLIC_KEY", KEY.base64());
        earlier = JSON.readValue(text, ClientRepresentation.class);
        realm.admin().clients().create(earlier).close();
        client = realm.admin().clients().findByClientId("liveperson").get(0);
    }

    @Test
    @DisplayName("stay unchanged")
    void kept() {
        assertThat(client.getProtocolMappers())
                .allSatisfy(
                        mapper ->
                                assertThat(mapper.getConfig())
                                        .containsAllEntriesOf(named(mapper.getName()).getConfig()));
    }

    @Test
    @DisplayName("fail no check, and give the connector values that were entered then")
    void checks() {
        JsonNode report = AdminApi.of(realm).report(client.getId());

        assertThat(AdminApi.findings(report)).doesNotContainValue("fail");
        JsonNode connector = report.path("connector");
        assertThat(connector.path("jwtIssuer").asText()).isEqualTo(realm.issuer());
        assertThat(connector.path("authenticationEndpoint").asText())
                .isEqualTo(realm.issuer() + "/liveperson/authorize");
        assertThat(connector.path("tokenEndpoint").asText())
                .isEqualTo(realm.issuer() + "/protocol/openid-connect/token");
        assertThat(connector.path("clientSecret").asText()).isEqualTo(earlier.getSecret());
    }

    @Test
    @DisplayName("can be saved again without a change")
    void savedAgain() {
        ProtocolMappersResource mappers =
                realm.admin().clients().get(client.getId()).getProtocolMappers();

        for (ProtocolMapperRepresentation mapper : client.getProtocolMappers()) {
            mappers.update(mapper.getId(), mapper);
        }

        assertThat(mappers.getMappers()).hasSameSizeAs(earlier.getProtocolMappers());
    }

    @Test
    @DisplayName("produce the same token as before: encrypted for LivePerson's key")
    void encrypted() throws Exception {
        String token = party().tokens("consumer").idToken();

        assertThat(token.split("\\.")).hasSize(5);
        JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0]));
        assertThat(header.path("kid").asText()).isEqualTo("lpsso2026");
        assertThat(header.path("enc").asText()).isEqualTo("A256GCM");
    }

    @Test
    @DisplayName("produce the same token as before: expiry and lp_sdes")
    void claims() {
        realm.admin().clients().create(withoutEncryption()).close();
        ClientRepresentation plain = realm.admin().clients().findByClientId("plain").get(0);

        JsonNode claims =
                new RelyingParty(
                                realm,
                                new TestClient(
                                        plain.getId(), plain.getClientId(), plain.getSecret()))
                        .tokens("consumer")
                        .idTokenClaims();

        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(7200);
        JsonNode customer = claims.at("/lp_sdes/0/info");
        assertThat(customer.path("cstatus").asText()).isEqualTo("gold");
        assertThat(customer.path("ctype").asText()).isEqualTo("vip");
        assertThat(customer.path("balance").asDouble()).isEqualTo(-400.99);
        assertThat(customer.path("currency").asText()).isEqualTo("EUR");
        assertThat(customer.path("lastPaymentDate"))
                .hasToString("{\"day\":15,\"month\":10,\"year\":2014}");
        JsonNode person = claims.at("/lp_sdes/1/personal");
        assertThat(person.at("/contacts/0/phoneType").asText()).isEqualTo("MOBILE");
        assertThat(person.at("/age/year").asInt()).isEqualTo(1980);
        assertThat(person.path("gender").asText()).isEqualTo("FEMALE");
        assertThat(person.path("language").asText()).isEqualTo("en-US");
    }

    private static ClientRepresentation withoutEncryption() {
        ClientRepresentation plain = JSON.convertValue(earlier, ClientRepresentation.class);
        plain.setClientId("plain");
        plain.setRedirectUris(
                List.of(
                        TestRealm.REDIRECT_URI,
                        "/realms/" + realm.name() + "/liveperson/callback"));
        plain.getProtocolMappers()
                .removeIf(mapper -> mapper.getName().equals("LivePerson ID token encryption"));
        return plain;
    }

    private static RelyingParty party() {
        return new RelyingParty(
                realm, new TestClient(client.getId(), client.getClientId(), earlier.getSecret()));
    }

    private static ProtocolMapperRepresentation named(String name) {
        return earlier.getProtocolMappers().stream()
                .filter(mapper -> mapper.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
