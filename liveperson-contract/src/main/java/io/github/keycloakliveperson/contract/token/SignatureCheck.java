package io.github.keycloakliveperson.contract.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import io.github.keycloakliveperson.contract.key.VerificationKeys;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** L1: RS256 by the brand's key, and nothing else. */
final class SignatureCheck {

    private static final AlgorithmConstraints ONLY_RS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);

    private final VerificationKeys keys;

    SignatureCheck(VerificationKeys keys) {
        this.keys = keys;
    }

    void verify(String jws, JsonNode header) throws RefusedException {
        if (!AlgorithmIdentifiers.RSA_USING_SHA256.equals(header.path("alg").asText(""))) {
            throw new RefusedException(
                    LivePersonError.ALGORITHM,
                    "L1",
                    "The token's alg is not RS256, the only one LivePerson takes.");
        }
        var key = keys.choose(Optional.ofNullable(header.path("kid").textValue()));
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(ONLY_RS256);
            signature.setCompactSerialization(jws);
            signature.setKey(key);
            if (signature.verifySignature()) {
                return;
            }
        } catch (JoseException e) {
            // Told below: a damaged signature is a wrong one.
        }
        throw new RefusedException(
                LivePersonError.SIGNATURE,
                "L11",
                "The signature was not made by the key that LivePerson has for the brand.");
    }
}
