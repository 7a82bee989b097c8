package io.github.keycloakliveperson.check.clause;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.check.report.Clause;
import io.github.keycloakliveperson.check.target.RedirectUris;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Nested
    @DisplayName("L25: The states that are tried")
    class States {
        @Test
        @DisplayName("have the lengths their names say")
        void lengths() {
            assertThat(StateShape.window(1243)).hasSize(1243).startsWith("%7B%22lpUnified");
            assertThat(raw("state of 4,001 letters")).hasSize(4001);
            assertThat(raw("state of 16,000 characters")).hasSize(16_000);
        }

        @Test
        @DisplayName("are all something that a browser could send, and of different names")
        void sendable() {
            assertThat(StateShape.all())
                    .allSatisfy(shape -> URI.create("https://h/?state=" + shape.raw()))
                    .extracting(StateShape::name)
                    .doesNotHaveDuplicates();
        }

        @ParameterizedTest
        @CsvSource({
            "a%7bc, a%7Bc, 'character 2 on “%7bc” came back as “%7Bc”'",
            "a%20b, a+b, 'character 2 on “%20b” came back as “+b”'",
            "abc, ab, 'character 3 on “c” came back as “”'",
            "abcdefghijklmnop, '', 'character 1 on “abcdefghijkl…” came back as “”'",
        })
        @DisplayName("are told apart by the first character that differs")
        void difference(String raw, String back, String expected) {
            assertThat(new StateShape(Clause.L25, "x", raw).difference(back))
                    .startsWith(raw.length() + " characters went, " + back.length())
                    .endsWith(expected);
        }

        private static String raw(String name) {
            return StateShape.all().stream()
                    .filter(shape -> shape.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .raw();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3f6c2a52-1f0e-4c0b-9d0e-6a5b1d1a7c11", "f:7e1b:ada.lovelace", "a1b2c3d4"})
    @DisplayName("L3: a sub that nobody guesses")
    void goodSubject(String sub) {
        assertThat(SubjectShape.guessable(sub)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ada@brand.example", "42", "+1 212-788-8877", "004915550100", "ada"})
    @DisplayName("L3: a sub that can be guessed")
    void badSubject(String sub) {
        assertThat(SubjectShape.guessable(sub)).isNotEmpty();
    }

    @Nested
    @DisplayName("L9: The tables of fields")
    class Tables {
        @Test
        @DisplayName("take every field of LivePerson's")
        void full() throws Exception {
            JsonNode sdes = JSON.readTree(FakeSdes.FULL);

            assertThat(SdeTables.CTMRINFO.complaints("info", sdes.at("/0/info"))).isEmpty();
            assertThat(SdeTables.PERSONAL.complaints("personal", sdes.at("/1/personal"))).isEmpty();
            assertThat(sdes.at("/0/info")).hasSize(15);
            assertThat(sdes.at("/1/personal")).hasSize(7);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "{\"customerID\":\"1\"}; info.customerID is not a field of LivePerson's",
                    "{\"customerId\":1}; info.customerId is not a string",
                    "{\"balance\":\"1\"}; info.balance is not a number",
                    "{\"companySize\":1.5}; info.companySize is not a whole number",
                    "{\"loginStatus\":true}; info.loginStatus is not a whole number",
                    "{\"storeZipCode\":\"1\"}; info.storeZipCode is not a field of LivePerson's",
                    "{\"lastPaymentDate\":\"2014\"}; info.lastPaymentDate is not an object",
                    "{\"lastPaymentDate\":{\"month\":0}}; "
                            + "info.lastPaymentDate.month is not a month from 1 to 12",
                    "{\"cstatus\":null}; info.cstatus is not a string",
                })
        @DisplayName("complain about ctmrinfo with the path and the type")
        void customer(String json, String complaint) throws Exception {
            assertThat(SdeTables.CTMRINFO.complaints("info", JSON.readTree(json)))
                    .containsExactly(complaint);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "{\"age\":34}; p.age is not an object",
                    "{\"age\":{\"age\":\"34\"}}; p.age.age is not a whole number",
                    "{\"contacts\":{}}; p.contacts is not an array",
                    "{\"contacts\":[{},{\"phone\":1}]}; p.contacts[1].phone is not a string",
                    "{\"contacts\":[{\"address\":{\"city\":\"x\"}}]}; "
                            + "p.contacts[0].address.city is not a field of LivePerson's",
                    "{\"gender\":\"female\"}; p.gender is not one of FEMALE, MALE, OTHER",
                    "{\"language\":\"en\"}; p.language is not a language like en-US",
                })
        @DisplayName("complain about personal with the path and the type")
        void personal(String json, String complaint) throws Exception {
            assertThat(SdeTables.PERSONAL.complaints("p", JSON.readTree(json)))
                    .containsExactly(complaint);
        }
    }

    @Test
    @DisplayName("L24: the hostile addresses are none of the window's own")
    void hostile() {
        assertThat(HostileAddressCheck.hostile(RedirectUris.WINDOW).values())
                .hasSize(16)
                .doesNotHaveDuplicates()
                .doesNotContain(RedirectUris.WINDOW);
    }

    @ParameterizedTest
    @CsvSource({
        "https://liveperson.net, https://liveperson.net?code=1, true",
        "https://liveperson.net, https://liveperson.net/?code=1, true",
        "https://liveperson.net, https://liveperson.net#id_token=1, true",
        "https://liveperson.net, https://liveperson.network/?code=1, false",
        "https://w.example/a?x=1, https://w.example/a?x=1&code=2, true",
        "https://w.example/a, https://w.example/ab, false",
    })
    @DisplayName("a return is told from other addresses of the same beginning")
    void arrival(String redirectUri, String address, boolean arrived) {
        assertThat(Run.arrivalAt(redirectUri).test(address)).isEqualTo(arrived);
    }
}
