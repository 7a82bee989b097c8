package io.github.keycloakliveperson.contract.key;

import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** The brand's keys, as LivePerson holds or fetches them (L11, L12). */
public interface VerificationKeys {

    /** The shortest key LivePerson takes (L1), in bits. */
    int MINIMUM_BITS = 2048;

    /**
     * Chooses the key for a signature.
     *
     * @param kid the JWS header's {@code kid}, empty when it has none
     * @return an RSA key of {@link #MINIMUM_BITS} or more
     * @throws RefusedException 1005, 1038, 1041 or 1042
     */
    RSAPublicKey choose(Optional<String> kid) throws RefusedException;

    /**
     * @param key any key
     * @return the same key when LivePerson can use it
     * @throws RefusedException 1005 when it is not RSA or too short
     */
    static RSAPublicKey usable(PublicKey key) throws RefusedException {
        if (!(key instanceof RSAPublicKey rsa)) {
            throw new RefusedException(
                    LivePersonError.KEY_FORMAT, "L1", "The brand's key is not an RSA key.");
        }
        var bits = rsa.getModulus().bitLength();
        if (bits < MINIMUM_BITS) {
            throw new RefusedException(
                    LivePersonError.KEY_FORMAT,
                    "L1",
                    "The brand's RSA key has " + bits + " bits; LivePerson wants 2048 or more.");
        }
        return rsa;
    }
}
