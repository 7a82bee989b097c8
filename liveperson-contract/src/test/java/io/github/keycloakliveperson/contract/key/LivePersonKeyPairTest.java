package io.github.keycloakliveperson.contract.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.contract.clause.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("LivePerson's key pair")
class LivePersonKeyPairTest {

    @TempDir private Path folder;

    @Test
    @DisplayName("is supplied as base64 SPKI on one line (L14)")
    void handedOut() throws RefusedException {
        var pair = LivePersonKeyPair.generate("lpsso2026");

        assertThat(pair.publicKeyAsHandedOut()).matches("[A-Za-z0-9+/]+=*").startsWith("MIIBIj");
        assertThat(new PastedKey(pair.publicKeyAsHandedOut()).choose(Optional.empty()).key())
                .isEqualTo(pair.publicKey());
        assertThat(pair.toString()).isEqualTo("LivePersonKeyPair[kid=lpsso2026]");
    }

    @Test
    @DisplayName("is created at the first start and read later, and only its owner can read it")
    void kept() throws IOException {
        var file = folder.resolve("deep/liveperson.key");

        var first = LivePersonKeyPair.keptIn(file, "lpsso2026");
        var second = LivePersonKeyPair.keptIn(file, "lpsso2026");

        assertThat(second.privateKey()).isEqualTo(first.privateKey());
        assertThat(second.publicKey()).isEqualTo(first.publicKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("says which file is damaged")
    void damaged() throws IOException {
        var file = Files.writeString(folder.resolve("key"), "not a key");

        assertThatThrownBy(() -> LivePersonKeyPair.keptIn(file, "lpsso2026"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Delete it");
    }
}
