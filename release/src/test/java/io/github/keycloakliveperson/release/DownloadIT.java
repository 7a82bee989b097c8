package io.github.keycloakliveperson.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the README's first command, with the release's directory in its address's place. */
@DisplayName("The README's download")
class DownloadIT {

    private static final Pattern BLOCK =
            Pattern.compile("(?s)<!-- run: download -->\n *```sh\n(.*?)\n *```");
    private static final Pattern ADDRESS = Pattern.compile("https://\\S+/releases/latest/download");

    @TempDir private Path mirror;
    @TempDir private Path downloads;

    @Test
    @DisplayName("gets the JAR, and confirms its checksum")
    void whole() throws Exception {
        copy("keycloak-liveperson.jar");
        copy("SHA256SUMS");

        var download = Command.run(command(), downloads);

        assertThat(download.said()).contains("keycloak-liveperson.jar: OK");
        assertThat(download.exit()).isZero();
        assertThat(downloads.resolve("keycloak-liveperson.jar"))
                .hasSameBinaryContentAs(ReleaseFiles.file(ReleaseFiles.JAR));
    }

    @Test
    @DisplayName("fails if a byte of the JAR differs")
    void spoiled() throws Exception {
        copy("keycloak-liveperson.jar");
        copy("SHA256SUMS");
        Files.write(
                mirror.resolve("keycloak-liveperson.jar"), new byte[1], StandardOpenOption.APPEND);

        var download = Command.run(command(), downloads);

        assertThat(download.said()).contains("keycloak-liveperson.jar: FAILED");
        assertThat(download.exit()).isNotZero();
    }

    private void copy(String name) throws IOException {
        Files.copy(
                ReleaseFiles.file(name), mirror.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private String command() throws IOException {
        var block = BLOCK.matcher(Files.readString(ReleaseFiles.PROJECT.resolve("README.md")));
        assertThat(block.find()).isTrue();
        var address = ADDRESS.matcher(block.group(1));
        assertThat(address.find()).isTrue();
        return address.replaceFirst(mirror.toUri().toString());
    }
}
