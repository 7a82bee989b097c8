package io.github.keycloakliveperson.check.clause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.Credentials;
import io.github.keycloakliveperson.check.browser.FormSignIn;
import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.provider.Flow;
import io.github.keycloakliveperson.check.report.Redaction;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.issuer.TokenFault;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole check against a real HTTP server that is correct, or has one fault. */
@DisplayName("The contract check")
class ContractRunTest {
    private static final Set<Fault> OF_IMPLICIT =
            EnumSet.of(Fault.NONCE_NEEDED, Fault.NONCE_LOST, Fault.ACCESS_TOKEN);

    private final Http http = new Http();

    @ParameterizedTest(name = "in the flow {0}")
    @EnumSource(Flow.class)
    @DisplayName("finds nothing wrong with a correct provider, and reports every clause")
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
    @EnumSource
    @DisplayName("finds each fault under its clause")
    void fault(Fault fault) {
        try (var provider = FakeProvider.with(fault)) {
            var flow =
                    fault.clause() == Clause.L40
                            ? Flow.DELEGATION
                            : OF_IMPLICIT.contains(fault) ? Flow.IMPLICIT : Flow.CODE_PKCE;

            assertThat(finding(provider, flow, fault.clause(), fault.attempt()).verdict())
                    .isEqualTo(fault.verdict());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("gives the contract's verdict on each faulty token (L1–L16)")
    void fault(TokenFault fault) {
        try (var provider = FakeProvider.with(fault)) {
            var found = finding(provider, Flow.CODE_PKCE, fault.clause(), fault.attempt());

            assertThat(found.verdict()).isEqualTo(fault.verdict());
            assertThat(found.error()).isEqualTo(fault.error());
        }
    }

    private Finding finding(FakeProvider provider, Flow flow, Clause clause, String attempt) {
        var findings =
                run(provider, flow, List.of(clause)).stream()
                        .filter(found -> found.clause() == clause)
                        .filter(found -> found.attempt().equals(attempt))
                        .toList();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).fix()).isNotBlank();
        return findings.get(0);
    }

    private List<Finding> run(FakeProvider provider, Flow flow, List<Clause> clauses) {
        var signIn =
                new FormSignIn(http, new Credentials(FakeProvider.USER, FakeProvider.PASSWORD));
        return new ContractRun(http, new Redaction())
                .on(provider.target(flow), signIn, EnumSet.copyOf(clauses))
                .findings();
    }
}
