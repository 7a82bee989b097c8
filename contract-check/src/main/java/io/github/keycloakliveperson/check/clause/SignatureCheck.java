package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.check.report.Clause.L1;

import io.github.keycloakliveperson.check.report.Clause;
import io.github.keycloakliveperson.check.report.Findings;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The signature (L1). */
final class SignatureCheck implements Check {
    private static final int SMALLEST_KEY = 2048;

    @Override
    public List<Clause> clauses() {
        return List.of(L1);
    }

    @Override
    public void run(Run run, Findings out) {
        TokenReading reading = run.token();
        if (reading.token().isEmpty()) {
            out.fail(L1, "id_token", reading.problem(), "LivePerson needs a signed id_token.");
            return;
        }
        IdToken token = reading.token().get();
        String alg = token.header().path("alg").asText("missing");
        out.judge(
                alg.equals("RS256"),
                L1,
                "algorithm",
                alg,
                "Sign the id_token with RS256; LivePerson takes nothing else (error 1003).");
        Optional<RSAPublicKey> key =
                KeySet.at(run.target().endpoints().jwks(), run.http())
                        .flatMap(set -> set.forHeader(token.header()));
        if (key.isEmpty()) {
            out.notChecked(L1, "signature", "no key to verify it with, see L11 and L12");
            return;
        }
        int bits = key.get().getModulus().bitLength();
        out.judge(bits >= SMALLEST_KEY, L1, "key size", bits + " bits", "Use 2048 bits or more.");
        boolean verified = alg.equals("RS256") && verifies(token, key.get());
        out.judge(
                verified,
                L1,
                "signature",
                verified ? "verified with the published key" : "not of the published key",
                "Publish the key that signs (error 9007).");
    }

    private static boolean verifies(IdToken token, RSAPublicKey key) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setDoKeyValidation(false); // the size is a finding of its own
            jws.setAlgorithmConstraints(
                    new AlgorithmConstraints(
                            AlgorithmConstraints.ConstraintType.PERMIT,
                            AlgorithmIdentifiers.RSA_USING_SHA256));
            jws.setCompactSerialization(token.signed());
            jws.setKey(key);
            return jws.verifySignature();
        } catch (JoseException broken) {
            return false;
        }
    }
}
