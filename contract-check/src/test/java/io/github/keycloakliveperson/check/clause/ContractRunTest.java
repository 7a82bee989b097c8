package io.github.keycloakliveperson.check.clause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.Credentials;
import io.github.keycloakliveperson.check.browser.FormSignIn;
import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.report.Redaction;
import io.github.keycloakliveperson.check.target.Flow;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole check against a real HTTP server that is sound, or has one thing wrong. */
@DisplayName("The contract check")
class ContractRunTest {
    private static final Set<Fault> OF_ENCRYPTION =
            EnumSet.of(
                    Fault.NOT_ENCRYPTED,
                    Fault.OAEP_SHA1,
                    Fault.NO_JWE_KID,
                    Fault.FOREIGN_ENCRYPTION_KEY,
                    Fault.UNKNOWN_CONTENT_ENCRYPTION);
    private static final Set<Fault> OF_IMPLICIT =
            EnumSet.of(Fault.NONCE_NEEDED, Fault.NONCE_LOST, Fault.ACCESS_TOKEN);

    private final Http http = new Http();

    @ParameterizedTest(name = "in the flow {0}")
    @EnumSource(Flow.class)
    @DisplayName("finds nothing wrong with a sound provider, and speaks of every clause")
    void sound(Flow flow) {
        try (var provider = FakeProvider.sound()) {
            var findings = run(provider, flow, List.of(Clause.values()));

            assertThat(findings).filteredOn(f -> f.verdict() == Verdict.FAIL).isEmpty();
            assertThat(findings)
                    .filteredOn(f -> f.verdict() == Verdict.WARN)
                    .extracting(Finding::attempt)
                    .isEqualTo(flow == Flow.DELEGATION ? List.of() : List.of("JWKS over https"));
            assertThat(findings.stream().map(Finding::clause).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(Clause.values());
        }
    }

    @Test
    @DisplayName("L13–L16: finds nothing wrong with a provider that encrypts")
    void encrypting() {
        try (var provider = FakeProvider.encrypting()) {
            var findings = run(provider, Flow.CODE, List.of(Clause.values()));

            assertThat(findings).filteredOn(f -> f.verdict() == Verdict.FAIL).isEmpty();
            assertThat(findings)
                    .filteredOn(f -> f.clause().name().matches("L1[3-6]"))
                    .extracting(Finding::verdict)
                    .containsOnly(Verdict.PASS);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Fault.class)
    @DisplayName("finds each fault where it is")
    void fault(Fault fault) {
        try (var provider = FakeProvider.with(fault, OF_ENCRYPTION.contains(fault))) {
            var flow =
                    fault.clause() == Clause.L40
                            ? Flow.DELEGATION
                            : OF_IMPLICIT.contains(fault) ? Flow.IMPLICIT : Flow.CODE_PKCE;

            var findings = run(provider, flow, List.of(fault.clause()));

            assertThat(findings)
                    .filteredOn(finding -> finding.attempt().equals(fault.attempt()))
                    .filteredOn(finding -> finding.clause() == fault.clause())
                    .singleElement()
                    .satisfies(
                            finding -> {
                                assertThat(finding.verdict()).isEqualTo(fault.verdict());
                                assertThat(finding.mend()).isNotBlank();
                            });
        }
    }

    private List<Finding> run(FakeProvider provider, Flow flow, List<Clause> clauses) {
        var signIn =
                new FormSignIn(http, new Credentials(FakeProvider.USER, FakeProvider.PASSWORD));
        return new ContractRun(http, new Redaction())
                .on(provider.target(flow), signIn, EnumSet.copyOf(clauses))
                .findings();
    }
}
