package io.github.keycloakliveperson.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/** The directory that a release is published from. */
final class ReleaseFiles {

    static final Path DIRECTORY = Path.of(System.getProperty("release.files"));
    static final Path PROJECT = Path.of(System.getProperty("basedir")).getParent();
    static final String VERSION = System.getProperty("release.version");

    static final String CHECKSUMS = "SHA256SUMS";
    static final String JAR = "keycloak-liveperson.jar";

    private ReleaseFiles() {}

    /** The names of its files, sorted. */
    static List<String> names() throws IOException {
        try (var files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** One of its files. */
    static Path file(String name) {
        return DIRECTORY.resolve(name);
    }

    /** An archive's content, without directories. */
    static Map<String, byte[]> content(Path archive) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
                content.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return content;
    }

    /** The JAR's bill of materials. */
    static JsonNode bill() throws IOException {
        return new ObjectMapper().readTree(file("keycloak-liveperson.cdx.json").toFile());
    }
}
