package io.github.keycloakliveperson.contract.sde;

import static io.github.keycloakliveperson.contract.token.TestTokens.CLAIMS;
import static io.github.keycloakliveperson.contract.token.TestTokens.jws;
import static io.github.keycloakliveperson.contract.token.TestTokens.verifier;
import static io.github.keycloakliveperson.contract.token.Verdicts.refused;
import static io.github.keycloakliveperson.contract.token.Verdicts.warned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.sde.VerifiedField.Source;
import io.github.keycloakliveperson.contract.token.Verification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("LivePerson's reading of lp_sdes")
class SdeReadingTest {

    private static final String ALL =
            """
            [{"type":"ctmrinfo","info":{"cstatus":"gold","ctype":"vip","customerId":"C-1",
              "socialId":"s","imei":"3543","userName":"jane😀","companyBranch":"Berlin",
              "accountName":"Home","role":"owner","balance":-400.99,"currency":"USD",
              "companySize":12,"loginStatus":1,
              "lastPaymentDate":{"day":15,"month":10,"year":2014},
              "registrationDate":{"day":29,"month":2,"year":2020}}},
             {"type":"personal","personal":{"firstname":"Jane","lastname":"Doe","company":"Acme",
              "age":{"age":34,"year":1980,"month":4,"day":15},"gender":"FEMALE",
              "language":"en-US","contacts":[
               {"email":"j@example.com","phone":"+4930","phoneType":"MOBILE",
                "address":{"country":"Germany","region":"Berlin"}},
               {"email":"k@example.com"}]}}]""";

    private static Verification verify(String sdes) {
        return verifier().verify(jws(CLAIMS.replace("[]", sdes)));
    }

    @Test
    @DisplayName("shows every field of both types (L8, L9)")
    void everything() {
        var verification = verify(ALL);

        assertThat(verification.warnings()).isEmpty();
        assertThat(verification.fields()).hasSize(15 + 6 + 6);
        assertThat(verification.field(Source.CTMRINFO, "balance")).contains("-400.99");
        assertThat(verification.field(Source.CTMRINFO, "userName")).contains("jane😀");
        assertThat(verification.field(Source.CTMRINFO, "registrationDate")).contains("2020-02-29");
        assertThat(verification.field(Source.PERSONAL, "age")).contains("34 (born 1980-04-15)");
        assertThat(verification.field(Source.PERSONAL, "contacts[0].address.region"))
                .contains("Berlin");
        assertThat(verification.field(Source.PERSONAL, "contacts[1].email"))
                .contains("k@example.com");
    }

    @Test
    @DisplayName("notes a token without lp_sdes, for agents see nothing then (L8)")
    void none() {
        warned(verifier().verify(jws(CLAIMS.replace(",\"lp_sdes\":[]", ""))), "L8");
        assertThat(verify("[]").warnings()).isEmpty();
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
        refused(verify(sdes), LivePersonError.SDES_MALFORMED, "L8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cart",
                "purchase",
                "prodView",
                "mrktInfo",
                "lead",
                "service",
                "error",
                "searchInfo"
            })
    @DisplayName("does not show types that are not allowed for a signed-in consumer (L9)")
    void otherTypes(String type) {
        judged(verify("[{\"type\":\"" + type + "\"}]"), Verdict.WARN, "types", type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storeZipCode    | \"1\"                                 | WARN | not a field",
                "storeNumber     | \"1\"                                 | WARN | not a field",
                "customerid      | \"1\"                                 | WARN | did you mean customerId",
                "shoeSize        | 44                                    | WARN | is not a field",
                "balance         | \"5\"                                 | FAIL | a JSON number",
                "companySize     | 12.5                                  | FAIL | a whole JSON number",
                "currency        | \"usd\"                               | WARN | a currency code",
                "cstatus         | 1                                     | FAIL | a string",
                "cstatus         | \" \"                                 | WARN | a string",
                "lastPaymentDate | \"2014-10-15\"                        | FAIL | an object",
                "lastPaymentDate | {\"day\":\"15\",\"month\":1,\"year\":1} | FAIL | an object",
                "lastPaymentDate | {\"day\":30,\"month\":2,\"year\":2020}  | FAIL | an object",
                "lastPaymentDate | {\"day\":1,\"month\":13,\"year\":2020}  | FAIL | an object",
                "lastPaymentDate | {\"day\":31,\"month\":2,\"year\":2020}  | FAIL | an object",
                "lastPaymentDate | {\"day\":1}                           | FAIL | an object"
            })
    @DisplayName("says what is wrong in ctmrinfo and how it should be (L9)")
    void wrongInfo(String name, String value, Verdict verdict, String message) {
        var verification =
                verify(
                        "[{\"type\":\"ctmrinfo\",\"info\":{\"%s\":%s,\"role\":\"x\"}}]"
                                .formatted(name, value));

        judged(verification, verdict, "ctmrinfo", message);
        assertThat(verification.field(Source.CTMRINFO, "role").isPresent())
                .isEqualTo(verdict == Verdict.WARN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "firstName | \"J\"                                       | WARN | did you mean firstname",
                "gender    | \"female\"                                  | WARN | in capitals",
                "language  | \"en\"                                      | WARN | such as en-US",
                "age       | 34                                          | FAIL | an object",
                "age       | {\"age\":-1}                                | WARN | an object",
                "age       | {\"age\":3,\"year\":1980}                   | FAIL | an object",
                "contacts  | {}                                          | FAIL | an array of objects",
                "contacts  | [\"x\"]                                     | FAIL | not an object",
                "contacts  | [{\"mail\":\"x\"}]                          | WARN | is not a field",
                "contacts  | [{\"Email\":\"x\"}]                         | WARN | did you mean email",
                "contacts  | [{\"email\":5}]                             | FAIL | a string",
                "contacts  | [{\"phoneType\":\"mobile\"}]                | WARN | phone types",
                "contacts  | [{\"address\":\"Berlin\"}]                  | FAIL | an object",
                "contacts  | [{\"address\":{\"city\":\"Berlin\"}}]       | WARN | is not a field",
                "contacts  | [{\"address\":{\"region\":1}}]              | FAIL | a string"
            })
    @DisplayName("says what is wrong in personal and how it should be (L9)")
    void wrongPersonal(String name, String value, Verdict verdict, String message) {
        var verification =
                verify(
                        "[{\"type\":\"personal\",\"personal\":{\"%s\":%s,\"lastname\":\"x\"}}]"
                                .formatted(name, value));

        judged(verification, verdict, "personal", message);
        assertThat(verification.field(Source.PERSONAL, "lastname").isPresent())
                .isEqualTo(verdict == Verdict.WARN);
    }

    @Test
    @DisplayName("takes an age in years alone, and a birthday alone")
    void ages() {
        var years = verify("[{\"type\":\"personal\",\"personal\":{\"age\":{\"age\":34}}}]");
        var born =
                verify(
                        "[{\"type\":\"personal\",\"personal\":"
                                + "{\"age\":{\"year\":1980,\"month\":4,\"day\":15}}}]");

        assertThat(years.field(Source.PERSONAL, "age")).contains("34");
        assertThat(born.field(Source.PERSONAL, "age")).contains("born 1980-04-15");
    }

    @Test
    @DisplayName("finds data under the wrong key (L9)")
    void wrongKey() {
        judged(
                verify("[{\"type\":\"ctmrinfo\",\"personal\":{}}]"),
                Verdict.FAIL,
                "ctmrinfo",
                "under the key info");
    }

    @Test
    @DisplayName("finds two entries of one type (L10)")
    void twice() {
        warned(
                verify(
                        "[{\"type\":\"personal\",\"personal\":{}},"
                                + "{\"type\":\"personal\",\"personal\":{}}]"),
                "L10");
    }

    @Test
    @DisplayName("shows odd strings as they are, and takes a language with an underscore (L9)")
    void odd() {
        var odd = verify("[{\"type\":\"ctmrinfo\",\"info\":{\"currency\":\"usd\"}}]");
        var language = verify("[{\"type\":\"personal\",\"personal\":{\"language\":\"en_US\"}}]");

        assertThat(odd.field(Source.CTMRINFO, "currency")).contains("usd");
        assertThat(language.warnings()).isEmpty();
    }

    private static void judged(
            Verification verification, Verdict verdict, String attempt, String evidence) {
        assertThat(verification.accepted()).isEqualTo(verdict != Verdict.FAIL);
        assertThat(verification.findings())
                .filteredOn(finding -> finding.verdict() == verdict)
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.clause()).isEqualTo(Clause.L9);
                            assertThat(finding.attempt()).isEqualTo(attempt);
                            assertThat(finding.evidence()).contains(evidence);
                            assertThat(finding.error().isPresent()).isEqualTo(finding.fails());
                        });
    }
}
