package io.github.keycloakliveperson.contract.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jose4j.base64url.Base64Url;
import org.jose4j.lang.ByteUtil;
import org.jose4j.lang.HashUtil;

/**
 * LivePerson's side of PKCE (RFC 7636, L19): it keeps the verifier and sends the challenge.
 *
 * @param verifier 43 characters, for the token call only
 * @param challenge S256 of it, for the page, the app or the window
 */
public record Pkce(String verifier, String challenge) {

    /** The only method that LivePerson supports. */
    public static final String METHOD = "S256";

    private static final int VERIFIER_BYTES = 32;

    /** {@return a new pair} */
    public static Pkce create() {
        return of(Base64Url.encode(ByteUtil.randomBytes(VERIFIER_BYTES)));
    }

    /**
     * @param verifier 43 to 128 unreserved characters
     * @return the pair of this verifier
     */
    public static Pkce of(String verifier) {
        var digest = HashUtil.getMessageDigest("SHA-256").digest(verifier.getBytes(US_ASCII));
        return new Pkce(verifier, Base64Url.encode(digest));
    }

    @Override
    public String toString() {
        return "Pkce[challenge=" + challenge + "]";
    }
}
