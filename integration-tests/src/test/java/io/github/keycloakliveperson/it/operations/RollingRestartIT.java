package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.TestRealm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Node after node, as for a new version of anything, while consumers go on. */
@RealCluster
@DisplayName("A rolling restart under load")
class RollingRestartIT {

    private static final int CONSUMERS = 3;

    /** After so many seconds nginx tries a node again that doesn't answer yet. */
    private static final int FAIL_TIMEOUT = 10;

    private final Cluster cluster;
    @AutoClose private TestRealm realm;

    RollingRestartIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void setUp() {
        realm = TestRealm.create(cluster);
    }

    @Test
    @DisplayName("mixes up no state and no consumer, and fails over")
    void rollingRestart() {
        Map<Channel.Kind, Channel> channels = Channel.all(realm);
        List<Person> persons = Crowd.persons(realm, CONSUMERS);
        long lostBefore = codesLost();
        long[] done = new long[3];
        long begun = System.nanoTime();
        Tally tally;
        try (Crowd crowd = Crowd.gather(channels, persons)) {
            tally = crowd.tally();
            for (int node = 0; node < 2; node++) {
                cluster.stop(node);
                cluster.start(node);
                cluster.awaitAtTheDoor(node);
                done[node + 1] = tally.done();
            }
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        System.err.println("Rolling restart: " + tally + " in " + seconds + " s");

        assertThat(tally.wrong()).isEmpty();
        assertThat(tally.detours(Detour.Kind.OTHER))
                .as("only codes that Keycloak's caches lost on the move: " + tally)
                .isLessThanOrEqualTo(codesLost() - lostBefore);
        assertThat(done[1]).as("while the first restarted").isPositive();
        assertThat(done[2]).as("while the second restarted").isGreaterThan(done[1]);
        assertThat(tally.detours())
                .as(
                        "only what was on its way to a node when that went, or looked whether it's back: "
                                + tally)
                .isLessThanOrEqualTo(CONSUMERS * 2L + seconds / FAIL_TIMEOUT);
    }

    /**
     * How often Keycloak itself took a code for a used one, which happens while its caches are
     * moved.
     */
    private long codesLost() {
        return cluster.log()
                .lines()
                .filter(line -> line.contains("OAuth2CodeParser") && line.contains("already used"))
                .count();
    }
}
