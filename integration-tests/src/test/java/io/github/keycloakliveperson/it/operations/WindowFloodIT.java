package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Windows that nobody signs in to, {@code -Dload.windows=30000}, up to the login page, with states
 * of 2 kB. They wait as long as the realm lets a login take, {@code -Dload.timeout=300} seconds
 * here, and both nodes keep a copy of each.
 */
@Tag("load")
@DisplayName("A flood of abandoned windows")
class WindowFloodIT {

    private static final int WINDOWS = Integer.getInteger("load.windows", 30_000);
    private static final int TIMEOUT_SECONDS = Integer.getInteger("load.timeout", 300);
    private static final int AT_ONCE = 8;
    private static final int WARM_UP = 2_000;
    private static final int STATE_BYTES = 1_450;

    /** Infinispan looks for what has expired every five minutes. */
    private static final int REAPED_SECONDS = 330;

    /** The state, the login page's authentication session, and what the caches add to them. */
    private static final double MOST_KILOBYTES_EACH = 6;

    /**
     * What two nodes keep more or less for other reasons; the flood takes several times as much.
     */
    private static final long TOLERANCE_KILOBYTES = 40_000;

    @Test
    @DisplayName("takes the memory of its states, and leaves nothing after the login timeout")
    void abandoned() throws Exception {
        try (Cluster cluster = Cluster.start("-Xmx1g");
                TestRealm realm =
                        TestRealm.create(
                                cluster, r -> r.setAccessCodeLifespanLogin(TIMEOUT_SECONDS))) {
            Channel channel = Channel.make(realm, Channel.Kind.CODE);
            List<Long> others = waitingAtEachNode(cluster);
            open(channel, WARM_UP);
            HeapUse before = HeapUse.afterCollection(cluster);
            long begun = System.nanoTime();

            open(channel, WINDOWS);

            long took = secondsSince(begun);
            List<Long> waiting = waitingAtEachNode(cluster);
            HeapUse full = HeapUse.afterCollection(cluster);
            double each = (full.kilobytes() - before.kilobytes()) / 2.0 / WINDOWS;
            System.err.printf(
                    "%d windows in %d s, %s wait; before %s, now %s: %.2f kB each on each node%n",
                    WINDOWS, took, waiting, before, full, each);
            assertThat(took).as("seconds: none has timed out yet").isLessThan(TIMEOUT_SECONDS);
            assertThat(waiting).allMatch(entries -> entries >= WINDOWS);
            assertThat(each).isLessThan(MOST_KILOBYTES_EACH);

            awaitNoMoreThan(others, cluster);

            HeapUse after = HeapUse.afterCollection(cluster);
            System.err.printf(
                    "none waits %d s after the flood began: %s%n", secondsSince(begun), after);
            assertThat(after.kilobytes()).isLessThan(before.kilobytes() + TOLERANCE_KILOBYTES);
            new WindowVisit(channel, false, Person.create(realm, "later"), new ConsumerBrowser())
                    .make();
        }
    }

    private static void open(Channel channel, int windows) throws Exception {
        ExecutorService consumers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int consumer = 0; consumer < AT_ONCE; consumer++) {
                all.add(() -> openInTurn(channel, windows / AT_ONCE));
            }
            for (Future<Void> one : consumers.invokeAll(all)) {
                one.get();
            }
        } finally {
            consumers.shutdownNow();
        }
    }

    private static List<Long> waitingAtEachNode(Cluster cluster) {
        return IntStream.range(0, 2)
                .mapToObj(node -> new CacheEntries(cluster.metrics(node)).ofSingleUse())
                .toList();
    }

    /** One connection, but each time a browser that was never here before. */
    private static Void openInTurn(Channel channel, int windows) {
        ConsumerBrowser browser = new ConsumerBrowser();
        for (int window = 0; window < windows; window++) {
            String state = WindowVisit.state(STATE_BYTES);
            assertThat(browser.get(channel.window().rfc("code", state, "")).status())
                    .isEqualTo(200);
            browser.cookies().removeIf(cookie -> true);
        }
        return null;
    }

    /** Keycloak itself keeps an entry of its administrator's longer than that. */
    private static void awaitNoMoreThan(List<Long> others, Cluster cluster)
            throws InterruptedException {
        long deadline = System.nanoTime() + (TIMEOUT_SECONDS + REAPED_SECONDS) * 1_000_000_000L;
        List<Long> waiting = waitingAtEachNode(cluster);
        while (!waiting.equals(others) && System.nanoTime() < deadline) {
            Thread.sleep(5_000);
            waiting = waitingAtEachNode(cluster);
        }
        assertThat(waiting).as("entries left on each node").isEqualTo(others);
    }

    private static long secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000_000;
    }
}
