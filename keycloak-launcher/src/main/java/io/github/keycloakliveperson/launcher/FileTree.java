package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A directory with all that is in it.
 *
 * @param root its top
 */
public record FileTree(Path root) {

    /**
     * Copies the tree, sharing the bytes of files that nobody writes to.
     *
     * @param target the new top; made if it isn't there
     * @param neverWritten tells, from the path below the top, which files may be hard links
     */
    public void copyTo(Path target, Predicate<Path> neverWritten) throws IOException {
        for (var path : paths()) {
            var below = root.relativize(path);
            var copy = target.resolve(below.toString());
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(copy);
            } else if (!neverWritten.test(below) || !linked(copy, path)) {
                Files.copy(
                        path,
                        copy,
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Deletes the tree; nothing happens when it isn't there. */
    public void delete() throws IOException {
        if (Files.exists(root)) {
            var paths = paths();
            Collections.reverse(paths);
            for (var path : paths) {
                Files.delete(path);
            }
        }
    }

    /** All of them, each after the directory that it is in. */
    private List<Path> paths() throws IOException {
        try (var paths = Files.walk(root)) {
            return paths.collect(Collectors.toCollection(ArrayList::new));
        }
    }

    private static boolean linked(Path copy, Path file) {
        try {
            Files.createLink(copy, file);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false; // another file system: a copy works too
        }
    }
}
