package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.demo.launcher.FileTree;
import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the commands of the docs as they stand there, in the order of their page. */
@RealKeycloak
class DocsCommandsIT {

    private static final Path DOCS = ServerSetup.projectDirectory().resolve("docs");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "install",
                "configure",
                "liveperson-form",
                "moving-from-a-home-made-provider",
                "troubleshooting"
            })
    @DisplayName("the commands of each page work in a realm called shop")
    void commands(String page, KeycloakUnderTest keycloak, @TempDir Path directory)
            throws Exception {
        new FileTree(Templates.DIRECTORY)
                .copyTo(directory.resolve("realm-templates"), neverWritten -> true);
        TestRealm shop = TestRealm.create(keycloak, realm -> realm.setRealm("shop"));
        try {
            if (!page.equals("configure")) {
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
                                commandsOf("install", "build"),
                                directory,
                                Map.of("KC_HOME", directory.toString()));

        assertThat(built.exit()).as(built.text()).isZero();
        assertThat(built.text())
                .contains("oidc-liveperson-window-mapper", "Server configuration updated");
    }

    private static String commandsOf(String page, String kind) throws Exception {
        List<String> blocks =
                Pattern.compile("(?s)<!-- run: " + kind + " -->\n```sh\n(.*?)\n```")
                        .matcher(Files.readString(DOCS.resolve(page + ".md")))
                        .results()
                        .map((MatchResult block) -> block.group(1))
                        .collect(Collectors.toList());
        assertThat(blocks).as(page).isNotEmpty();
        return String.join("\n", blocks);
    }
}
