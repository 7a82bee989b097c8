package io.github.keycloakliveperson.contract.sde;

import static io.github.keycloakliveperson.contract.token.TestTokens.claims;
import static io.github.keycloakliveperson.contract.token.TestTokens.jws;
import static io.github.keycloakliveperson.contract.token.TestTokens.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.contract.clause.LivePersonError;
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
        return verifier().verify(jws(claims(",\"lp_sdes\":" + sdes)));
    }

    @Test
    @DisplayName("shows every field of both types (L8, L9)")
    void everything() {
        var verification = verify(ALL);

        assertThat(verification.findings()).isEmpty();
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
    @DisplayName("is content without lp_sdes")
    void none() {
        assertThat(verifier().verify(jws(claims(""))).flawless()).isTrue();
        assertThat(verify("[]").flawless()).isTrue();
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
        var verification = verify(sdes);

        assertThat(verification.refusal())
                .hasValueSatisfying(
                        r -> assertThat(r.error()).isEqualTo(LivePersonError.SDES_MALFORMED));
        assertThat(verification.fields()).isEmpty();
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
    @DisplayName("drops types that are not allowed for a signed-in consumer (L9)")
    void otherTypes(String type) {
        breach(verify("[{\"type\":\"" + type + "\"}]"), "L9", "ctmrinfo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storeZipCode    | \"1\"                                 | not allowed",
                "storeNumber     | \"1\"                                 | not allowed",
                "customerid      | \"1\"                                 | did you mean customerId",
                "shoeSize        | 44                                    | leave it out",
                "balance         | \"5\"                                 | a JSON number",
                "companySize     | 12.5                                  | a whole JSON number",
                "currency        | \"usd\"                               | a currency code",
                "cstatus         | 1                                     | a string",
                "cstatus         | \" \"                                 | a string",
                "lastPaymentDate | \"2014-10-15\"                        | an object",
                "lastPaymentDate | {\"day\":\"15\",\"month\":1,\"year\":1} | an object",
                "lastPaymentDate | {\"day\":30,\"month\":2,\"year\":2020}  | an object",
                "lastPaymentDate | {\"day\":1,\"month\":13,\"year\":2020}  | an object"
            })
    @DisplayName("drops what is wrong in ctmrinfo and says how it should be (L9)")
    void wrongInfo(String name, String value, String message) {
        var verification =
                verify(
                        "[{\"type\":\"ctmrinfo\",\"info\":{\"%s\":%s,\"role\":\"x\"}}]"
                                .formatted(name, value));

        breach(verification, "L9", message);
        assertThat(verification.fields())
                .containsExactly(new VerifiedField(Source.CTMRINFO, "role", "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "firstName | \"J\"                                       | did you mean firstname",
                "gender    | \"female\"                                  | in capitals",
                "language  | \"en\"                                      | such as en-US",
                "age       | 34                                          | an object",
                "age       | {\"age\":-1}                                | an object",
                "age       | {\"age\":3,\"year\":1980}                   | an object",
                "contacts  | {}                                          | an array of objects",
                "contacts  | [\"x\"]                                     | not an object",
                "contacts  | [{\"mail\":\"x\"}]                          | leave it out",
                "contacts  | [{\"Email\":\"x\"}]                         | did you mean email",
                "contacts  | [{\"email\":5}]                             | a string",
                "contacts  | [{\"phoneType\":\"mobile\"}]                | phone types",
                "contacts  | [{\"address\":\"Berlin\"}]                  | an object",
                "contacts  | [{\"address\":{\"city\":\"Berlin\"}}]       | leave it out",
                "contacts  | [{\"address\":{\"region\":1}}]              | a string"
            })
    @DisplayName("drops what is wrong in personal and says how it should be (L9)")
    void wrongPersonal(String name, String value, String message) {
        var verification =
                verify(
                        "[{\"type\":\"personal\",\"personal\":{\"%s\":%s,\"lastname\":\"x\"}}]"
                                .formatted(name, value));

        breach(verification, "L9", message);
        assertThat(verification.fields())
                .containsExactly(new VerifiedField(Source.PERSONAL, "lastname", "x"));
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
        breach(verify("[{\"type\":\"ctmrinfo\",\"personal\":{}}]"), "L9", "under the key info");
    }

    @Test
    @DisplayName("finds two entries of one type (L10)")
    void twice() {
        breach(
                verify(
                        "[{\"type\":\"personal\",\"personal\":{}},"
                                + "{\"type\":\"personal\",\"personal\":{}}]"),
                "L10",
                "replaces");
    }

    private static void breach(Verification verification, String clause, String message) {
        assertThat(verification.accepted()).isTrue();
        assertThat(verification.flawless()).isFalse();
        assertThat(verification.findings())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.clause()).isEqualTo(clause);
                            assertThat(finding.message()).contains(message);
                        });
    }
}
