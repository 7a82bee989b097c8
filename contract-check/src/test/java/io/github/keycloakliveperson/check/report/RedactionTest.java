package io.github.keycloakliveperson.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Findings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Evidence")
class RedactionTest {
    private final Redaction redaction = new Redaction();

    @Test
    @DisplayName("never contains a value that the run knows to be secret")
    void known() {
        redaction.remember("s3cret+value");

        assertThat(redaction.apply("the page says s3cret+value, twice s3cret+value"))
                .isEqualTo("the page says (removed), twice (removed)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln b | a (removed) b",
                "eyJhbGciOiJSU0EifQ.a.b.c.d | (removed)",
                "to ?code=abc.def&x=1 | to ?code=(removed)&x=1",
                "#id_token=abc&access_token=def | #id_token=(removed)&access_token=(removed)",
                "session_state=12 client_secret=34 | session_state=(removed) client_secret=(removed)",
                "ssoKey=abc code_verifier=def | ssoKey=(removed) code_verifier=(removed)",
                "response_type=code is fine | response_type=code is fine",
            })
    @DisplayName("never contains anything that looks like a token or contains one")
    void shapes(String text, String clean) {
        assertThat(redaction.apply(text)).isEqualTo(clean);
    }

    @Test
    @DisplayName("stays readable if a secret has only one or two letters")
    void tooShort() {
        redaction.remember("a");

        assertThat(redaction.apply("a page")).isEqualTo("a page");
    }

    @Test
    @DisplayName("is redacted before it gets into the report")
    void findings() {
        redaction.remember("the-secret");
        var findings = new Findings(redaction::apply);

        findings.pass(Clause.L1, "one", "the-secret");
        findings.on(Clause.L1, "two", "Fix.").fail("the-secret");
        findings.on(Clause.L1, "three", "Fix.").warn("the-secret");
        findings.notChecked(Clause.L1, "four", "the-secret");
        findings.on(Clause.L1, "five", "Fix.").judge(true, "the-secret");
        findings.on(Clause.L1, "six", "Fix.").judge(false, "the-secret");

        assertThat(findings.list()).extracting(Finding::evidence).containsOnly("(removed)");
        assertThat(findings.list())
                .extracting(Finding::fix)
                .containsExactly("", "Fix.", "Fix.", "", "", "Fix.");
    }
}
