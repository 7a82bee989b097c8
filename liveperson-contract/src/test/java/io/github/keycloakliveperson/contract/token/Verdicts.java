package io.github.keycloakliveperson.contract.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.contract.clause.LivePersonError;

/** What the verification tests say of a refused token. */
public final class Verdicts {

    private Verdicts() {}

    public static void refused(Verification verification, LivePersonError error, String clause) {
        assertThat(verification.refusal())
                .hasValueSatisfying(
                        refusal -> {
                            assertThat(refusal.error()).isEqualTo(error);
                            assertThat(refusal.clause()).isEqualTo(clause);
                            assertThat(refusal.why()).endsWith(".");
                        });
        assertThat(verification.fields()).isEmpty();
        assertThat(verification.accepted()).isFalse();
    }
}
