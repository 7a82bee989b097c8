package io.github.keycloakliveperson.window.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.keycloak.jose.jws.crypto.HashUtils;

/** A text in UTF-8 that comes with the JAR and is served as it is. */
record Resource(String text) {

    /** Reads a file next to this class; a missing one is an error in the build. */
    static Resource named(String name) {
        try (InputStream stream = Resource.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the JAR");
            }
            return new Resource(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code sha384-…}, as Content-Security-Policy and Subresource Integrity write a hash. */
    String integrity(int bits) {
        return "sha" + bits + "-" + Base64.getEncoder().encodeToString(digest("SHA-" + bits));
    }

    /** Twelve hexadecimal digits that change with the content. */
    String version() {
        return HexFormat.of().formatHex(digest("SHA-256"), 0, 6);
    }

    private byte[] digest(String algorithm) {
        return HashUtils.hash(algorithm, text.getBytes(StandardCharsets.UTF_8));
    }
}
