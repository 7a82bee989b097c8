package io.github.keycloakliveperson.contract.token;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.LivePersonError.*;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import io.github.keycloakliveperson.contract.key.VerificationKeys;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** L1: RS256 with the brand's key, and nothing else; and L12: how that key is found. */
final class Signature {

    private static final String RS256 = AlgorithmIdentifiers.RSA_USING_SHA256;
    private static final AlgorithmConstraints ONLY_RS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, RS256);

    private final VerificationKeys keys;
    private final Findings out;

    Signature(VerificationKeys keys, Findings out) {
        this.keys = keys;
        this.out = out;
    }

    void judge(String jws, JsonNode header) {
        var alg = header.path("alg").asText("missing");
        out.on(L1, "algorithm", ALGORITHM)
                .judge(alg.equals(RS256), alg, alg + ", but LivePerson accepts only RS256");
        try {
            var chosen = keys.choose(Optional.ofNullable(header.path("kid").textValue()));
            out.add(chosen.kid());
            out.pass(L1, "key size", chosen.key().getModulus().bitLength() + " bits");
            out.on(L1, "signature", SIGNATURE)
                    .judge(
                            alg.equals(RS256) && verifies(jws, chosen.key()),
                            "verified with the key that LivePerson has for the brand",
                            "not made with the key that LivePerson has for the brand");
        } catch (RefusedException e) {
            out.add(e.finding());
            out.notChecked(L1, "signature", "no key to verify it with, see L11 and L12");
        }
    }

    private static boolean verifies(String jws, RSAPublicKey key) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(ONLY_RS256);
            signature.setCompactSerialization(jws);
            signature.setKey(key);
            return signature.verifySignature();
        } catch (JoseException e) {
            return false; // a damaged signature is a wrong one
        }
    }
}
