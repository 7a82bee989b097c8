package io.github.keycloakliveperson.it.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.ContractCheck;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The contract check, as a brand would run it, on a client that encrypts. */
@RealKeycloak
@DisplayName("L13 to L16: LivePerson's side accepts what the mapper makes")
class EncryptionContractIT {

    private static final LivePersonKey KEY = LivePersonKey.make("lpsso2026");
    private static final LivePersonKey OTHER = LivePersonKey.make("lpsso2026");

    @TempDir private static Path directory;

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static EncryptedClient client;

    private final StringWriter report = new StringWriter();

    @BeforeAll
    static void setUp() {
        client = EncryptedClient.create(realm, settings("A128CBC-HS256"));
    }

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
    void accepts(String enc) throws IOException {
        client.configure(settings(enc));

        assertThat(check(KEY)).as(report.toString()).isZero();
        assertThat(report.toString()).contains("L13", "L14", "L15", "L16", enc);
    }

    @Test
    void refuses_what_was_encrypted_with_another_key() throws IOException {
        assertThat(check(OTHER)).as(report.toString()).isEqualTo(1);
    }

    private int check(LivePersonKey key) throws IOException {
        Path file = directory.resolve("liveperson.key");
        Files.writeString(
                file, LivePersonKey.pem("PRIVATE KEY", key.pair().getPrivate().getEncoded()));
        CommandLine command = ContractCheck.commandLine();
        command.setOut(new PrintWriter(report, true));
        command.setErr(new PrintWriter(report, true));
        return command.execute(
                "--issuer=" + realm.issuer(),
                "--client-id=" + client.client().clientId(),
                "--client-secret=" + client.client().secret(),
                "--flow=code",
                "--username=consumer",
                "--password=" + TestRealm.PASSWORD,
                "--liveperson-key=" + file,
                "--liveperson-key-id=lpsso2026",
                "--clauses=L13,L14,L15,L16");
    }

    private static Map<String, String> settings(String enc) {
        return Map.of(
                EncryptedClient.KEY,
                KEY.base64(),
                EncryptedClient.KID,
                "lpsso2026",
                EncryptedClient.ENC,
                enc);
    }
}
