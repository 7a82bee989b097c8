package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.check.report.Clause.L11;
import static io.github.keycloakliveperson.check.report.Clause.L12;

import io.github.keycloakliveperson.check.report.Clause;
import io.github.keycloakliveperson.check.report.Findings;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** How LivePerson gets the key that verifies the token (L11, L12). */
final class KeyCheck implements Check {
    @Override
    public List<Clause> clauses() {
        return List.of(L11, L12);
    }

    @Override
    public void run(Run run, Findings out) {
        String address = run.target().endpoints().jwks();
        Optional<KeySet> set = KeySet.at(address, run.http());
        pasted(run, set, out);
        if (set.isEmpty()) {
            out.fail(
                    L11,
                    "JWKS endpoint",
                    "no JSON with an array of keys",
                    "Check the JWKS address; LivePerson must reach it without signing in (error 1038).");
            out.notChecked(L12, "kid", "there is no key set");
            return;
        }
        endpoint(address, set.get(), out);
        kid(run, set.get(), out);
    }

    private static void endpoint(String address, KeySet set, Findings out) {
        List<String> broken =
                set.signing().stream()
                        .filter(key -> !KeySet.wellFormed(key))
                        .map(key -> key.path("kid").asText("one without kid"))
                        .toList();
        out.judge(
                broken.isEmpty() && !set.signing().isEmpty(),
                L11,
                "JWKS endpoint",
                "RS256 signing keys: " + set.signing().size() + malformed(broken),
                "Publish every signing key with kty RSA, kid, and n and e in base64url (error 1038).");
        if (!address.startsWith("https:")) {
            out.warn(
                    L11,
                    "JWKS over https",
                    "the address is plain http",
                    "LivePerson asks over https only.");
        } else {
            out.pass(L11, "JWKS over https", "the address is https");
        }
        int others = set.keys().size() - set.signing().size();
        if (others > 0) {
            out.warn(
                    L11,
                    "nothing else in the set",
                    others + " of " + set.keys().size() + " keys are not for RS256 signatures",
                    "Whether LivePerson skips them is unknown: give it a set of RS256 signing keys"
                            + " alone.");
        } else {
            out.pass(L11, "nothing else in the set", "RS256 signing keys only");
        }
    }

    private static void kid(Run run, KeySet set, Findings out) {
        TokenReading reading = run.token();
        if (reading.token().isEmpty()) {
            out.notChecked(L12, "kid", reading.problem());
            return;
        }
        IdToken token = reading.token().get();
        boolean named = token.header().path("kid").isTextual();
        if (!named && set.keys().size() == 1) {
            out.warn(
                    L12,
                    "kid",
                    "none, and one key in the set",
                    "Put kid into the token's header before a second key comes (error 1042).");
            return;
        }
        out.judge(
                named && set.forHeader(token.header()).isPresent(),
                L12,
                "kid",
                (named ? "in the header" : "not in the header")
                        + ", "
                        + (set.forHeader(token.header()).isPresent() ? "" : "not ")
                        + "one key of the set",
                "Name the signing key in the token's header (error 1042) and publish it (error 1041).");
    }

    private static void pasted(Run run, Optional<KeySet> set, Findings out) {
        Optional<String> pasted = run.target().pastedKey();
        if (pasted.isEmpty()) {
            out.notChecked(L11, "pasted key", "no JWT public key was given");
            return;
        }
        Optional<RSAPublicKey> key = spki(pasted.get());
        Optional<RSAPublicKey> used =
                run.token().token().flatMap(t -> set.flatMap(s -> s.forHeader(t.header())));
        boolean same =
                key.isPresent()
                        && (used.isEmpty()
                                || used.get().getModulus().equals(key.get().getModulus()));
        out.judge(
                same,
                L11,
                "pasted key",
                key.isEmpty()
                        ? "no base64 SPKI on one line"
                        : same ? "base64 SPKI, the key in use" : "not the key in use",
                "Paste the signing key in use: base64 of its SPKI, one line, no header (error 1005).");
    }

    private static Optional<RSAPublicKey> spki(String text) {
        try {
            byte[] der = Base64.getDecoder().decode(text);
            return Optional.of(
                    (RSAPublicKey)
                            KeyFactory.getInstance("RSA")
                                    .generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    private static String malformed(List<String> broken) {
        return broken.isEmpty() ? "" : ", " + broken.size() + " malformed";
    }
}
