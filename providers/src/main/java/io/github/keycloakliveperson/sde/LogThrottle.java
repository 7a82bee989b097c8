package io.github.keycloakliveperson.sde;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Allows each subject one log line a minute. It remembers a limited number of subjects; when that
 * many had a line within the last minute, new ones get none until a minute has passed.
 */
final class LogThrottle<S> {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Map<S, Long> lastSpoken = new ConcurrentHashMap<>();
    private final int capacity;
    private final LongSupplier nanoTime;

    LogThrottle(int capacity, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.nanoTime = nanoTime;
    }

    /** Whether the subject may have a line now; if so, records it. */
    boolean maySpeak(S subject) {
        long now = nanoTime.getAsLong();
        Long last = lastSpoken.get(subject);
        if (last != null) {
            return isOver(last, now) && lastSpoken.replace(subject, last, now);
        }
        synchronized (this) {
            if (lastSpoken.size() >= capacity) {
                lastSpoken.values().removeIf(spoken -> isOver(spoken, now));
            }
            return lastSpoken.size() < capacity && lastSpoken.putIfAbsent(subject, now) == null;
        }
    }

    private static boolean isOver(long since, long now) {
        return now - since >= MINUTE_NANOS;
    }
}
