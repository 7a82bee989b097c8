package io.github.keycloakliveperson.check.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Verdict;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportsTest {
    private static final Finding PASS =
            new Finding(Clause.L1, "algorithm", Verdict.PASS, "RS256", "");
    private static final Finding FAIL =
            new Finding(Clause.L7, "exp", Verdict.FAIL, "300 s \u0007<&\"|", "Make it longer.");
    private static final Finding WARN =
            new Finding(Clause.L7, "a | b", Verdict.WARN, "looks odd", "Have a look.");
    private static final Finding NOT_CHECKED =
            new Finding(Clause.L36, "logout", Verdict.NOT_CHECKED, "nothing to try", "");
    private static final Report REPORT =
            new Report(
                    "https://login.brand.example",
                    List.of(
                            new Section("one, code", List.of(PASS, FAIL, NOT_CHECKED)),
                            new Section("two, implicit", List.of(PASS, WARN))));

    @Nested
    @DisplayName("The exit code")
    class ExitCode {
        @Test
        @DisplayName("is 1 when something failed")
        void failed() {
            assertThat(REPORT.exitCode()).isEqualTo(1);
        }

        @Test
        @DisplayName("is 0 when nothing failed, with or without warnings")
        void passed() {
            assertThat(report(PASS, WARN, NOT_CHECKED).exitCode()).isZero();
        }

        @Test
        @DisplayName("is 2 when nothing could be checked")
        void nothing() {
            assertThat(report(NOT_CHECKED).exitCode()).isEqualTo(2);
            assertThat(new Report("i", List.of()).exitCode()).isEqualTo(2);
        }

        private static Report report(Finding... findings) {
            return new Report("i", List.of(new Section("s", List.of(findings))));
        }
    }

    @Test
    @DisplayName("The lines show clause, verdict, evidence and the fix, if there is one")
    void text() {
        assertThat(new TextReport().write(REPORT).replace("\r", "").lines())
                .containsSequence(
                        "one, code",
                        "  L1  pass         algorithm: RS256",
                        "  L7  fail         exp: 300 s \u0007<&\"|",
                        "                   → Make it longer.",
                        "  L36 not checked  logout: nothing to try")
                .endsWith("2 passed, 1 failed, 1 with a warning, 1 not checked");
    }

    @Test
    @DisplayName("JSON carries every field")
    void json() throws Exception {
        var root = new ObjectMapper().readTree(new JsonReport().write(REPORT));

        assertThat(root.path("issuer").asText()).isEqualTo("https://login.brand.example");
        assertThat(root.path("exitCode").asInt()).isEqualTo(1);
        var fail = root.at("/sections/0/findings/1");
        assertThat(fail.path("clause").asText()).isEqualTo("L7");
        assertThat(fail.path("title").asText()).isEqualTo(Clause.L7.title());
        assertThat(fail.path("attempt").asText()).isEqualTo("exp");
        assertThat(fail.path("verdict").asText()).isEqualTo("fail");
        assertThat(fail.path("evidence").asText()).isEqualTo(FAIL.evidence());
        assertThat(fail.path("fix").asText()).isEqualTo("Make it longer.");
    }

    @Test
    @DisplayName("JUnit XML is well-formed for any evidence, and its counts are right")
    void junit() throws Exception {
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(new JUnitReport().write(REPORT))));

        var suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("one, code");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        var failure = (Element) document.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("300 s ?<&\"|");
        assertThat(failure.getTextContent()).isEqualTo("Make it longer.");
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("L7 exp");
        assertThat(document.getElementsByTagName("system-out").item(2).getTextContent())
                .isEqualTo("warn: looks odd → Have a look.");
    }

    @Test
    @DisplayName("Markdown has a row for each clause and the worst verdict of each column")
    void markdown() {
        assertThat(new MarkdownReport().write(REPORT).lines())
                .containsExactly(
                        "| clause | one, code | two, implicit |",
                        "|---|---|---|",
                        "| **L1** " + Clause.L1.title() + " | pass | pass |",
                        "| **L7** " + Clause.L7.title() + " | **fail**: exp | warn: a \\| b |",
                        "| **L36** " + Clause.L36.title() + " | – | – |");
    }

    @Test
    @DisplayName("A finding must name its attempt")
    void nameless() {
        assertThatThrownBy(() -> new Finding(Clause.L1, " ", Verdict.PASS, "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
