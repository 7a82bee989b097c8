package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import io.github.keycloakliveperson.launcher.KeycloakConfiguration;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same JAR, address and database; nothing at LivePerson changes. */
@Tag("operations")
@DisplayName("After an upgrade in place from the oldest supported Keycloak")
class UpgradeIT {

    private static final String OLDEST = "26.0.8";

    /** What its Byte Buddy knows; with a newer one it ends before it listens. */
    private static final int NEWEST_JAVA_OF_OLDEST = 23;

    private static final String TEMPLATE_REALM = "brand";

    private static Postgres postgres;
    private static KeycloakServer server;
    private static TestRealm realm;
    private static TestRealm templateRealm;
    private static Person person;
    private static Person templatePerson;
    private static List<Channel> channels = new ArrayList<>();
    private static final Map<String, JsonNode> CONNECTORS = new HashMap<>();
    private static final ConsumerBrowser SIGNED_IN = new ConsumerBrowser();
    private static final ConsumerBrowser WAITING = new ConsumerBrowser();
    private static WindowVisit begunBefore;
    private static Reply beforeCallback;

    @BeforeAll
    static void upgrade() throws Exception {
        assumeFalse(newest().equals(OLDEST), "There is no older one to come from.");
        assumeTrue(
                Runtime.version().feature() <= NEWEST_JAVA_OF_OLDEST,
                "Keycloak " + OLDEST + " doesn't start on so new a Java.");
        postgres = Postgres.start();
        KeycloakConfiguration configuration =
                KeycloakConfiguration.standard()
                        .withProvider(ServerSetup.extensionJar())
                        .withPort(LoopbackPort.free())
                        .withStartLimit(Duration.ofMinutes(5))
                        .withEnvironment("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1")
                        .withOption("--db=postgres")
                        .withOption("--db-url=" + postgres.database("keycloak"))
                        .withOption("--db-username=" + Postgres.USER);
        try (KeycloakServer old =
                KeycloakServer.start(
                        configuration
                                .withVersion(OLDEST)
                                .withRealm(
                                        ServerSetup.projectDirectory()
                                                .resolve(
                                                        "realm-templates/liveperson-realm.json")))) {
            fill(new KeycloakProcess(old));
        }
        server = KeycloakServer.start(configuration.withVersion(newest()));
        KeycloakProcess upgraded = new KeycloakProcess(server);
        realm = realm.movedTo(upgraded);
        templateRealm = templateRealm.movedTo(upgraded);
        channels =
                channels.stream()
                        .map(
                                channel ->
                                        channel.at(
                                                channel.realm().name().equals(TEMPLATE_REALM)
                                                        ? templateRealm
                                                        : realm))
                        .toList();
    }

    private static void fill(KeycloakProcess old) {
        realm = TestRealm.create(old);
        person = Person.create(realm, "consumer");
        templateRealm = TestRealm.existing(old, TEMPLATE_REALM);
        templatePerson = Person.create(templateRealm, "consumer");
        channels.addAll(Channel.all(realm).values());
        channels.add(Channel.existing(templateRealm, Channel.Kind.CODE, "liveperson-code"));
        channels.add(Channel.existing(templateRealm, Channel.Kind.PKCE, "liveperson-code-pkce"));
        channels.add(Channel.existing(templateRealm, Channel.Kind.IMPLICIT, "liveperson-implicit"));
        for (Channel channel : channels) {
            CONNECTORS.put(channel.window().client().id(), channel.report().path("connector"));
        }
        new WindowVisit(channels.get(0), false, person, SIGNED_IN).make();
        begunBefore = new WindowVisit(channels.get(0), false, person, WAITING);
        beforeCallback = begunBefore.toCallback(begunBefore.open());
    }

    @AfterAll
    static void tearDown() {
        if (server != null) {
            realm.leave();
            templateRealm.leave();
            server.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    @DisplayName("the newer version runs")
    void version() {
        assertThat(server.log().text()).contains("Keycloak " + newest() + " on JVM");
    }

    @Test
    @DisplayName("every flow still works, in both dialects, with the same connector")
    void flows() {
        for (Channel channel : channels) {
            Person consumer =
                    channel.realm().name().equals(TEMPLATE_REALM) ? templatePerson : person;
            new WindowVisit(channel, false, consumer, new ConsumerBrowser()).make();
            new WindowVisit(channel, true, consumer, new ConsumerBrowser()).make();
            assertThat(channel.report().path("connector"))
                    .isEqualTo(CONNECTORS.get(channel.window().client().id()));
        }
    }

    @Test
    @DisplayName("no check fails")
    void checks() {
        assertThat(channels)
                .allSatisfy(
                        channel ->
                                assertThat(AdminApi.findings(channel.report()))
                                        .doesNotContainValue("fail"));
    }

    @Test
    @DisplayName("consumers who were signed in still are, and a waiting window is told what to do")
    void sessions() {
        Channel page = channels.get(Channel.Kind.PKCE.ordinal());
        new PageVisit(page, person, SIGNED_IN).make();

        Reply answer = WAITING.get(URI.create(beforeCallback.location()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("open the chat window again");
    }

    private static String newest() {
        return System.getProperty("keycloak.version");
    }
}
