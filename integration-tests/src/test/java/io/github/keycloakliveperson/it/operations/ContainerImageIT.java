package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.docs.HelmValues;
import io.github.keycloakliveperson.it.docs.MarkdownPage;
import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.launcher.KeycloakConfiguration;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/install.md}, without the container: the Dockerfile's environment builds, and {@code
 * start --optimized} runs with the environment of each way to start the image.
 */
@Tag("operations")
@TestMethodOrder(OrderAnnotation.class)
@DisplayName("The image of the page (K24)")
class ContainerImageIT {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final MarkdownPage PAGE = MarkdownPage.named("docs/install.md");

    @TempDir private static Path home;
    @AutoClose private static Postgres postgres;
    private static URI database;

    @BeforeAll
    static void build() throws Exception {
        postgres = Postgres.start();
        database = URI.create(postgres.database("keycloak").substring("jdbc:".length()));
        KeycloakServer.start(
                        KeycloakConfiguration.standard()
                                .withVersion(System.getProperty("keycloak.version"))
                                .withHome(home)
                                .withProvider(ServerSetup.extensionJar())
                                .withStartLimit(START_LIMIT))
                .close();
        build(dockerfile());
    }

    @Test
    @Order(1)
    @DisplayName("runs with keycloak.env")
    void environmentFile() throws Exception {
        Properties file = new Properties();
        file.load(new StringReader(PAGE.blocks("properties").get(0).text()));
        Map<String, String> environment = new LinkedHashMap<>();
        file.stringPropertyNames().forEach(key -> environment.put(key, file.getProperty(key)));
        environment.put("KC_DB_URL", "jdbc:" + database);

        runs(environment, "");
    }

    @Test
    @Order(2)
    @DisplayName("runs with the Helm chart's values of the page")
    void helm() throws Exception {
        runs(onThisMachine(HelmValues.ofThePage()), "");
    }

    @Test
    @Order(3)
    @DisplayName("doesn't start with the chart's own path, with exit status 2")
    void chartsOwnPath() {
        assertThatThrownBy(
                        () ->
                                start(
                                        onThisMachine(HelmValues.ofThePage().without("http")),
                                        LoopbackPort.free(),
                                        LoopbackPort.free()))
                .hasMessageContaining("http-relative-path")
                .hasMessageContaining("ended with status 2");
    }

    @Test
    @Order(4)
    @DisplayName("keeps the chart's own path if it is built with it")
    void builtForTheChart() throws Exception {
        Map<String, String> withPath = dockerfile();
        withPath.put("KC_HTTP_RELATIVE_PATH", "/auth");
        build(withPath);
        Map<String, String> environment = onThisMachine(HelmValues.ofThePage().without("http"));
        environment.compute("KC_HOSTNAME", (name, address) -> address + "/auth");

        runs(environment, "/auth");
    }

    /** Starts it, and looks for the extension and for the issuer of the name it was given. */
    private static void runs(Map<String, String> environment, String path) throws Exception {
        int port = LoopbackPort.free();
        int management = LoopbackPort.free();
        try (ListeningProcess server = start(environment, port, management)) {
            String jwks = server.address() + path + "/realms/master/liveperson/jwks";
            assertThat(whenReady(jwks).status()).isEqualTo(200);
            assertThat(
                            get(server.address()
                                            + path
                                            + "/realms/master/.well-known/openid-configuration")
                                    .body())
                    .contains(
                            "\"issuer\":\"" + environment.get("KC_HOSTNAME") + "/realms/master\"");
            for (String probe : List.of("/health/ready", "/metrics")) {
                assertThat(get("http://localhost:" + management + path + probe).status())
                        .isEqualTo(200);
            }
        }
    }

    /** Keycloak listens before it is ready, and says 503 until then. */
    private static Reply whenReady(String address) throws Exception {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        Reply answer = get(address);
        while (answer.status() == 503 && System.nanoTime() < end) {
            Thread.sleep(200);
            answer = get(address);
        }
        return answer;
    }

    private static ListeningProcess start(
            Map<String, String> environment, int port, int management) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.put("KC_HTTP_HOST", LoopbackPort.ADDRESS);
        all.put("KC_HTTP_PORT", "" + port);
        all.put("KC_HTTP_MANAGEMENT_PORT", "" + management);
        all.put(
                "JAVA_OPTS_APPEND",
                "-XX:TieredStopAtLevel=1 -Djgroups.bind.address=" + LoopbackPort.ADDRESS);
        return ListeningProcess.start(
                ListeningProcess.newHome("image"),
                port,
                command(all, "start", "--optimized"),
                START_LIMIT);
    }

    private static void build(Map<String, String> environment) throws Exception {
        Process build =
                new ProcessBuilder(command(environment, "build")).redirectErrorStream(true).start();
        String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(build.waitFor()).as(said).isZero();
    }

    private static List<String> command(Map<String, String> environment, String... words) {
        List<String> command = new ArrayList<>(List.of("env"));
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.add("JAVA_HOME=" + System.getProperty("java.home"));
        command.add(home.resolve("bin/kc.sh").toString());
        command.addAll(List.of(words));
        return command;
    }

    /** The lines {@code ENV NAME=VALUE} of the Dockerfile. */
    private static Map<String, String> dockerfile() {
        Map<String, String> environment = new LinkedHashMap<>();
        PAGE.blocks("dockerfile")
                .get(0)
                .text()
                .lines()
                .filter(line -> line.startsWith("ENV "))
                .map(line -> line.substring("ENV ".length()).split("=", 2))
                .forEach(variable -> environment.put(variable[0], variable[1]));
        assertThat(environment).isNotEmpty();
        return environment;
    }

    private static Map<String, String> onThisMachine(HelmValues values) throws Exception {
        Map<String, String> environment = values.environment("any-password");
        environment.put("KC_DB_URL_HOST", database.getHost());
        environment.put("KC_DB_URL_PORT", "" + database.getPort());
        return environment;
    }

    private static Reply get(String address) {
        return new ConsumerBrowser().get(URI.create(address));
    }
}
