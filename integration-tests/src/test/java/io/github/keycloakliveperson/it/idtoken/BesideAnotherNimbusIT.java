package io.github.keycloakliveperson.it.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server whose providers directory holds another nimbus, one major version older, as it comes.
 */
@RealKeycloak(providers = BesideAnotherNimbusIT.FOREIGN_JAR)
@DisplayName("K22: encryption works with a provider JAR that contains another nimbus")
class BesideAnotherNimbusIT {

    static final String FOREIGN_JAR =
            "integration-tests/target/foreign/foreign-nimbus-jose-jwt.jar";

    private static final LivePersonKey KEY = LivePersonKey.make("lpsso2026");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A128CBC-HS256",
                "A192CBC-HS384",
                "A256CBC-HS512",
                "A128GCM",
                "A192GCM",
                "A256GCM"
            })
    void with(String enc, KeycloakUnderTest keycloak) {
        try (TestRealm realm = TestRealm.create(keycloak)) {
            realm.user("consumer", Map.of());
            EncryptedClient client =
                    EncryptedClient.create(
                            realm,
                            Map.of(
                                    EncryptedClient.KEY,
                                    KEY.pem(),
                                    EncryptedClient.KID,
                                    "lpsso2026",
                                    EncryptedClient.ENC,
                                    enc));

            String idToken = client.tokens("consumer", "openid").idToken();

            assertThat(OpenedToken.of(idToken, KEY, realm).header()).containsEntry("enc", enc);
        }
    }

    @Test
    void the_other_one_has_the_original_names() throws IOException {
        Path foreign = ServerSetup.projectDirectory().resolve(FOREIGN_JAR);
        try (JarFile jar = new JarFile(foreign.toFile())) {
            assertThat(jar.getEntry("com/nimbusds/jose/crypto/RSAEncrypter.class")).isNotNull();
        }
    }
}
