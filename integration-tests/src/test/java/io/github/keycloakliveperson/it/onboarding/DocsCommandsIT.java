package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import io.github.keycloakliveperson.launcher.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the commands of the docs as they stand there, in the order of their page. */
@RealKeycloak
class DocsCommandsIT {

    private static final String RUN = "<!-- run: %s -->\n *```sh\n(.*?)\n *```";

    private static final Pattern COMMAND =
            Pattern.compile("(?m)^ *(\\w+=\\$\\()?(bin/)?kcadm\\.sh (?!config credentials)");

    /** Their commands make the client that all others find. */
    private static final Set<String> MAKE_THE_CLIENT = Set.of("README.md", "docs/configure.md");

    @Test
    @DisplayName("no page has a command of kcadm.sh that isn't run here")
    void all() throws IOException {
        assertThat(pages(COMMAND))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(notRun(page)).doesNotContainPattern(COMMAND));
    }

    private static List<String> pagesWithCommands() throws IOException {
        return pages(Pattern.compile("<!-- run: kcadm -->"));
    }

    @ParameterizedTest
    @MethodSource("pagesWithCommands")
    @DisplayName("the commands of each page work in a realm called shop")
    void commands(String page, KeycloakUnderTest keycloak, @TempDir Path directory)
            throws Exception {
        new FileTree(Templates.DIRECTORY)
                .copyTo(directory.resolve("realm-templates"), neverWritten -> true);
        Files.writeString(
                directory.resolve("liveperson-key.txt"),
                LivePersonKey.make("lpsso2026").base64() + "\n");
        TestRealm shop = TestRealm.create(keycloak, realm -> realm.setRealm("shop"));
        try {
            if (!MAKE_THE_CLIENT.contains(page)) {
                AdminApi.of(shop)
                        .post(
                                "liveperson/clients",
                                "{\"clientId\":\"liveperson\",\"flow\":\"code\"}");
            }
            Kcadm.Said said =
                    Kcadm.loggedIn(keycloak, directory)
                            .script(commandsOf(page, "kcadm"), directory, Map.of());
            assertThat(said.exit()).as(said.text()).isZero();
            assertThat(said.text()).doesNotContain("\"fail\"");
        } finally {
            shop.close();
        }
    }

    @Test
    @DisplayName("the JAR is installed and built in as the page says")
    void build(KeycloakUnderTest keycloak, @TempDir Path directory) throws Exception {
        Path running = ((KeycloakProcess) keycloak).server().home();
        Kcadm.Said copied =
                new Kcadm(running.resolve("bin"), directory.resolve("none"))
                        .script(
                                "cp -r \"$RUNNING/bin\" \"$RUNNING/lib\" \"$RUNNING/conf\" . &&"
                                        + " mkdir providers themes data",
                                directory,
                                Map.of("RUNNING", running.toString()));
        assertThat(copied.exit()).as(copied.text()).isZero();
        Files.copy(ServerSetup.extensionJar(), directory.resolve("keycloak-liveperson.jar"));

        Kcadm.Said built =
                new Kcadm(running.resolve("bin"), directory.resolve("none"))
                        .script(
                                commandsOf("docs/install.md", "build"),
                                directory,
                                Map.of("KC_HOME", directory.toString()));

        assertThat(built.exit()).as(built.text()).isZero();
        assertThat(built.text())
                .contains("oidc-liveperson-window-mapper", "Server configuration updated");
    }

    private static List<String> pages(Pattern wanted) throws IOException {
        Path project = ServerSetup.projectDirectory();
        try (Stream<Path> top = Files.list(project);
                Stream<Path> docs = Files.walk(project.resolve("docs"));
                Stream<Path> templates = Files.walk(Templates.DIRECTORY)) {
            return Stream.of(top, docs, templates)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(file -> project.toUri().relativize(file.toUri()).getPath())
                    .filter(page -> wanted.matcher(text(page)).find())
                    .toList();
        }
    }

    private static String notRun(String page) {
        return text(page).replaceAll("(?s)" + RUN.formatted("kcadm"), "");
    }

    private static String text(String page) {
        try {
            return Files.readString(ServerSetup.projectDirectory().resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String commandsOf(String page, String kind) {
        List<String> blocks =
                Pattern.compile("(?s)" + RUN.formatted(kind))
                        .matcher(text(page))
                        .results()
                        .map((MatchResult block) -> block.group(1))
                        .collect(Collectors.toList());
        assertThat(blocks).as(page).isNotEmpty();
        return String.join("\n", blocks);
    }
}
