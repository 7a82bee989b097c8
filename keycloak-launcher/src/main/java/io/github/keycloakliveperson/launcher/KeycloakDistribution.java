package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An unpacked Keycloak server distribution, never started in place.
 *
 * @param version the Keycloak version
 * @param directory its top: {@code bin}, {@code lib}, {@code providers} …
 */
record KeycloakDistribution(String version, Path directory) {

    private static final String ARTIFACT = "keycloak-quarkus-dist";

    /**
     * Finds a version in the cache, or has Maven resolve it and unpacks it there, once.
     *
     * @throws LaunchException when Maven can't resolve it
     */
    static KeycloakDistribution resolve(String version, LauncherCache cache, MavenCommand maven) {
        var name = "keycloak-" + version;
        return cache.locked(
                name,
                () -> {
                    var directory = cache.resolve(name);
                    if (!Files.isDirectory(directory)) {
                        unpack(version, directory, cache, maven);
                    }
                    return new KeycloakDistribution(version, directory);
                });
    }

    private static void unpack(
            String version, Path directory, LauncherCache cache, MavenCommand maven) {
        var workplace = cache.resolve(directory.getFileName() + ".unpacking");
        try {
            new FileTree(workplace).delete();
            Files.createDirectories(workplace);
            maven.copyArtifact("org.keycloak:" + ARTIFACT + ":" + version + ":zip", workplace);
            var zip = workplace.resolve(ARTIFACT + "-" + version + ".zip");
            unzip(zip, workplace);
            Files.move(
                    workplace.resolve("keycloak-" + version),
                    directory,
                    StandardCopyOption.ATOMIC_MOVE);
            new FileTree(workplace).delete();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Keycloak " + version + " can't be unpacked into " + directory, e);
        }
    }

    private static void unzip(Path zip, Path target) throws IOException {
        try (var file = Files.newInputStream(zip);
                var entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException(zip + " holds a path outside itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(entries, path);
                }
            }
        }
        // java.util.zip drops the permissions; of all files only the scripts need one
        for (var script : scripts(target)) {
            if (!script.toFile().setExecutable(true)) {
                throw new IOException(script + " can't be made executable");
            }
        }
    }

    private static List<Path> scripts(Path target) throws IOException {
        try (var files = Files.find(target, 3, (path, a) -> path.toString().endsWith(".sh"))) {
            return files.toList();
        }
    }
}
