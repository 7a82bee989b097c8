package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.it.check.CheckedRealms;
import io.github.keycloakliveperson.it.check.CheckedTool;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code start --optimized} with PostgreSQL behind https, as LivePerson and browsers see it. */
@RealCluster
@DisplayName("In production mode")
class ProductionModeIT {

    @TempDir private static Path directory;
    private static Cluster cluster;
    private static CheckedRealms checked;
    private static TestRealm realm;
    private static Map<Channel.Kind, Channel> channels;
    private static Person person;

    @BeforeAll
    static void setUp(Cluster running) {
        cluster = running;
        checked =
                new CheckedRealms(
                        cluster,
                        directory,
                        Map.of(
                                "JDK_JAVA_OPTIONS",
                                "-Djavax.net.ssl.trustStore="
                                        + cluster.certificate().trustStore()
                                        + " -Djavax.net.ssl.trustStorePassword="
                                        + ServerCertificate.STORE_PASSWORD));
        realm = TestRealm.create(cluster);
        channels = Channel.all(realm);
        person = Person.create(realm, "consumer");
    }

    @AfterAll
    static void tearDown() {
        checked.close();
        realm.close();
    }

    @Test
    @DisplayName("the JAR of the build is the one that runs (K24)")
    void optimized() {
        assertThat(cluster.log())
                .contains("Profile prod activated")
                .doesNotContain("Updating the configuration", "changes to the build");
        assertThat(
                        AdminApi.json(AdminApi.of(realm).get("liveperson"))
                                .path("clients")
                                .findValuesAsText("clientId"))
                .hasSize(Channel.Kind.values().length);
    }

    @ParameterizedTest(name = "{0}, PKCE {1}")
    @CsvSource({"code, false", "code, true", "implicit, false"})
    @DisplayName("the contract check finds no fault and no warning: both dialects, page, app")
    void contract(String flow, boolean pkce) throws Exception {
        clean(checked.ours("checked-" + flow + pkce, flow, pkce));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"code", "implicit"})
    @DisplayName("nor does it with an encrypted token (L13–L16)")
    void encrypted(String flow) throws Exception {
        clean(checked.encrypted(LivePersonKeyPair.generate("k"), flow, "A256GCM"));
    }

    private static void clean(CheckedTool tool) {
        assertThat(tool.with(Verdict.FAIL)).isEmpty();
        assertThat(tool.with(Verdict.WARN)).isEmpty();
        assertThat(tool.exitCode()).isZero();
        assertThat(tool.with(Verdict.PASS)).isNotEmpty();
    }

    @Test
    @DisplayName(
            "the connector's addresses are https with the public host name, and no "
                    + "check fails")
    void connector() {
        JsonNode report = channels.get(Channel.Kind.CODE).report();
        JsonNode connector = report.path("connector");

        for (String field :
                List.of("jwtIssuer", "authenticationEndpoint", "tokenEndpoint", "jwksEndpoint")) {
            assertThat(connector.path(field).asText()).startsWith(cluster.baseUri() + "/realms/");
        }
        assertThat(connector.path("scriptTag").asText())
                .contains("\"" + realm.livePerson("web-auth.js") + "\"");
        // a test realm has neither brute-force protection nor e-mail verification
        assertThat(AdminApi.findings(report))
                .isEqualTo(Map.of("brute-force", "warn", "email-verification", "warn"));
    }

    @Test
    @DisplayName("cookies are Secure, and no answer names a node or plain http")
    void addresses() {
        List<Reply> answers = everyFlow();

        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            // those that Keycloak ends are empty
                            assertThat(answer.headers().allValues("Set-Cookie"))
                                    .allMatch(
                                            cookie ->
                                                    cookie.matches("(?i).*;\\s*secure.*")
                                                            || cookie.matches("[A-Z_]+=;.*"));
                            assertThat(answer.body() + answer.headers().allValues("Location"))
                                    .doesNotContain("http://localhost", "127.0.0.1:");
                        });
        assertThat(answers)
                .flatExtracting(answer -> answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("LIVEPERSON_WINDOW_"));
    }

    @Test
    @DisplayName(
            "answers with a code or a token are not cached, and no other server learns "
                    + "of them")
    void hygiene() {
        List<Reply> withSecrets =
                everyFlow().stream()
                        .filter(answer -> answer.header("Location").isPresent())
                        .filter(
                                answer ->
                                        answer.location()
                                                .matches(".*[?&#](code|id_token|token)=.*"))
                        .toList();

        assertThat(withSecrets).hasSizeGreaterThan(Channel.Kind.values().length);
        assertThat(withSecrets)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.headers().allValues("Cache-Control"))
                                    .singleElement()
                                    .asString()
                                    .contains("no-store");
                            assertThat(answer.headers().allValues("Referrer-Policy"))
                                    .containsExactly("no-referrer");
                        });
    }

    private static List<Reply> everyFlow() {
        List<Reply> answers = new ArrayList<>();
        ConsumerBrowser browser = new ConsumerBrowser(answers::add);
        for (Channel channel : channels.values()) {
            new WindowVisit(channel, false, person, browser).make();
            new WindowVisit(channel, true, person, browser).make();
        }
        new PageVisit(channels.get(Channel.Kind.PKCE), person, browser).make();
        return answers;
    }
}
