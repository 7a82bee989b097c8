package io.github.keycloakliveperson.it.harness;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What test classes share: started when it is first asked for, closed when the JVM ends.
 *
 * <p>JUnit's root store would close it after each class: where several JVMs share the classes out,
 * each class is a run of its own.
 */
public final class SharedInJvm {

    private static final Map<Object, AutoCloseable> STARTED = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SharedInJvm::closeAll));
    }

    private SharedInJvm() {}

    /**
     * The one of this key, started where there is none yet. What starts may ask for another one,
     * which {@link Map#computeIfAbsent} of a concurrent map would refuse.
     */
    public static synchronized <K, T extends AutoCloseable> T get(
            K key, Function<K, T> start, Class<T> type) {
        AutoCloseable there = STARTED.get(key);
        if (there == null) {
            there = start.apply(key);
            STARTED.put(key, there);
        }
        return type.cast(there);
    }

    /** Side by side, as a JVM that ends has little time left. */
    private static void closeAll() {
        STARTED.values().parallelStream().forEach(SharedInJvm::close);
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            System.err.println(started.getClass().getSimpleName() + " could not be closed: " + e);
        }
    }
}
