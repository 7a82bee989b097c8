package io.github.keycloakliveperson.check;

import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The key that decrypts tokens (L13). */
final class EncryptionOptions {
    @Option(
            names = "--liveperson-key",
            description =
                    "File with an RSA private key (PKCS#8). The provider has its public key in place"
                            + " of LivePerson's, so tokens must be encrypted.")
    Path livePersonKey;

    @Option(
            names = "--liveperson-key-id",
            defaultValue = "",
            description = "The kid that encrypted tokens must carry.")
    String livePersonKeyId;

    /**
     * The key, where one is given.
     *
     * @throws IllegalArgumentException when the file contains no such key
     */
    Optional<LivePersonKeyPair> key() {
        if (livePersonKey == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LivePersonKeyPair.parse(Files.readString(livePersonKey), livePersonKeyId));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "The file " + livePersonKey + " of --liveperson-key can't be read.",
                    unreadable);
        }
    }
}
