package io.github.keycloakliveperson.demo.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

/** What the verification tests say of a refused token. */
final class Verdicts {

    private Verdicts() {}

    static void refused(Verification verification, LivePersonError error, String clause) {
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
