package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Encrypts signed id_tokens for LivePerson with whichever of its keys is due (L13). */
final class IdTokenEncryptor {

    private static final int PARTS_OF_A_JWS = 3;
    private static final int PARTS_OF_A_JWE = 5;

    private final EncryptionKeys keys;
    private final Map<EncryptionKey, JweWriter> writers = new HashMap<>();

    IdTokenEncryptor(EncryptionKeys keys, ContentEncryption encryption) {
        this.keys = keys;
        for (EncryptionKey key : keys.all()) {
            writers.put(key, new JweWriter(key, encryption));
        }
    }

    EncryptionKeys keys() {
        return keys;
    }

    /**
     * Wraps a signed token (RFC 7519 §5.2, L13: sign first, then encrypt).
     *
     * @param idToken a compact JWS
     * @param now the server's time
     * @return a compact JWE
     * @throws EncryptionRefusal if no key is valid, or the token isn't a JWS
     */
    String encrypt(String idToken, Instant now) throws EncryptionRefusal {
        int parts = idToken.split("\\.", -1).length;
        if (parts == PARTS_OF_A_JWE) {
            throw new EncryptionRefusal(
                    "The id_token is already encrypted: by the encryption settings of the client"
                            + " itself or by a second encryption mapper.",
                    "Clear the ID token encryption algorithms in the advanced settings of the"
                            + " client, and keep one encryption mapper.");
        }
        if (parts != PARTS_OF_A_JWS) {
            throw new EncryptionRefusal(
                    "The id_token is not a signed token.",
                    "Look for another mapper of the client that changes the id_token.");
        }
        return writers.get(keys.select(now)).write(idToken);
    }
}
