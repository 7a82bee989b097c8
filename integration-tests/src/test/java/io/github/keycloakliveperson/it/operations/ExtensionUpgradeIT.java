package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import io.github.keycloakliveperson.launcher.KeycloakConfiguration;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same Keycloak, address and database; {@code .ci/older-jar} builds the older file. */
@Tag("operations")
@DisplayName("After an upgrade of the extension")
class ExtensionUpgradeIT {

    private static final Path OLDER =
            ServerSetup.projectDirectory().resolve("target/older/keycloak-liveperson.jar");

    @TempDir private static Path home;
    private static KeycloakServer server;
    private static TestRealm realm;
    private static Person person;
    private static Map<Channel.Kind, Channel> channels;
    private static final Map<Channel.Kind, JsonNode> SETTINGS = new EnumMap<>(Channel.Kind.class);
    private static final Map<Channel.Kind, JsonNode> CONNECTORS = new EnumMap<>(Channel.Kind.class);

    @BeforeAll
    static void upgrade() {
        assumeFalse(
                Files.exists(OLDER.resolveSibling("none")), "The clone's history is too short.");
        if (System.getenv("CI") == null) {
            assumeTrue(Files.exists(OLDER), "There is no older JAR: run .ci/older-jar.");
        }
        KeycloakConfiguration keycloak = KeycloakProcess.inPlace(home);
        try (KeycloakServer before = KeycloakServer.start(keycloak.withProvider(OLDER))) {
            realm = TestRealm.create(new KeycloakProcess(before));
            person = Person.create(realm, "consumer");
            channels = Channel.all(realm);
            channels.forEach(
                    (kind, channel) -> {
                        SETTINGS.put(kind, settings(channel));
                        CONNECTORS.put(kind, channel.report().path("connector"));
                    });
        }
        server = KeycloakServer.start(keycloak.withProvider(ServerSetup.extensionJar()));
        realm = realm.movedTo(new KeycloakProcess(server));
        channels.replaceAll((kind, channel) -> channel.at(realm));
    }

    @AfterAll
    static void tearDown() {
        if (server != null) {
            realm.leave();
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a client keeps its settings and its connector values")
    void settings(Channel.Kind kind) {
        Channel channel = channels.get(kind);
        JsonNode connector = channel.report().path("connector");

        assertThat(settings(channel)).isEqualTo(SETTINGS.get(kind));
        assertThat(CONNECTORS.get(kind).properties())
                .allSatisfy(
                        value ->
                                assertThat(connector.path(value.getKey()))
                                        .as(value.getKey())
                                        .isEqualTo(value.getValue()));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a client signs consumers in, in both dialects")
    void flows(Channel.Kind kind) {
        new WindowVisit(channels.get(kind), false, person, new ConsumerBrowser()).make();
        new WindowVisit(channels.get(kind), true, person, new ConsumerBrowser()).make();
    }

    @Test
    @DisplayName("the overview shows the version, and that no client fails a check")
    void overview() {
        JsonNode overview = AdminApi.json(AdminApi.of(realm).get("liveperson"));

        assertThat(overview.path("version").asText()).isNotEmpty();
        assertThat(overview.path("clients"))
                .hasSameSizeAs(channels.keySet())
                .noneMatch(client -> client.path("status").asText().equals("fail"));
    }

    private static JsonNode settings(Channel channel) {
        return new ObjectMapper()
                .valueToTree(
                        realm.admin()
                                .clients()
                                .get(channel.window().client().id())
                                .toRepresentation());
    }
}
