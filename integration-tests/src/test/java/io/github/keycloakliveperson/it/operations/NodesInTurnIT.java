package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step of a sign-in at the other node than the step before, beginning at either. */
@RealCluster
@DisplayName("In a cluster that sends each request to the other node")
class NodesInTurnIT {

    @AutoClose private static TestRealm realm;
    private static Map<Channel.Kind, Channel> channels;
    private static Person person;

    private final List<String> nodes = new ArrayList<>();
    private final ConsumerBrowser browser =
            new ConsumerBrowser(answer -> nodes.add(answer.header(FrontDoor.NODE).orElseThrow()));

    @BeforeAll
    static void setUp(Cluster cluster) {
        realm = TestRealm.create(cluster);
        channels = Channel.all(realm);
        person = Person.create(realm, "consumer");
    }

    @ParameterizedTest(name = "{0}, openID {1}, begun at node {2}")
    @MethodSource("windows")
    @DisplayName("the external window gets its state, and LivePerson its consumer")
    void window(Channel.Kind kind, boolean openId, int first) {
        beginAt(first);
        WindowVisit visit = new WindowVisit(channels.get(kind), openId, person, browser);

        String window = visit.toWindow(visit.open());

        inTurn();
        visit.toAgent(window);
    }

    @ParameterizedTest(name = "begun at node {0}")
    @org.junit.jupiter.params.provider.ValueSource(ints = {0, 1})
    @DisplayName("the brand's page gets its code, LivePerson its token, the page its identity")
    void page(int first) {
        new WindowVisit(channels.get(Channel.Kind.PKCE), false, person, browser).make();
        beginAt(first);

        new PageVisit(channels.get(Channel.Kind.PKCE), person, browser).make();

        assertThat(nodes.get(0)).isNotEqualTo(nodes.get(1));
    }

    static Stream<Arguments> windows() {
        return Stream.of(Channel.Kind.values())
                .flatMap(
                        kind ->
                                Stream.of(
                                        Arguments.of(kind, false, 0),
                                        Arguments.of(kind, false, 1),
                                        Arguments.of(kind, true, 0),
                                        Arguments.of(kind, true, 1)));
    }

    /** Takes turns until it is this node's. */
    private void beginAt(int first) {
        Cluster cluster = (Cluster) realm.keycloak();
        do {
            new ConsumerBrowser(answer -> nodes.add(answer.header(FrontDoor.NODE).orElseThrow()))
                    .get(realm.livePerson("jwks"));
        } while (nodes.get(nodes.size() - 1).equals(cluster.nameAtTheDoor(first)));
        nodes.clear();
    }

    private void inTurn() {
        assertThat(nodes).hasSizeGreaterThan(2);
        for (int step = 1; step < nodes.size(); step++) {
            assertThat(nodes.get(step)).as("step %d", step).isNotEqualTo(nodes.get(step - 1));
        }
    }
}
