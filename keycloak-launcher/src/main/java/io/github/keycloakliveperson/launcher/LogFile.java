package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A server's log.
 *
 * @param path where it is written
 */
public record LogFile(Path path) {

    /**
     * Reads all that has been logged so far.
     *
     * @return the text; empty while there is none
     */
    public String text() {
        try {
            return Files.exists(path)
                    ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException e) {
            return "(the log " + path + " can't be read: " + e.getMessage() + ")";
        }
    }

    /**
     * Reads the end of the log.
     *
     * @param count how many lines at the most
     */
    public String lastLines(int count) {
        return lastLines(text(), count);
    }

    static String lastLines(String text, int count) {
        var lines = text.strip().split("\n", -1);
        int from = Math.max(0, lines.length - count);
        return String.join("\n", java.util.Arrays.copyOfRange(lines, from, lines.length));
    }
}
