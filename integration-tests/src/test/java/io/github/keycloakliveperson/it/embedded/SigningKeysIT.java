package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

/** The key set for LivePerson against Keycloak's own, in a realm with keys of many kinds. */
@Tag("core")
@RealKeycloak
@DisplayName("jwks")
class SigningKeysIT {

    @InjectRealm private static TestRealm realm;

    @BeforeAll
    static void keys() {
        key("rsa-generated", "passive", Map.of("active", "false", "algorithm", "RS256"));
        key("rsa-generated", "disabled", Map.of("enabled", "false", "algorithm", "RS256"));
        key("rsa-generated", "rs512", Map.of("algorithm", "RS512"));
        key("rsa-generated", "ps256", Map.of("algorithm", "PS256"));
        key("ecdsa-generated", "es256", Map.of());
    }

    private static void key(String provider, String name, Map<String, String> config) {
        ComponentRepresentation component = new ComponentRepresentation();
        component.setName(name);
        component.setProviderId(provider);
        component.setProviderType("org.keycloak.keys.KeyProvider");
        MultivaluedHashMap<String, String> values = new MultivaluedHashMap<>();
        values.putSingle("priority", "1");
        config.forEach(values::putSingle);
        component.setConfig(values);
        try (Response response = realm.admin().components().add(component)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
    }

    private static Reply get(URI address) {
        return new ConsumerBrowser().get(address);
    }

    private static List<JsonNode> keys(Reply answer, Predicate<JsonNode> which) throws Exception {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode key : new ObjectMapper().readTree(answer.body()).get("keys")) {
            if (which.test(key)) {
                found.add(key);
            }
        }
        return found;
    }

    @Test
    @DisplayName(
            "contains the RS256 signing keys of the stock set, active and passive, and "
                    + "nothing else (L1, L11)")
    void sameKids() throws Exception {
        List<JsonNode> ours = keys(get(realm.livePerson("jwks")), key -> true);
        List<JsonNode> stock =
                keys(
                        get(realm.protocol("certs")),
                        key ->
                                key.get("alg").asText().equals("RS256")
                                        && key.get("use").asText().equals("sig"));

        assertThat(ours).hasSize(2);
        assertThat(stock).hasSize(2);
        assertThat(ours)
                .extracting(
                        k -> k.get("kid").asText(),
                        k -> k.get("n").asText(),
                        k -> k.get("e").asText())
                .containsExactlyInAnyOrderElementsOf(
                        stock.stream()
                                .map(
                                        k ->
                                                tuple(
                                                        k.get("kid").asText(),
                                                        k.get("n").asText(),
                                                        k.get("e").asText()))
                                .toList());
        assertThat(ours)
                .allSatisfy(
                        key -> {
                            assertThat(key.get("kty").asText()).isEqualTo("RSA");
                            assertThat(key.get("alg").asText()).isEqualTo("RS256");
                            assertThat(key.get("use").asText()).isEqualTo("sig");
                        });
    }

    @Test
    @DisplayName("may be cached for some minutes, and read by pages of any origin")
    void headers() {
        Reply answer = get(realm.livePerson("jwks"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Cache-Control")).contains("public, max-age=300");
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
    }
}
