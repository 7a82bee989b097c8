package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.docs.CodeBlock;
import io.github.keycloakliveperson.it.docs.MarkdownPage;
import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import io.github.keycloakliveperson.launcher.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the commands of the docs as they stand there, in the order of their page. */
@RealKeycloak
@Tag("operations") // minutes: each command starts a JVM
class DocsCommandsIT {

    private static final Pattern COMMAND =
            Pattern.compile("(?m)^ *(\\w+=\\$\\()?(bin/)?kcadm\\.sh (?!config credentials)");

    /** Their commands make the client that all others find. */
    private static final Set<String> MAKE_THE_CLIENT = Set.of("README.md", "docs/configure.md");

    /** The realm that a page makes beside {@code shop}. */
    private static final String SECOND_REALM = "realms/shop-2";

    @Test
    @DisplayName("no page has a kcadm.sh command that isn't run here")
    void all() {
        assertThat(MarkdownPage.all())
                .flatExtracting(MarkdownPage::blocks)
                .isNotEmpty()
                .filteredOn(block -> !block.isRunAs("kcadm"))
                .noneMatch(block -> COMMAND.matcher(block.text()).find());
    }

    private static Stream<MarkdownPage> pagesWithCommands() {
        return MarkdownPage.all().stream()
                .filter(page -> page.blocks().stream().anyMatch(block -> block.isRunAs("kcadm")));
    }

    @ParameterizedTest
    @MethodSource("pagesWithCommands")
    @DisplayName("the commands of each page work in a realm called shop")
    void commands(MarkdownPage page, KeycloakUnderTest keycloak, @TempDir Path directory)
            throws Exception {
        copyTemplates(directory);
        Files.writeString(
                directory.resolve("liveperson-key.txt"),
                LivePersonKey.make("lpsso2026").base64() + "\n");
        TestRealm shop = TestRealm.create(keycloak, realm -> realm.setRealm("shop"));
        Kcadm kcadm = Kcadm.loggedIn(keycloak, directory);
        try {
            if (!MAKE_THE_CLIENT.contains(page.name())) {
                AdminApi.of(shop)
                        .post(
                                "liveperson/clients",
                                "{\"clientId\":\"liveperson\",\"flow\":\"code\"}");
            }
            Kcadm.Said said = kcadm.script(commandsOf(page, "kcadm"), directory, Map.of());
            assertThat(said.exit()).as(said.text()).isZero();
            assertThat(said.text()).doesNotContain("\"fail\"");
        } finally {
            kcadm.run("delete", SECOND_REALM);
            shop.close();
        }
    }

    @Test
    @DisplayName("the JAR is installed and built in, and a realm is imported, as the pages say")
    void installed(KeycloakUnderTest keycloak, @TempDir Path directory) throws Exception {
        Path running = ((KeycloakProcess) keycloak).server().home();
        Kcadm shell = new Kcadm(running.resolve("bin"), directory.resolve("none"));
        Map<String, String> home =
                Map.of("RUNNING", running.toString(), "KC_HOME", directory.toString());
        Kcadm.Said copied =
                shell.script(
                        "cp -r \"$RUNNING/bin\" \"$RUNNING/lib\" \"$RUNNING/conf\" . &&"
                                + " mkdir providers themes data",
                        directory,
                        home);
        assertThat(copied.exit()).as(copied.text()).isZero();
        Files.copy(ServerSetup.extensionJar(), directory.resolve("keycloak-liveperson.jar"));
        copyTemplates(directory);

        Kcadm.Said built =
                shell.script(
                        commandsOf(MarkdownPage.named("docs/install.md"), "build"),
                        directory,
                        home);

        assertThat(built.exit()).as(built.text()).isZero();
        assertThat(built.text())
                .contains("oidc-liveperson-window-mapper", "Server configuration updated");

        Kcadm.Said imported =
                shell.script(
                        commandsOf(MarkdownPage.named("docs/configure.md"), "import"),
                        directory,
                        home);

        assertThat(imported.exit()).as(imported.text()).isZero();
        assertThat(imported.text()).contains("Realm 'shop' imported");
        assertThat(directory.resolve("data/import/liveperson.json")).exists();
    }

    private static void copyTemplates(Path directory) throws IOException {
        new FileTree(Templates.DIRECTORY)
                .copyTo(directory.resolve("realm-templates"), neverWritten -> true);
    }

    private static String commandsOf(MarkdownPage page, String run) {
        List<String> commands =
                page.blocks().stream()
                        .filter(block -> block.isRunAs(run))
                        .map(CodeBlock::text)
                        .toList();
        assertThat(commands).as("%s, run: %s", page, run).isNotEmpty();
        return String.join("\n", commands);
    }
}
