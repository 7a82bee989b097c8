package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names all that a server's build result depends on: version, provider bytes, options, environment,
 * JVM.
 */
final class BuildFingerprint {

    private BuildFingerprint() {}

    static String of(
            String version,
            List<Path> providers,
            List<String> command,
            Map<String, String> environment) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            List<String> words =
                    List.of(
                            version,
                            System.getProperty("java.version"),
                            command.toString(),
                            new TreeMap<>(environment).toString());
            for (var word : words) {
                digest.update(word.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            for (var jar : providers) {
                digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(jar));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
