package io.github.keycloakliveperson.it.onboarding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.WindowClient;
import jakarta.ws.rs.core.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

/** A realm that signs with a key from a Java keystore. */
@RealKeycloak
@DisabledIfSystemProperty(
        named = "keycloak.runtime",
        matches = "container",
        disabledReason = "the keystore is a file of the server's machine")
class KeystoreKeyIT {

    private static final String PASSWORD = "keystore-password";

    @Test
    @DisplayName(
            "L1, L11: its key is checked and published, can be pasted, and signs like "
                    + "any other")
    void keystore(KeycloakUnderTest keycloak) throws Exception {
        try (TestRealm realm = TestRealm.create(keycloak)) {
            realm.user("consumer", Map.of());
            // newer versions of Keycloak take a realm's keystores from this directory only
            Path home = ((KeycloakProcess) keycloak).server().home();
            Path directory = home.resolve("data").resolve(realm.name());
            addKey(realm, keystore(Files.createDirectories(directory)));

            JsonNode report = AdminApi.of(realm).create("{\"clientId\":\"lp\",\"flow\":\"code\"}");
            assertThat(AdminApi.statuses(report)).containsEntry("signing-key", "pass");
            String secret = report.at("/connector/clientSecret").asText();
            WindowClient client =
                    new WindowClient(
                            realm, new TestClient(report.path("id").asText(), "lp", secret));
            String window = client.window(new ConsumerBrowser(), client.rfc("code", "s", ""));
            String code = WindowClient.raw(window, "code");
            String token = client.redeem(code, WindowClient.WINDOW, Map.of()).idToken();

            String header = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), UTF_8);
            assertThat(header).contains("\"from-keystore\"", "RS256");
            assertThat(new ConsumerBrowser().get(realm.livePerson("jwks")).body())
                    .contains("\"from-keystore\"");
        }
    }

    private static Path keystore(Path directory) throws Exception {
        Path file = directory.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                                "-genkeypair",
                                "-keyalg",
                                "RSA",
                                "-keysize",
                                "2048",
                                "-alias",
                                "lp",
                                "-dname",
                                "CN=brand",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }

    private static void addKey(TestRealm realm, Path keystore) {
        ComponentRepresentation key = new ComponentRepresentation();
        key.setName("from a keystore");
        key.setProviderId("java-keystore");
        key.setProviderType("org.keycloak.keys.KeyProvider");
        key.setConfig(new MultivaluedHashMap<>());
        Map.of(
                        "keystore", keystore.toString(),
                        "keystoreType", "PKCS12",
                        "keystorePassword", PASSWORD,
                        "keyAlias", "lp",
                        "keyPassword", PASSWORD,
                        "algorithm", "RS256",
                        "kid", "from-keystore",
                        "priority", "1000")
                .forEach(key.getConfig()::putSingle);
        try (Response response = realm.admin().components().add(key)) {
            assertThat(response.getStatus())
                    .as(() -> response.readEntity(String.class))
                    .isEqualTo(201);
        }
    }
}
