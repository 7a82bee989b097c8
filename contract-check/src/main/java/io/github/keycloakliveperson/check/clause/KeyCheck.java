package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L11;

import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.key.PastedKey;
import io.github.keycloakliveperson.contract.token.TokenVerifier;

/** How LivePerson gets the key to verify the token (L11). */
final class KeyCheck {

    private KeyCheck() {}

    static void run(Run run, Findings out) {
        var target = run.target();
        if (target.pastedKey().isEmpty()) {
            out.notChecked(L11, "pasted key", "no JWT public key was given");
        } else {
            pasted(new PastedKey(target.pastedKey().get()), run, out);
        }
        TokenVerifier.keys(target.connector(), run.http().client()).findings().forEach(out::add);
    }

    private static void pasted(PastedKey pasted, Run run, Findings out) {
        var form = pasted.findings().get(0);
        if (form.fails() || !run.token().readable()) {
            out.add(form);
            return;
        }
        boolean inUse = run.verifies(run.token(), pasted);
        out.on(L11, "pasted key")
                .fix(
                        "Paste the active signing key: base64 of its SPKI, on one line, without a header.")
                .judge(inUse, "base64 SPKI, the active key", "not the active key");
    }
}
