package io.github.keycloakliveperson.sde;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.keycloak.jose.jws.crypto.HashUtils;

/**
 * Names a consumer in the log without personal data. Keycloak's own ids are random and are shown
 * unchanged. An id that a storage provider, an import or an identity provider chose may be an
 * e-mail address, a name or a customer number, so only a digest of it is shown, which an admin can
 * compare.
 */
final class LoggedUser {

    private static final Pattern RANDOM =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** {@code f:}, the storage provider's id, and its own id of the user. */
    private static final Pattern STORED =
            Pattern.compile("(f:[A-Za-z0-9_-]{1,36}:).*", Pattern.DOTALL);

    private static final int SHOWN_BYTES = 4;

    private LoggedUser() {}

    /**
     * The id if it is a UUID; else the storage provider's part of it, if it has one, and the first
     * eight hexadecimal digits of the whole id's SHA-256.
     */
    static String of(String id) {
        if (RANDOM.matcher(id).matches()) {
            return id;
        }
        var digest = HashUtils.hash("SHA-256", id.getBytes(StandardCharsets.UTF_8));
        var stored = STORED.matcher(id);
        return (stored.matches() ? stored.group(1) : "")
                + "sha256-"
                + HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
    }
}
