package io.github.keycloakliveperson.sde.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("L9: dates are read from ISO dates, ISO date-times, GeneralizedTime and epochs")
class CalendarDateTest {

    private static void reads(String text, String expected) throws UnconvertibleException {
        assertThat(CalendarDate.parse(text)).hasToString(expected);
    }

    private static void refuses(String text, String reason) {
        assertThatThrownBy(() -> CalendarDate.parse(text))
                .isInstanceOf(UnconvertibleException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void become_an_object_of_integers_in_LivePersons_order() throws UnconvertibleException {
        assertThat(CalendarDate.toJson(CalendarDate.parse("2014-10-05")).toString())
                .isEqualTo("{day=5, month=10, year=2014}");
    }

    @Nested
    class IsoDates {

        @ParameterizedTest
        @ValueSource(
                strings = {"2014-10-15", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"})
        void are_taken_as_written(String text) throws UnconvertibleException {
            reads(text, text);
            reads("  " + text + " ", text);
            reads("\u00a0" + text + "\u200b", text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2023-02-29",
                    "1900-02-29",
                    "2014-13-01",
                    "2014-00-10",
                    "2014-10-00",
                    "2014-04-31",
                    "0000-01-01"
                })
        void that_no_calendar_has_are_refused(String text) {
            refuses(text, "does not exist in the calendar");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "15.10.2014",
                    "10/15/2014",
                    "2014/10/15",
                    "2014-10",
                    "2014-1-5",
                    "14-10-15",
                    "2014-W42-3",
                    "2014-288",
                    "-2014-10-15",
                    "+2014-10-15",
                    "2014-10-15x",
                    "yesterday",
                    "-",
                    "٢٠١٤-١٠-١٥",
                    "2014-10-15[UTC]"
                })
        void in_other_notations_are_refused(String text) {
            refuses(text, "is not an ISO date");
        }
    }

    @Nested
    @DisplayName("An xs:date has a zone")
    class DatesWithAZone {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2014-10-15Z",
                    "2014-10-15+02:00",
                    "2014-10-15-05:00",
                    "2014-10-15+14:00",
                    "2014-10-15-14:00",
                    "2014-10-15+05:30"
                })
        void and_counts_as_it_is_written(String text) throws UnconvertibleException {
            reads(text, "2014-10-15");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2014-10-15+15:00",
                    "2014-10-15-0500",
                    "2014-10-15-05",
                    "2014-10-15+02:60",
                    "2014-10-15z",
                    "2014-10-15 Z",
                    "2014-10-15UTC",
                    "2014-10-15ZZ",
                    "2014-10Z",
                    "20141015Z"
                })
        void and_no_other(String text) {
            refuses(text, "is not an ISO date");
        }

        @Test
        void of_a_day_that_exists() {
            refuses("2014-02-30Z", "does not exist in the calendar");
        }
    }

    @Nested
    @DisplayName("GeneralizedTime (RFC 4517) uses its own offset")
    class DirectoryTimes {

        @ParameterizedTest
        @CsvSource({
            "20211129101112Z,2021-11-29",
            "20211129101112.0Z,2021-11-29",
            "20211129235959.999Z,2021-11-29",
            "'20211129235959,5Z',2021-11-29",
            "20211129235960Z,2021-11-29",
            "20211129000000+1400,2021-11-29",
            "20211129235959-0500,2021-11-29",
            "20211129235959-05,2021-11-29",
            "202111291011Z,2021-11-29",
            "2021112910Z,2021-11-29",
            "2021112910.5+0100,2021-11-29",
            "19000101000000Z,1900-01-01",
            "20991231235959Z,2099-12-31",
            "20240229000000Z,2024-02-29",
        })
        void and_its_day_is_the_one_written(String text, String expected)
                throws UnconvertibleException {
            reads(text, expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "20211129101112",
                    "20211129246112Z",
                    "20211129106012Z",
                    "20211129101161Z",
                    "20211129101112.Z",
                    "20211129101112.0",
                    "20211129101112z[UTC]",
                    "20211129101112+1900",
                    "20211129T101112",
                    "2021112910111Z",
                    "202111291Z",
                    "20211129101112ZZ"
                })
        void and_needs_its_zone_and_a_time_that_exists(String text) {
            assertThatThrownBy(() -> CalendarDate.parse(text))
                    .isInstanceOf(UnconvertibleException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"20210229101112Z", "20211329101112Z", "29112021101112Z"})
        void and_a_day_that_exists(String text) {
            refuses(text, "does not exist in the calendar");
        }

        @ParameterizedTest
        @ValueSource(strings = {"16010101000000.0Z", "99991231235959Z", "00010101000000Z"})
        void and_is_refused_where_it_stands_for_never(String text) {
            refuses(text, "not between 1900 and 2099");
        }

        @ParameterizedTest(name = "{0} may be 2020-01-10 and {1}")
        @CsvSource({
            "200110101112Z,2001-10-10",
            "2001101011Z,2001-10-10",
            "201211101112+0100,2012-11-10",
            "201212010000.0Z,1920-12-12",
            "211129101112Z,nothing else",
            "2111291011Z,nothing else",
        })
        void and_is_refused_where_it_may_be_a_UTCTime(String text, String other) {
            refuses(text, "a two-digit year");
        }
    }

    @Nested
    @DisplayName("A date-time uses its own offset")
    class IsoDateTimes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2014-10-15T23:59:59Z",
                    "2014-10-15T23:59:59-05:00",
                    "2014-10-15T00:00:00+14:00",
                    "2014-10-15T00:00",
                    "2014-10-15T23:59:59",
                    "2014-10-15 23:59:59",
                    "2014-10-15T23:59:59.999999999Z",
                    "2014-10-15T23:59:59,5Z",
                    "2014-10-15t23:59:59z",
                    "2014-10-15T23:59:59+0200",
                    "2014-10-15T23:59:59+02"
                })
        void so_the_day_is_the_one_written(String text) throws UnconvertibleException {
            reads(text, "2014-10-15");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2014-10-15T",
                    "2014-10-15T24:00:00Z",
                    "2014-10-15T12",
                    "2014-10-15T12:60",
                    "2014-10-15T12:00:61",
                    "2014-10-15T12:00:",
                    "2014-10-15T12:00:00.",
                    "2014-10-15T12:00:00X",
                    "2014-10-15T12:00:00+19:00",
                    "2014-10-15T12:00:00+2",
                    "2014-10-15T12:00:00+02:60",
                    "2014-10-15T12:00:00+02-00",
                    "2014-10-15T12:00:00+02:00:00",
                    "2014-10-15T12:00:00Z[UTC]",
                    "2014-10-15T-1:00",
                    "2014-10-15_12:00"
                })
        void with_a_broken_time_are_refused(String text) {
            refuses(text, "is not an ISO date");
        }

        @Test
        void of_a_month_13_are_refused() {
            refuses("2014-13-15T23:59:59Z", "does not exist in the calendar");
        }
    }

    @Nested
    class Epochs {

        @ParameterizedTest
        @CsvSource({
            "100000000,1973-03-03",
            "325987200,1980-05-01",
            "999999999,2001-09-09",
            "1000000000,2001-09-09",
            "1413417599,2014-10-15",
            "1413417600,2014-10-16",
            "4102444799,2099-12-31",
            "-315619200,1960-01-01",
            "-2208988800,1900-01-01",
            "-100000001,1966-10-31",
        })
        void of_nine_or_ten_digits_are_seconds_in_UTC(String text, String expected)
                throws UnconvertibleException {
            reads(text, expected);
            reads("\u00a0" + text + " ", expected);
        }

        @ParameterizedTest
        @CsvSource({
            "1413417599999,2014-10-15",
            "1413417600000,2014-10-16",
            "4102444799999,2099-12-31",
            "1000000000000,2001-09-09",
            "-1000000000000,1938-04-24",
        })
        void of_thirteen_digits_are_milliseconds(String text, String expected)
                throws UnconvertibleException {
            reads(text, expected);
        }

        @ParameterizedTest(name = "{0}, {1}")
        @CsvSource({
            "15041980,day first",
            "04151980,month first",
            "19800415,year first",
            "150480,day first with two digits of the year",
            "041580,month first with two digits of the year",
            "800415,year first with two digits",
            "1541980,without the zero",
            "29326,days of a spreadsheet",
            "16358,days since 1970",
            "1980,a year",
            "198004,year and month",
            "80,two digits of a year",
            "1980106,year and day of the year",
            "2014101512,date and hour",
            "2014023112,date and hour of a day that does not exist",
            "2014101524,date and hour 24",
            "0415198012,a leading zero",
            "041519801,a leading zero",
            "0413417599999,a leading zero",
            "201410151200,date and minute",
            "150419801200,date and minute with the day first",
            "20141015235959,date and second",
            "20141015235959999,date and millisecond",
            "325987200000,milliseconds before 2001",
            "14134175999,tenths of a second",
            "1413417599999999,microseconds",
            "132806862720000000,hundreds of nanoseconds since 1601",
            "1413417599999999999,nanoseconds",
            "9999999999999999999999,nothing",
            "0,zero",
            "-1,minus one",
            "-15041980,a minus",
            "-201410151200,a minus",
        })
        void that_may_be_a_date_in_another_form_are_refused(String text, String form) {
            refuses(text, "write the date like 2014-10-15");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "9999999999",
                    "4102444800",
                    "-2208988801",
                    "5184000000",
                    "-9999999999",
                    "9999999999999"
                })
        void that_give_unlikely_years_are_refused(String text) {
            refuses(text, "not between 1900 and 2099");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1413417599.5",
                    "1e9",
                    "+1413417599",
                    "1413417599s",
                    "1413417599Z",
                    "−1413417599"
                })
        void with_anything_but_digits_are_refused(String text) {
            assertThatThrownBy(() -> CalendarDate.parse(text))
                    .isInstanceOf(UnconvertibleException.class);
        }
    }
}
