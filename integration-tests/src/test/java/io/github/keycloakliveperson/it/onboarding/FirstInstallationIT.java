package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.it.check.CheckedTool;
import io.github.keycloakliveperson.it.docs.CodeBlock;
import io.github.keycloakliveperson.it.docs.MarkdownPage;
import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The path of somebody who has a stock Keycloak with consumers and finds this project. The commands
 * are those in README and {@code docs/install.md}, with another address for the download and
 * another port.
 */
@Tag("operations")
@DisplayName("A first installation")
class FirstInstallationIT {

    private static final String CONSUMER = "a-test-consumer";
    private static final Pattern FORM_FIELD = Pattern.compile("(?m)^\\| [^|]+ \\| `(\\w+)` \\|");
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    @TempDir private Path published;
    @TempDir private Path downloads;
    @TempDir private Path home;

    private final int port = LoopbackPort.free();
    private final String address = "http://localhost:" + port;

    @Test
    @DisplayName("leads from the download to LivePerson's form, and its values sign a consumer in")
    void path() throws Exception {
        keycloakWithConsumers();

        publish(ServerSetup.extensionJar());
        String release = "https://\\S+/releases/latest/download";
        assertThat(run("README.md", "download", 0, release, published.toUri().toString()))
                .contains("keycloak-liveperson.jar: OK");
        run("docs/install.md", "build", 0);

        try (ListeningProcess keycloak = start()) {
            run("docs/install.md", "login", 0, "http://localhost:8080", address);
            JsonNode overview = json(run("README.md", "kcadm", 0));
            assertThat(overview.path("version").asText()).isEqualTo(ServerSetup.extensionVersion());
            assertThat(overview.path("clients")).isEmpty();

            String answer = run("README.md", "kcadm", 1);
            JsonNode form = json(answer).path("connector");
            assertThat(fields(form)).isEqualTo(expected(form));
            assertThat(form.path("clientSecret").asText()).matches("[A-Za-z0-9]{32,}");
            assertThat(form.path("jwtPublicKey").asText()).startsWith("MIIB").doesNotContain("\n");

            CheckedTool check = checkSignIn(answer);
            assertThat(check.with(Verdict.FAIL)).as(check.output()).isEmpty();
            assertThat(check.with(Verdict.WARN)).containsExactly("L11 JWKS over https");
            assertThat(check.with(Verdict.PASS))
                    .contains(
                            "L1 signature",
                            "L9 personal",
                            "L11 pasted key",
                            "L18 raw Basic",
                            "L25 state of 16,000 characters",
                            "L34 identity, signed in");
            assertThat(keycloak.log()).doesNotContain(" ERROR ");
        }
    }

    /** The brand's Keycloak before: the distribution as Maven unpacks it, a realm, a consumer. */
    private void keycloakWithConsumers() {
        try (KeycloakServer stock = KeycloakServer.start(KeycloakProcess.inPlace(home))) {
            TestRealm shop =
                    TestRealm.create(new KeycloakProcess(stock), realm -> realm.setRealm("shop"));
            shop.user(CONSUMER, Map.of());
            shop.leave();
        }
    }

    private void publish(Path jar) throws Exception {
        Files.copy(jar, published.resolve("keycloak-liveperson.jar"));
        String sum =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(Files.readAllBytes(jar)));
        Files.writeString(published.resolve("SHA256SUMS"), sum + " *keycloak-liveperson.jar\n");
    }

    /** What {@code build} made, in production mode. */
    private ListeningProcess start() {
        return ListeningProcess.start(
                ListeningProcess.newHome("first-installation"),
                port,
                List.of(
                        "env",
                        "JAVA_HOME=" + System.getProperty("java.home"),
                        "KC_CACHE=local",
                        home.resolve("bin/kc.sh").toString(),
                        "start",
                        "--optimized",
                        "--hostname=" + address,
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port),
                START_LIMIT);
    }

    /**
     * Runs a block of a page where the files were downloaded to.
     *
     * @param number which of the blocks under this name, from 0
     * @param replacements a pattern and what to put in its place, for an address that differs
     */
    private String run(String page, String name, int number, String... replacements) {
        List<CodeBlock> blocks =
                MarkdownPage.named(page).blocks().stream()
                        .filter(block -> block.isRunAs(name))
                        .toList();
        String script = blocks.get(number).text();
        if (replacements.length > 0) {
            assertThat(script).containsPattern(replacements[0]);
            script = script.replaceFirst(replacements[0], replacements[1]);
        }
        Kcadm.Said said =
                new Kcadm(home.resolve("bin"), downloads.resolve("kcadm.config"))
                        .script(
                                script,
                                downloads,
                                Map.of(
                                        "KC_HOME",
                                        home.toString(),
                                        "KC_CACHE",
                                        "local",
                                        "KC_CLI_PASSWORD",
                                        KeycloakServer.ADMIN));
        assertThat(said.exit()).as(said.text()).isZero();
        return said.text();
    }

    /** Every field that the page about LivePerson's form names. */
    private static Map<String, String> fields(JsonNode form) {
        return FORM_FIELD
                .matcher(MarkdownPage.named("docs/liveperson-form.md").text())
                .results()
                .map(field -> field.group(1))
                .collect(Collectors.toMap(name -> name, name -> form.path(name).asText()));
    }

    private Map<String, String> expected(JsonNode form) {
        String realm = address + "/realms/shop";
        return Map.ofEntries(
                Map.entry("authenticationType", "code"),
                Map.entry("pkce", "false"),
                Map.entry("issuerDisplayName", "shop"),
                Map.entry("jwtIssuer", realm),
                Map.entry("authenticationEndpoint", realm + "/liveperson/authorize"),
                Map.entry("tokenEndpoint", realm + "/protocol/openid-connect/token"),
                Map.entry("clientId", "liveperson"),
                Map.entry("clientSecret", form.path("clientSecret").asText()),
                Map.entry("certificateType", "JWKS Endpoint"),
                Map.entry("jwksEndpoint", realm + "/liveperson/jwks"),
                Map.entry("jwtPublicKey", form.path("jwtPublicKey").asText()),
                Map.entry("jsMethodName", "lpGetAuthenticationToken"),
                Map.entry("jsContext", "window"));
    }

    private CheckedTool checkSignIn(String answer) throws Exception {
        Path connector = downloads.resolve("connector.json");
        Files.writeString(connector, json(answer).toString());
        return CheckedTool.run(
                Map.of("LIVEPERSON_CHECK_PASSWORD", TestRealm.PASSWORD),
                List.of(
                        "--connector", connector.toString(),
                        "--username", CONSUMER,
                        "--origin", address));
    }

    private static JsonNode json(String said) throws Exception {
        return new ObjectMapper().readTree(said.substring(said.indexOf('{')));
    }
}
