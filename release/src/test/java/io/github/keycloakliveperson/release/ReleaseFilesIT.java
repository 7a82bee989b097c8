package io.github.keycloakliveperson.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A release")
class ReleaseFilesIT {

    @Test
    @DisplayName("consists of these files, under names that stay from version to version")
    void files() throws IOException {
        assertThat(ReleaseFiles.names())
                .containsExactly(
                        "SHA256SUMS",
                        "keycloak-liveperson-alerts.yml",
                        "keycloak-liveperson-dashboard.json",
                        "keycloak-liveperson-javadoc.jar",
                        "keycloak-liveperson-sources.jar",
                        "keycloak-liveperson-templates.zip",
                        "keycloak-liveperson.cdx.json",
                        "keycloak-liveperson.jar",
                        "liveperson-check.jar");
    }

    @Test
    @DisplayName("has the checksum of every file except the list itself")
    void checksums() throws Exception {
        var sums = new StringBuilder();
        for (var name : ReleaseFiles.names()) {
            if (!name.equals(ReleaseFiles.CHECKSUMS)) {
                sums.append(sha256(ReleaseFiles.file(name))).append(" *").append(name).append('\n');
            }
        }

        assertThat(ReleaseFiles.file(ReleaseFiles.CHECKSUMS)).hasContent(sums.toString());
    }

    @Test
    @DisplayName(
            "has the same version in the JAR, in its bill of materials and in the "
                    + "contract check")
    void version() throws Exception {
        for (var name : List.of(ReleaseFiles.JAR, "liveperson-check.jar")) {
            try (var jar = new JarFile(ReleaseFiles.file(name).toFile())) {
                assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                        .as(name)
                        .isEqualTo(ReleaseFiles.VERSION);
            }
        }
        assertThat(ReleaseFiles.bill().at("/metadata/component/version").asText())
                .isEqualTo(ReleaseFiles.VERSION);
        var check = Command.run("java -jar liveperson-check.jar --version", DIRECTORY);
        assertThat(check.exit()).isZero();
        assertThat(check.said()).contains(ReleaseFiles.VERSION);
    }

    @Test
    @DisplayName("has the source and the documentation of every public class of its own")
    void sources() throws IOException {
        var sources = names("keycloak-liveperson-sources.jar");
        var classes =
                names(ReleaseFiles.JAR).stream()
                        .filter(name -> name.endsWith(".class") && !name.contains("/shaded/"))
                        .map(name -> name.replaceAll("(\\$.*)?\\.class$", ""))
                        .collect(Collectors.toSet());

        assertThat(classes).isNotEmpty().allMatch(name -> sources.contains(name + ".java"));
        assertThat(names("keycloak-liveperson-javadoc.jar"))
                .contains("index.html", "io/github/keycloakliveperson/sde/CustomerInfoMapper.html");
    }

    @Test
    @DisplayName("has the templates as they are in the JAR")
    void templates() throws IOException {
        var zip = ReleaseFiles.content(ReleaseFiles.file("keycloak-liveperson-templates.zip"));
        var jar = ReleaseFiles.content(ReleaseFiles.file(ReleaseFiles.JAR));

        assertThat(zip).containsKeys("realm-templates/liveperson-realm.json");
        zip.forEach(
                (name, content) -> {
                    if (name.endsWith(".json")) {
                        assertThat(jar.get("io/github/keycloakliveperson/" + name))
                                .as(name)
                                .isEqualTo(content);
                    }
                });
        assertThat(zip.keySet().stream().filter(name -> name.endsWith(".json")))
                .hasSameSizeAs(
                        jar.keySet().stream()
                                .filter(name -> name.contains("realm-templates/"))
                                .toList());
    }

    @Test
    @DisplayName("goes into an image that contains only the JAR")
    void image() throws IOException {
        try (var lines = Files.lines(ReleaseFiles.PROJECT.resolve("release/Dockerfile"))) {
            assertThat(lines.filter(line -> !line.startsWith("#")))
                    .containsExactly("FROM scratch", "COPY " + ReleaseFiles.JAR + " /");
        }
    }

    private static final Path DIRECTORY = ReleaseFiles.DIRECTORY;

    private static Set<String> names(String archive) throws IOException {
        return ReleaseFiles.content(ReleaseFiles.file(archive)).keySet();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
