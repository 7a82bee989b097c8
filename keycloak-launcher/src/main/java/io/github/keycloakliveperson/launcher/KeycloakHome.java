package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/**
 * A home of one server run: its own configuration, providers and data, over a shared distribution.
 *
 * @param directory its top
 */
record KeycloakHome(Path directory) {

    /** Keycloak compares providers by name and time (K24): equal bytes get an equal time. */
    private static final FileTime PROVIDER_TIME = FileTime.from(Instant.EPOCH.plusSeconds(1));

    private static final Path BUILD_RESULT = Path.of("lib", "quarkus");

    /**
     * Makes a home, keeping the data of an earlier run in the same place.
     *
     * @param providers JARs for {@code providers}
     * @param realms realm files for {@code data/import}
     */
    static KeycloakHome prepare(
            Path directory,
            KeycloakDistribution distribution,
            List<Path> providers,
            List<Path> realms) {
        var home = new KeycloakHome(directory);
        try {
            for (String part :
                    List.of("bin", "lib", "conf", "providers", "themes", "data/import")) {
                new FileTree(directory.resolve(part)).delete();
            }
            new FileTree(distribution.directory())
                    .copyTo(
                            directory,
                            path -> path.startsWith("lib") && !path.startsWith(BUILD_RESULT));
            for (var jar : providers) {
                var copy = copyInto(directory.resolve("providers"), jar);
                Files.setLastModifiedTime(copy, PROVIDER_TIME);
            }
            for (var realm : realms) {
                copyRealm(directory.resolve("data").resolve("import"), realm);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The server's home " + directory + " can't be made", e);
        }
        return home;
    }

    Path script(String name) {
        return directory.resolve("bin").resolve(name);
    }

    /**
     * Takes over what {@code kc.sh} built in an earlier run with the very same parts.
     *
     * @return whether there was such a run
     */
    boolean adoptBuild(Path saved) {
        boolean built = Files.isDirectory(saved);
        if (built) {
            copyBuild(saved, directory.resolve(BUILD_RESULT));
        }
        return built;
    }

    /** Keeps what {@code kc.sh} built, for {@link #adoptBuild}. */
    void saveBuild(Path saved) {
        if (!Files.isDirectory(saved)) {
            var workplace = saved.resolveSibling(saved.getFileName() + ".saving");
            copyBuild(directory.resolve(BUILD_RESULT), workplace);
            try {
                Files.move(workplace, saved, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void copyBuild(Path from, Path to) {
        try {
            new FileTree(to).delete();
            new FileTree(from).copyTo(to, path -> false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keycloak insists that a file named {@code X-realm.json} holds the realm X. */
    private static void copyRealm(Path target, Path file) throws IOException {
        var name = file.getFileName().toString().replaceFirst("-realm\\.json$", ".json");
        Files.createDirectories(target);
        Files.copy(file, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path copyInto(Path target, Path file) throws IOException {
        Files.createDirectories(target);
        return Files.copy(
                file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
}
