package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * The directory for what is expensive to create: unpacked distributions and servers' build results.
 *
 * <p>Several processes may use it at once; {@link #locked} lets one of them work at a time.
 *
 * @param directory where it is
 */
record LauncherCache(Path directory) {

    /** Names another place for the cache than {@code ~/.cache/keycloak-liveperson}. */
    static final String LOCATION_PROPERTY = "keycloak.liveperson.cache";

    private static final Object IN_THIS_JVM = new Object();

    static LauncherCache standard() {
        var location = System.getProperty(LOCATION_PROPERTY);
        var directory =
                location != null
                        ? Path.of(location)
                        : Path.of(System.getProperty("user.home"), ".cache", "keycloak-liveperson");
        return new LauncherCache(directory);
    }

    /** Resolves a name in the cache, whether it exists or not. */
    Path resolve(String name) {
        return directory.resolve(name);
    }

    /**
     * Runs work that only one process at a time may do.
     *
     * @param name what is worked on; other names are not held up
     * @param work what to do
     * @return what the work returns
     */
    <T> T locked(String name, Supplier<T> work) {
        try {
            Files.createDirectories(directory);
            // a FileLock holds between processes only; threads of one JVM need the monitor
            synchronized (IN_THIS_JVM) {
                try (var channel =
                                FileChannel.open(
                                        resolve(name + ".lock"),
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.WRITE);
                        var lock = channel.lock()) {
                    assert lock.isValid();
                    return work.get();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The cache " + directory + " can't be used: " + e.getMessage(), e);
        }
    }
}
