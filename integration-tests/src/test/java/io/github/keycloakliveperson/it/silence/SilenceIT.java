package io.github.keycloakliveperson.it.silence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

/**
 * All flows and failures with a canary for every kind of confidential data, with this extension at
 * {@code TRACE}; then a search for them wherever a server discloses anything.
 *
 * <p>Keycloak's own events hold the user name that was typed, the ids of user and session, and the
 * client; Keycloak's own admin events hold what an admin saved. The window's {@code state}, handle
 * and nonce are in none.
 */
@RealKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Nothing is disclosed to anybody else:")
class SilenceIT {

    private static final String LOUD = "loud-client-4711";

    /** What Keycloak's own classes log: the name of who failed, the id of a code that is spent. */
    private static final Map<String, Set<String>> KEYCLOAKS_OWN =
            Map.of(
                    "org.keycloak.events", Set.of("user name"),
                    "org.keycloak.protocol.oidc.utils.OAuth2CodeParser", Set.of("code"));

    private static final int ALL = 10_000;

    private final Canaries canaries = new Canaries();
    private final Answers answers = new Answers();
    @AutoClose private TestRealm realm;
    private JsonNode claims;
    private String log;
    private List<EventRepresentation> events;
    private List<AdminEventRepresentation> adminEvents;
    private String metrics;

    @BeforeAll
    void run(KeycloakUnderTest keycloak) {
        int said = keycloak.log().length();
        SilentRealm silent = SilentRealm.create(keycloak, canaries);
        realm = silent.realm();
        CanaryConsumer consumer = CanaryConsumer.create(realm, canaries);
        silent.listen();
        claims = new SilentFlows(silent, canaries, answers).run(consumer);
        new SilentFailures(silent, canaries, answers).run(consumer);
        answers.keep(
                new ConsumerBrowser()
                        .get(
                                new Chat(realm, new TestClient(null, LOUD, null), canaries)
                                        .request("response_type=code")));
        log = keycloak.log().substring(said);
        events = realm.admin().getEvents(null, null, null, null, null, null, 0, ALL);
        adminEvents =
                realm.admin()
                        .getAdminEvents(null, null, null, null, null, null, null, null, 0, ALL);
        metrics = new ConsumerBrowser().get(URI.create(keycloak.baseUri() + "/metrics")).body();
    }

    @Test
    @DisplayName("all of the consumer's test values are in the id_token")
    void sang() {
        assertThat(canaries.in(claims.get("lp_sdes").toString()))
                .containsExactlyInAnyOrder(
                        "cstatus",
                        "ctype",
                        "customerId",
                        "socialId",
                        "imei",
                        "companyBranch",
                        "accountName",
                        "currency",
                        "company",
                        "phone",
                        "country",
                        "region",
                        "balance",
                        "companySize",
                        "loginStatus",
                        "user name",
                        "e-mail",
                        "first name",
                        "last name",
                        "group attribute");
        assertThat(canaries.kinds())
                .contains("client secret", "code", "id_token", "access_token", "refresh_token")
                .contains("state", "handle", "nonce", "window cookie", "password", "private key")
                .contains("code_verifier", "window configuration", "key text", "login_hint");
    }

    @Test
    @DisplayName("none are in the server's log")
    void log() {
        assertThat(log.lines())
                .allSatisfy(
                        line -> {
                            Set<String> found = canaries.in(line);
                            found.removeAll(KEYCLOAKS_OWN.getOrDefault(logger(line), Set.of()));
                            assertThat(found).as(line).isEmpty();
                        });
        assertThat(log).contains("[io.github.keycloakliveperson.");
    }

    @Test
    @DisplayName(
            "none are in the realm's events, except the user name that Keycloak itself " + "writes")
    void events() {
        assertThat(events).extracting(EventRepresentation::getType).contains("LOGIN_ERROR");
        assertThat(events)
                .allSatisfy(
                        event -> {
                            Set<String> found = canaries.in(text(event));
                            if (event.getDetails() != null
                                    && event.getDetails().containsKey("username")
                                    && !event.getDetails().containsKey("reason")) {
                                found.remove("user name");
                            }
                            assertThat(found).as(event.getType() + event.getDetails()).isEmpty();
                        });
    }

    @Test
    @DisplayName("none are in our admin events")
    void adminEvents() {
        assertThat(adminEvents)
                .filteredOn(event -> !event.getResourcePath().contains("protocol-mappers"))
                .filteredOn(event -> !event.getResourceType().equals("USER"))
                .filteredOn(event -> !event.getResourceType().equals("GROUP"))
                .filteredOn(event -> !event.getResourceType().equals("GROUP_MEMBERSHIP"))
                .filteredOn(event -> !text(event).contains("\"key-"))
                .filteredOn(event -> !text(event).contains("\"constants\""))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(canaries.in(text(event))).isEmpty());
    }

    @Test
    @DisplayName("none are in the metrics")
    void metrics() {
        assertThat(canaries.in(metrics)).isEmpty();
    }

    @Test
    @DisplayName("none are in a page, a script, an error or its description")
    void pages() {
        assertThat(answers.texts())
                .hasSizeGreaterThan(20)
                .allSatisfy(text -> assertThat(canaries.in(text)).isEmpty());
    }

    @Test
    @DisplayName("the same search finds what is disclosed on purpose, in each of these places")
    void searchFinds() {
        Canaries loud = new Canaries();
        loud.keep("client id", LOUD);

        assertThat(loud.in(log)).containsExactly("client id");
        assertThat(events).anySatisfy(e -> assertThat(loud.in(text(e))).isNotEmpty());
        loud.keep("flow", "silent-code");
        assertThat(adminEvents).anySatisfy(e -> assertThat(loud.in(text(e))).contains("flow"));
        loud.keep("path", "/realms/{realm}");
        assertThat(loud.in(metrics)).contains("path");
        loud.keep("title", "kc-page-title");
        assertThat(answers.texts()).anySatisfy(t -> assertThat(loud.in(t)).contains("title"));
        assertThat(canaries.in("Y25yeQ and " + base64("a state: ", stateCanary()))).isNotEmpty();
    }

    private String stateCanary() {
        return canaries.make("state");
    }

    private static String base64(String before, String canary) {
        return java.util.Base64.getEncoder()
                .encodeToString((before + canary + "}").getBytes(UTF_8));
    }

    private static String logger(String line) {
        return line.replaceFirst("^[^\\[]*\\[([^]]*)].*", "$1");
    }

    private static String text(EventRepresentation event) {
        return event.getType()
                + event.getClientId()
                + event.getError()
                + event.getIpAddress()
                + (event.getDetails() == null ? Map.of() : event.getDetails());
    }

    private static String text(AdminEventRepresentation event) {
        return event.getResourcePath() + event.getRepresentation() + event.getError();
    }
}
