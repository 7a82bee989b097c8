package io.github.keycloakliveperson.contract.key;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.LivePersonError.*;

import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/** The brand's keys, as LivePerson holds or fetches them (L11, L12). */
public interface VerificationKeys {

    /** The shortest key that LivePerson accepts (L1), in bits. */
    int MINIMUM_BITS = 2048;

    /**
     * The key for a signature.
     *
     * @param key an RSA key of {@link #MINIMUM_BITS} or more
     * @param kid the finding about the token's {@code kid} (L12)
     */
    record Chosen(RSAPublicKey key, Finding kid) {}

    /**
     * Chooses the key for a signature.
     *
     * @param kid the JWS header's {@code kid}, empty when it has none
     * @return the key
     * @throws RefusedException 1005, 1038, 1041 or 1042
     */
    Chosen choose(Optional<String> kid) throws RefusedException;

    /** {@return the findings about the keys themselves (L11), whatever they sign} */
    List<Finding> findings();

    /**
     * @param key any key
     * @return the same key when LivePerson can use it
     * @throws RefusedException 1005 when it is not RSA or too short
     */
    static RSAPublicKey usable(PublicKey key) throws RefusedException {
        if (!(key instanceof RSAPublicKey rsa)) {
            throw unusable("the brand's key is not an RSA key");
        }
        var bits = rsa.getModulus().bitLength();
        if (bits < MINIMUM_BITS) {
            throw unusable(bits + " bits; LivePerson wants 2048 or more");
        }
        return rsa;
    }

    private static RefusedException unusable(String why) {
        return new RefusedException(L1, "key size", KEY_FORMAT, why);
    }
}
