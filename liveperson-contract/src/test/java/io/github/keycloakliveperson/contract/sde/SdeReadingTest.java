package io.github.keycloakliveperson.contract.sde;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.issuer.TestIssuer;
import io.github.keycloakliveperson.contract.sde.VerifiedField.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("LivePerson's reading of lp_sdes")
class SdeReadingTest {

    private static final String INFO = "[{\"type\":\"ctmrinfo\",\"info\":{%s}}]";
    private static final String PERSONAL = "[{\"type\":\"personal\",\"personal\":{%s}}]";

    private final Findings found = new Findings();

    /** What the agent sees, by path. */
    private Map<String, String> read(String sdes) {
        try {
            var claims = TestIssuer.claims("https://id.example.com");
            return read(claims.set("lp_sdes", new ObjectMapper().readTree(sdes)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Map<String, String> read(JsonNode claims) {
        return new SdeReading(found)
                .read(claims).stream()
                        .filter(field -> field.source() != Source.CLAIM)
                        .collect(Collectors.toMap(VerifiedField::path, VerifiedField::value));
    }

    private List<Finding> worse() {
        return found.list().stream().filter(f -> f.verdict() != Verdict.PASS).toList();
    }

    private void judged(Verdict verdict, String attempt, String evidence) {
        assertThat(worse())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.clause()).isEqualTo(Clause.L9);
                            assertThat(finding.verdict()).isEqualTo(verdict);
                            assertThat(finding.attempt()).isEqualTo(attempt);
                            assertThat(finding.evidence()).contains(evidence);
                            assertThat(finding.error().isPresent()).isEqualTo(finding.fails());
                        });
    }

    @Test
    @DisplayName("shows every field of both types (L8, L9)")
    void everything() {
        var fields = read(TestIssuer.claims("https://id.example.com"));

        assertThat(worse()).isEmpty();
        assertThat(fields)
                .hasSize(15 + 6 + 6)
                .containsEntry("balance", "-400.99")
                .containsEntry("firstname", "Ada 😀")
                .containsEntry("registrationDate", "2020-02-29")
                .containsEntry("age", "34 (born 1980-04-15)")
                .containsEntry("contacts[0].address.region", "NY")
                .containsEntry("contacts[1].email", "b@brand.example");
    }

    @Test
    @DisplayName("accepts a list without entries (L8)")
    void none() {
        assertThat(read("[]")).isEmpty();
        assertThat(worse()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"ctmrinfo\",\"info\":{}}",
                "\"[]\"",
                "null",
                "[1]",
                "[[]]",
                "[{\"info\":{}}]",
                "[{\"type\":7}]"
            })
    @DisplayName("1026: not an array of objects, each with a type (L8)")
    void malformed(String sdes) {
        read(sdes);

        assertThat(found.list())
                .filteredOn(Finding::fails)
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.clause()).isEqualTo(Clause.L8);
                            assertThat(finding.error()).contains(LivePersonError.SDES_MALFORMED);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cart", "purchase", "prodView", "mrktInfo",
                "lead", "service", "error", "searchInfo"
            })
    @DisplayName("does not show types that are not allowed for a signed-in consumer (L9)")
    void otherTypes(String type) {
        read("[{\"type\":\"" + type + "\"}]");

        judged(Verdict.WARN, "types", type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "storeZipCode | '1' | WARN | not a LivePerson field",
                "storeNumber | '1' | WARN | not a LivePerson field",
                "customerid | '1' | WARN | did you mean customerId",
                "shoeSize | 44 | WARN | not a LivePerson field",
                "balance | '5' | FAIL | a JSON number",
                "companySize | 12.5 | FAIL | a JSON integer",
                "currency | 'usd' | WARN | a currency code",
                "cstatus | 1 | FAIL | a non-empty string",
                "cstatus | ' ' | WARN | a non-empty string",
                "lastPaymentDate | '2014-10-15' | FAIL | an object",
                "lastPaymentDate | {'day':'15','month':1,'year':1} | FAIL | an object",
                "lastPaymentDate | {'day':30,'month':2,'year':2020} | FAIL | an object",
                "lastPaymentDate | {'day':1,'month':13,'year':2020} | FAIL | an object",
                "lastPaymentDate | {'day':31,'month':2,'year':2020} | FAIL | an object",
                "lastPaymentDate | {'day':1} | FAIL | an object"
            })
    @DisplayName("says what is wrong in ctmrinfo and how it should be (L9)")
    void wrongInfo(String name, String value, Verdict verdict, String message) {
        var json = "\"%s\":%s,\"role\":\"x\"".formatted(name, value.replace('\'', '"'));

        assertThat(read(INFO.formatted(json))).containsEntry("role", "x");
        judged(verdict, "ctmrinfo", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "firstName | 'J' | WARN | did you mean firstname",
                "gender | 'female' | WARN | in capitals",
                "language | 'en' | WARN | such as en-US",
                "age | 34 | FAIL | an object",
                "age | {'age':-1} | WARN | an object",
                "age | {'age':3,'year':1980} | FAIL | an object",
                "contacts | {} | FAIL | an array of objects",
                "contacts | ['x'] | FAIL | not an object",
                "contacts | [{'mail':'x'}] | WARN | not a LivePerson field",
                "contacts | [{'Email':'x'}] | WARN | did you mean email",
                "contacts | [{'email':5}] | FAIL | a non-empty string",
                "contacts | [{'phoneType':'mobile'}] | WARN | phone types",
                "contacts | [{'address':'Berlin'}] | FAIL | an object",
                "contacts | [{'address':{'city':'Berlin'}}] | WARN | not a LivePerson field",
                "contacts | [{'address':{'region':1}}] | FAIL | a non-empty string"
            })
    @DisplayName("says what is wrong in personal and how it should be (L9)")
    void wrongPersonal(String name, String value, Verdict verdict, String message) {
        var json = "\"%s\":%s,\"lastname\":\"x\"".formatted(name, value.replace('\'', '"'));

        assertThat(read(PERSONAL.formatted(json))).containsEntry("lastname", "x");
        judged(verdict, "personal", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "age | {'age':34} | 34",
                "age | {'year':1980,'month':4,'day':15} | born 1980-04-15",
                "language | 'en_US' | en_US"
            })
    @DisplayName(
            "accepts an age in years, only a birthday, and a language with an " + "underscore (L9)")
    void right(String name, String value, String shown) {
        var json = "\"%s\":%s".formatted(name, value.replace('\'', '"'));

        assertThat(read(PERSONAL.formatted(json))).containsEntry(name, shown);
        assertThat(worse()).isEmpty();
    }

    @Test
    @DisplayName("shows odd strings as they are (L9)")
    void odd() {
        assertThat(read(INFO.formatted("\"currency\":\"usd\""))).containsEntry("currency", "usd");
    }

    @Test
    @DisplayName("detects data under the wrong key (L9)")
    void wrongKey() {
        read("[{\"type\":\"ctmrinfo\",\"personal\":{}}]");

        judged(Verdict.FAIL, "ctmrinfo", "under the key info");
    }
}
