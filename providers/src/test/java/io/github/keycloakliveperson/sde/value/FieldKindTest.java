package io.github.keycloakliveperson.sde.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("L9: a value becomes the JSON type of its field, or doesn't convert")
class FieldKindTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static Object convert(FieldKind kind, String text) throws UnconvertibleException {
        return kind.convert(text, TODAY);
    }

    private static void refuses(FieldKind kind, String text) {
        assertThatThrownBy(() -> convert(kind, text))
                .isInstanceOf(UnconvertibleException.class)
                .hasNoCause()
                .message()
                .isNotBlank();
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource({
            "-400.99,-400.99",
            "1e3,1000",
            "1E3,1000",
            "1.5e-2,0.015",
            "0,0",
            "+5,5",
            ".5,0.5",
            "-.5,-0.5",
            "5.,5",
            "007,7",
            "' 12.50 ',12.5",
            "'\u00a012.50\u200e',12.5",
            "1e-400,0",
            "9007199254740993,9007199254740992",
        })
        void are_JSON_numbers_of_double_precision(String text, double expected)
                throws UnconvertibleException {
            assertThat(convert(FieldKind.NUMBER, text)).isEqualTo(expected);
        }

        @Test
        void are_never_negative_zero() throws UnconvertibleException {
            assertThat(convert(FieldKind.NUMBER, "-0.0")).isEqualTo(0.0);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1,5",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "1e999",
                    "0x1p3",
                    "0x10",
                    "1d",
                    "1f",
                    "1.000,00",
                    "1.2.3",
                    "--1",
                    "+",
                    "-",
                    ".",
                    "e3",
                    "1e",
                    "1e+",
                    "1e3.5",
                    "12 EUR",
                    "1 000",
                    "١٢",
                    "−400",
                    "one",
                    "\"5\"",
                    "1_000"
                })
        void refuse_what_is_not_written_as_a_number(String text) {
            refuses(FieldKind.NUMBER, text);
        }
    }

    @Nested
    class Integers {

        @ParameterizedTest
        @CsvSource({
            "250,250",
            "-1,-1",
            "+3,3",
            "0,0",
            "0042,42",
            "' 7 ',7",
            "'\u20607\u202f',7",
            "2147483647,2147483647",
            "-2147483648,-2147483648",
        })
        void are_JSON_integers(String text, int expected) throws UnconvertibleException {
            assertThat(convert(FieldKind.INTEGER, text)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "12.5",
                    "12.0",
                    "1e3",
                    "1,000",
                    "2147483648",
                    "-2147483649",
                    "NaN",
                    "0x1F",
                    "-",
                    "+",
                    "١٢",
                    "12 people",
                    "99999999999999999999999"
                })
        void refuse_anything_but_a_32_bit_integer(String text) {
            refuses(FieldKind.INTEGER, text);
        }
    }

    @Nested
    class Genders {

        @ParameterizedTest
        @CsvSource({
            "male,MALE",
            "M,MALE",
            "m,MALE",
            "Male,MALE",
            "female,FEMALE",
            "F,FEMALE",
            "FEMALE,FEMALE",
            "' f ',FEMALE",
            "divers,OTHER",
            "x,OTHER",
            "OTHER,OTHER",
            "weiblich,OTHER",
            "👩,OTHER",
            "'\u00a0male',MALE",
            "'f\u200b',FEMALE",
        })
        void are_upper_case_and_OTHER_for_anything_else(String text, String expected)
                throws UnconvertibleException {
            assertThat(convert(FieldKind.GENDER, text)).isEqualTo(expected);
        }
    }

    @Nested
    class PhoneTypes {

        @ParameterizedTest
        @CsvSource({
            "mobile,MOBILE",
            "Home_Fax,HOME_FAX",
            "WORK,WORK",
            "pager,PAGER",
            "' main ',MAIN",
            "'\ufeffmain\u00a0',MAIN",
            "fax,FAX",
            "work_fax,WORK_FAX",
            "home,HOME",
            "other,OTHER",
        })
        void are_read_in_any_case(String text, String expected) throws UnconvertibleException {
            assertThat(convert(FieldKind.PHONE_TYPE, text)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"cell", "home fax", "MÖBILE", "mobile,work", "unknown"})
        void refuse_what_LivePerson_does_not_know(String text) {
            refuses(FieldKind.PHONE_TYPE, text);
        }
    }

    @Nested
    class Languages {

        @ParameterizedTest
        @CsvSource({
            "en-US,en-US",
            "en_US,en-US",
            "EN-us,en-US",
            "pt_br,pt-BR",
            "' de-AT ',de-AT",
            "zh-Hant-TW,zh-TW",
            "sr_Latn_RS,sr-RS",
            "'\u00a0fr-CA\u200b',fr-CA",
        })
        void become_xx_YY(String text, String expected) throws UnconvertibleException {
            assertThat(convert(FieldKind.LANGUAGE, text)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "iw_IL,he-IL",
            "in_ID,id-ID",
            "ji_UA,yi-UA",
            "mo-MD,ro-MD",
            "IW-il,he-IL",
            "mo_Cyrl_MD,ro-MD",
            "he-IL,he-IL",
            "id_ID,id-ID",
            "yi-US,yi-US",
            "ro-MD,ro-MD",
        })
        @DisplayName("withdrawn from ISO 639-1 become their replacements")
        void given_up(String text, String expected) throws UnconvertibleException {
            assertThat(convert(FieldKind.LANGUAGE, text)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "en-US-posix",
                    "en-US-u-ca-buddhist",
                    "de-DE-x-phonebk",
                    "i-klingon",
                    "x-en-US",
                    "en-419",
                    "xx-US",
                    "mo",
                    "en",
                    "english",
                    "en-",
                    "-US",
                    "en-USA",
                    "eng-US",
                    "en.US",
                    "en--US",
                    "en-UK",
                    "qq-US",
                    "en-US-x",
                    "en_US.UTF-8",
                    "zh-Hant",
                    "zh-1234-TW",
                    "e1-US",
                    "en US"
                })
        void refuse_what_lacks_language_or_country(String text) {
            refuses(FieldKind.LANGUAGE, text);
        }
    }

    @Nested
    class Texts {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    " kept as is ",
                    "Zoë 😀",
                    "👩‍👩‍👧‍👦",
                    "日本語",
                    "a\tb\n",
                    "<b>&\"'",
                    "\u0000"
                })
        void stay_the_very_characters_they_were(String text) throws UnconvertibleException {
            assertThat(convert(FieldKind.TEXT, text)).isEqualTo(text);
        }

        @Test
        void of_ten_thousand_characters_are_not_cut() throws UnconvertibleException {
            String text = "ä😀".repeat(5_000);
            assertThat(convert(FieldKind.TEXT, text)).isEqualTo(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"half \ud83d", "\ude00 half", "\ud83dx", "\ude00\ud83d", "\ud83d\ud83d"})
        void refuse_half_a_surrogate_pair_which_would_break_the_token(String text) {
            refuses(FieldKind.TEXT, text);
        }
    }

    @Nested
    class LongValues {

        @Test
        void of_ten_thousand_characters_are_refused_without_harm() {
            String digits = "1".repeat(10_000);
            refuses(FieldKind.NUMBER, digits);
            refuses(FieldKind.INTEGER, digits);
            refuses(FieldKind.DATE, digits);
            refuses(FieldKind.AGE, digits);
            refuses(FieldKind.LANGUAGE, digits);
            refuses(FieldKind.PHONE_TYPE, digits);
        }
    }
}
