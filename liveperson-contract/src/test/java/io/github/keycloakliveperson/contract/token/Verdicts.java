package io.github.keycloakliveperson.contract.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.Verdict;
import java.util.Optional;

/** What the verification tests say of a refused token. */
public final class Verdicts {

    private Verdicts() {}

    /** The token has this verdict for this clause, and with it LivePerson's error, or none. */
    public static void judged(
            Verification verification, Verdict verdict, Clause clause, LivePersonError error) {
        assertThat(verification.findings())
                .filteredOn(finding -> finding.clause() == clause && finding.verdict() == verdict)
                .anySatisfy(
                        finding -> {
                            assertThat(finding.error()).isEqualTo(Optional.ofNullable(error));
                            assertThat(finding.advice()).matches("|.*\\.");
                            assertThat(finding.message()).isNotBlank();
                        });
        assertThat(verification.accepted())
                .isEqualTo(verification.findings().stream().noneMatch(Finding::fails));
        assertThat(verification.accepted()).isEqualTo(verdict != Verdict.FAIL);
    }

    /** The token is refused for this reason before all others. */
    public static void refused(Verification verification, LivePersonError error, String clause) {
        judged(verification, Verdict.FAIL, Clause.valueOf(clause), error);
        assertThat(verification.refusal())
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.clause()).isEqualTo(Clause.valueOf(clause)));
        assertThat(verification.fields()).isEmpty();
        assertThat(verification.accepted()).isFalse();
    }

    /** The token is accepted, with this to look at. */
    public static void warned(Verification verification, String clause) {
        judged(verification, Verdict.WARN, Clause.valueOf(clause), null);
    }
}
