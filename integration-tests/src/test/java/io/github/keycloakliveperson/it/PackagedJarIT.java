package io.github.keycloakliveperson.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What is in the JAR: all providers share one class loader with Keycloak (K22), so a class or file
 * too many breaks other people's servers.
 */
@DisplayName("K22: the JAR contains nothing that could conflict with other JARs")
class PackagedJarIT {

    private static final int MOST_BYTES = 800_000;

    private static final List<Pattern> ALLOWED =
            List.of(
                    Pattern.compile("io/github/keycloakliveperson/.+"),
                    Pattern.compile("theme/liveperson-[^/]+/.+"),
                    Pattern.compile("theme-resources/.+"),
                    Pattern.compile("META-INF/keycloak-themes\\.json"),
                    Pattern.compile("META-INF/MANIFEST\\.MF"),
                    Pattern.compile("META-INF/(LICENSE|THIRD-PARTY\\.txt)"),
                    Pattern.compile(
                            "META-INF/maven/io\\.github\\.keycloak-liveperson"
                                    + "/keycloak-liveperson/pom\\.(xml|properties)"),
                    Pattern.compile("META-INF/services/org\\.keycloak\\..+"));

    private static final Path JAR = ServerSetup.extensionJar();

    @Test
    void it_is_smaller_than_800_kB() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(MOST_BYTES);
    }

    @Test
    void every_file_is_its_own() throws IOException {
        assertThat(files())
                .allSatisfy(
                        name ->
                                assertThat(ALLOWED)
                                        .as(name)
                                        .anyMatch(allowed -> allowed.matcher(name).matches()));
    }

    @Test
    void no_file_is_there_twice() throws IOException {
        assertThat(files()).doesNotHaveDuplicates();
    }

    @Test
    void nimbus_is_there_under_a_name_of_its_own_only() throws IOException {
        assertThat(files())
                .contains(
                        "io/github/keycloakliveperson/shaded/nimbusds/jose/crypto/impl/RSA_OAEP_SHA2.class");
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (ZipEntry entry : jar.stream().filter(PackagedJarIT::isLoaded).toList()) {
                byte[] content = jar.getInputStream(entry).readAllBytes();
                assertThat(new String(content, StandardCharsets.ISO_8859_1))
                        .as(entry.getName())
                        .doesNotContain("com/nimbusds/")
                        .doesNotContain("com.nimbusds.");
            }
        }
    }

    @Test
    void it_tells_its_version() throws IOException {
        assertThat(ServerSetup.extensionVersion()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void every_service_it_names_is_in_it() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<JarEntry> services =
                    jar.stream()
                            .filter(entry -> entry.getName().startsWith("META-INF/services/"))
                            .filter(entry -> !entry.isDirectory())
                            .toList();
            assertThat(services).isNotEmpty();
            for (JarEntry service : services) {
                String text =
                        new String(
                                jar.getInputStream(service).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text.lines())
                        .isNotEmpty()
                        .allSatisfy(
                                provider ->
                                        assertThat(
                                                        jar.getEntry(
                                                                provider.replace('.', '/')
                                                                        + ".class"))
                                                .as(provider)
                                                .isNotNull());
            }
        }
    }

    private static boolean isLoaded(ZipEntry entry) {
        return entry.getName().endsWith(".class")
                || entry.getName().startsWith("META-INF/services/");
    }

    private static List<String> files() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }
}
