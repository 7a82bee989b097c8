package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many consumers at once, {@code -Dload.consumers=200}, for {@code -Dload.seconds=300}, on two
 * nodes with Keycloak's own JVM settings.
 */
@Tag("load")
@DisplayName("Under load")
class LoadIT {

    private static final int CONSUMERS = Integer.getInteger("load.consumers", 200);
    private static final int SECONDS = Integer.getInteger("load.seconds", 300);
    private static final int SAMPLES = 10;

    /** How much more may stay in use in the end than after warm-up: nothing that adds up. */
    private static final long TOLERANCE_KILOBYTES = 30_000;

    @Test
    @DisplayName("everyone gets their own answers, and memory stays flat after warm-up")
    void load() throws Exception {
        try (Cluster cluster = Cluster.start("");
                TestRealm realm =
                        TestRealm.create(cluster, r -> r.setAccessCodeLifespanLogin(120))) {
            var channels = Channel.all(realm);
            List<Person> persons = Crowd.persons(realm, CONSUMERS);
            List<HeapUse> uses = new ArrayList<>();
            Tally tally;
            try (Crowd crowd = Crowd.gather(channels, persons)) {
                tally = crowd.tally();
                for (int sample = 1; sample <= SAMPLES; sample++) {
                    Thread.sleep(SECONDS * 1_000L / SAMPLES);
                    HeapUse use = HeapUse.afterCollection(cluster);
                    uses.add(use);
                    System.err.printf("%3d s: %s, %s%n", sample * SECONDS / SAMPLES, tally, use);
                }
            }
            System.err.printf("%d consumers, %d s: %s%n", CONSUMERS, SECONDS, tally);

            assertThat(tally.wrong()).isEmpty();
            for (Detour.Kind kind : Detour.Kind.values()) {
                assertThat(tally.detours(kind)).as(tally.toString()).isZero();
            }
            assertThat(tally.done()).isGreaterThan(CONSUMERS);
            // requests go on while the nodes collect: the least of some samples tells what stays
            assertThat(least(uses.subList(6, SAMPLES)))
                    .isLessThan(least(uses.subList(2, 6)) + TOLERANCE_KILOBYTES);
        }
    }

    private static long least(List<HeapUse> uses) {
        return uses.stream().mapToLong(HeapUse::kilobytes).min().orElseThrow();
    }
}
