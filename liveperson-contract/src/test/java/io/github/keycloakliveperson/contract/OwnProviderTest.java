package io.github.keycloakliveperson.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.contract.clause.RefusedException;
import io.github.keycloakliveperson.contract.issuer.TestIssuer;
import io.github.keycloakliveperson.contract.key.KeySet;
import io.github.keycloakliveperson.contract.sde.VerifiedField.Source;
import io.github.keycloakliveperson.contract.token.TokenVerifier;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The example of docs/contract-library.md")
class OwnProviderTest {

    /** The reader's own. */
    private static final class Provider {

        private final TestIssuer issuer = TestIssuer.right();

        String jwks() {
            return issuer.jwks();
        }

        String idToken() {
            return issuer.token(TestIssuer.claims("https://login.brand.example"));
        }
    }

    private final Provider provider = new Provider();

    @Test
    @DisplayName("runs")
    void example() throws RefusedException {
        // example: begin
        var keys = KeySet.parse(provider.jwks());
        var livePerson =
                new TokenVerifier(
                        "https://login.brand.example",
                        keys,
                        Encryption.OPTIONAL,
                        List.of(),
                        Clock.systemUTC());

        var verification = livePerson.verify(provider.idToken());

        assertThat(verification.refusal()).isEmpty();
        assertThat(verification.warnings()).isEmpty();
        assertThat(verification.field(Source.CTMRINFO, "customerId")).contains("138766AC");
        // example: end
    }

    @Test
    @DisplayName("is the one on the page")
    void same() throws IOException {
        var module = Path.of(System.getProperty("basedir"));
        var source = Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java");

        assertThat(example(module.resolve(source), "// example: "))
                .hasSizeGreaterThan(5)
                .isEqualTo(
                        example(module.resolve("../docs/contract-library.md"), "<!-- example: "));
    }

    private static List<String> example(Path file, String marker) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .dropWhile(line -> !line.startsWith(marker + "begin"))
                .skip(1)
                .takeWhile(line -> !line.startsWith(marker + "end"))
                .filter(line -> !line.startsWith("```"))
                .toList();
    }
}
