package io.github.keycloakliveperson.sde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The log has one line a minute about a subject")
class LogThrottleTest {

    private static final long SECOND = 1_000_000_000L;

    // as if the clock had begun in the negative, which nanoTime may do
    private final AtomicLong clock = new AtomicLong(-30 * SECOND);
    private final LogThrottle<String> limit = new LogThrottle<>(2, clock::get);

    @Test
    void and_again_after_the_minute() {
        assertThat(limit.maySpeak("a")).isTrue();
        clock.addAndGet(59 * SECOND);
        assertThat(limit.maySpeak("a")).isFalse();
        clock.addAndGet(SECOND);
        assertThat(limit.maySpeak("a")).isTrue();
        assertThat(limit.maySpeak("a")).isFalse();
    }

    @Test
    void each_for_itself() {
        assertThat(limit.maySpeak("a")).isTrue();
        assertThat(limit.maySpeak("b")).isTrue();
    }

    @Test
    void but_not_about_more_subjects_than_it_remembers() {
        limit.maySpeak("a");
        clock.addAndGet(30 * SECOND);
        limit.maySpeak("b");

        assertThat(limit.maySpeak("c")).isFalse();
        clock.addAndGet(30 * SECOND);
        assertThat(limit.maySpeak("c")).as("a's minute is over").isTrue();
        assertThat(limit.maySpeak("d")).isFalse();
    }

    @Test
    void to_one_of_many_threads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                tries.add(() -> limit.maySpeak("a"));
            }
            int spoken = 0;
            for (Future<Boolean> result : threads.invokeAll(tries)) {
                spoken += result.get() ? 1 : 0;
            }
            assertThat(spoken).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
