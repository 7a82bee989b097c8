package io.github.keycloakliveperson.window;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Text of LivePerson's window in less memory: deflated (RFC 1951). What comes out is ASCII, so that
 * it passes unchanged through whatever keeps it, databases of any character set included.
 */
final class PackedText {

    /**
     * What a window's address and configuration are made of (L24, L25), the most frequent last.
     * Nodes of a cluster have to agree on it: who changes it gives the store's entries another
     * name.
     */
    private static final byte[] VOCABULARY =
            ("https%3A%2F%2F%2Frealms%2F%2Fliveperson%2Fauthorize%2Fprotocol%2Fopenid-connect%2Ftoken"
                            + "%22issuer%22%22issuerDisplayName%22%22authorizationEndpoint%22"
                            + "%22tokenEndpoint%22%22clientId%22%22jwtPublicKey%22%22jwksUri%22"
                            + "%22MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA%22preferredMethod%22"
                            + "%22jsContext%22%22jsMethodName%22%3A%22lpGetAuthenticationToken%22"
                            + "%22accountId%22%22env%22%3A%22prod%22%22external%22%22engConf%22"
                            + "%22async%22%22scid%22%22cid%22%22eid%22%22lang%22%3A%22en-US%22"
                            + "%22svid%22%22ssid%22%22lewid%22%22allowUnauthMsg%22"
                            + "%22availabilityPolicy%22%22skillId%22%3A%22-1%22%22connector%22%3A%7B"
                            + "%22id%22%22type%22%22name%22%22configuration%22%3A%7B%7D%7D%7D"
                            + "\nRFC\nCODE\nhttps://lpcdn.lpsnmedia.net/le_unified_window/index.html"
                            + "\n?lpUnifiedWindowConfig=%7B%22lpUnifiedWindowConfig%22%3A%7B%22"
                            + "%3Afalse%2C%22%3Atrue%2C%22%22%3A%7B%22%22%3A%22%22%2C%22")
                    .getBytes(StandardCharsets.US_ASCII);

    private PackedText() {}

    /** Packs any well-formed text. */
    static String pack(String text) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setDictionary(VOCABULARY);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /**
     * Unpacks what {@link #pack} made.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static String unpack(String packed) {
        Inflater inflater = new Inflater(true);
        inflater.setDictionary(VOCABULARY);
        byte[] bytes = Base64.getUrlDecoder().decode(packed);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("This was not packed here.", e);
        } finally {
            inflater.end();
        }
    }
}
