package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

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
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attrs)
                            throws IOException {
                        Files.createDirectories(target.resolve(root.relativize(dir).toString()));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attrs)
                            throws IOException {
                        var below = root.relativize(file);
                        var copy = target.resolve(below.toString());
                        if (!neverWritten.test(below) || !linked(copy, file)) {
                            Files.copy(
                                    file,
                                    copy,
                                    StandardCopyOption.COPY_ATTRIBUTES,
                                    StandardCopyOption.REPLACE_EXISTING);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** Deletes the tree; nothing happens when it isn't there. */
    public void delete() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attrs)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, IOException failure)
                            throws IOException {
                        Files.delete(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static boolean linked(Path copy, Path file) {
        try {
            Files.createLink(copy, file);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false; // another file system: a copy serves as well
        }
    }
}
