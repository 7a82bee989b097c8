package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.Templates;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.util.JsonSerialization;

/**
 * Pairwise subjects (OpenID Connect Core 8.1) on the clients as the templates make them, with the
 * redirect URIs of several hosts.
 */
@RealKeycloak
@DisplayName("A pairwise subject on a template's client")
class PairwiseSubjectIT {

    private static final String ORIGIN = "https://www.brand.example";
    private static final String MAPPER = "oidc-sha256-pairwise-sub-mapper";

    private static TestRealm realm;
    private static HttpServer sector;
    private static String consumer;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) throws IOException {
        realm = Templates.realm(keycloak, Map.of("LIVEPERSON_BRAND_ORIGIN", ORIGIN));
        consumer = realm.user("consumer", Map.of());
        byte[] addresses = JsonSerialization.writeValueAsBytes(redirectUris());
        sector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sector.createContext(
                "/sector.json",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, addresses.length);
                    exchange.getResponseBody().write(addresses);
                    exchange.close();
                });
        sector.start();
    }

    @AfterAll
    static void tearDown() {
        sector.stop(0);
        realm.close();
    }

    /** Of both clients, as their owner would list them. */
    private static Set<String> redirectUris() {
        Set<String> addresses = new TreeSet<>();
        for (String clientId : List.of("liveperson-code", "liveperson-code-pkce")) {
            for (String uri :
                    realm.admin().clients().findByClientId(clientId).get(0).getRedirectUris()) {
                addresses.add(uri.startsWith("/") ? realm.keycloak().baseUri() + uri : uri);
            }
        }
        return addresses;
    }

    @Test
    @DisplayName(
            "is refused by Keycloak without a sector identifier URI, and with a "
                    + "placeholder as root URL")
    void refused() {
        TestClient client = client("liveperson-implicit");

        assertThat(refusal(client)).contains("invalid redirect URI");
        writeRootUrlInFull(client);
        assertThat(refusal(client)).contains("multiple host components");
    }

    private static String refusal(TestClient client) {
        try (Response answer =
                realm.tryMapper(client, MAPPER, Map.of("pairwiseSubAlgorithmSalt", "salt"))) {
            assertThat(answer.getStatus()).isEqualTo(400);
            return answer.readEntity(String.class);
        }
    }

    private static void writeRootUrlInFull(TestClient client) {
        ClientResource resource = realm.admin().clients().get(client.id());
        ClientRepresentation settings = resource.toRepresentation();
        assertThat(settings.getRootUrl()).isEqualTo("${authBaseUrl}");
        settings.setRootUrl(realm.keycloak().baseUri().toString());
        resource.update(settings);
    }

    @Test
    @DisplayName(
            "is the same for all clients of a sector, and the identity function "
                    + "returns it (L34)")
    void withSector() {
        String code = subject("liveperson-code");

        assertThat(code).isNotEqualTo(consumer);
        assertThat(subject("liveperson-code-pkce")).isEqualTo(code);
    }

    /**
     * Adds the mapper and tells the subject that the identity endpoint and the id_token agree on.
     */
    private static String subject(String clientId) {
        TestClient client = client(clientId);
        writeRootUrlInFull(client);
        realm.mapper(
                client,
                MAPPER,
                Map.of(
                        "pairwiseSubAlgorithmSalt",
                        "salt",
                        "sectorIdentifierUri",
                        "http://localhost:" + sector.getAddress().getPort() + "/sector.json"));
        Pkce pkce = Pkce.create();
        Map<String, String> challenge =
                Map.of("code_challenge", pkce.challenge(), "code_challenge_method", Pkce.METHOD);
        ConsumerBrowser browser = new ConsumerBrowser();
        RelyingParty party = new RelyingParty(realm, client);
        String code = party.signIn(browser, "consumer", challenge).get("code");
        String subject =
                party.redeem(code, Map.of("code_verifier", pkce.verifier()))
                        .idTokenClaims()
                        .get("sub")
                        .asText();
        assertThat(
                        browser.send(
                                        HttpRequest.newBuilder(
                                                        realm.livePerson("identity/" + clientId))
                                                .header("Origin", ORIGIN))
                                .body())
                .contains("\"sub\":\"" + subject + "\"");
        return subject;
    }

    private static TestClient client(String clientId) {
        var found = realm.admin().clients().findByClientId(clientId).get(0);
        return new TestClient(found.getId(), clientId, found.getSecret());
    }
}
