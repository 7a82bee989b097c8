package io.github.keycloakliveperson.sde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("L9: dates are read from ISO dates, ISO date-times and epochs")
class CalendarDateTest {

    private static void reads(String text, String expected) throws UnconvertibleException {
        assertThat(CalendarDate.parse(text).toLocalDate()).hasToString(expected);
    }

    private static void refuses(String text, String reason) {
        assertThatThrownBy(() -> CalendarDate.parse(text))
                .isInstanceOf(UnconvertibleException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void become_an_object_of_integers_in_LivePersons_order() throws UnconvertibleException {
        assertThat(CalendarDate.parse("2014-10-05").toJson().toString())
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
    @DisplayName("A date-time counts by its own offset")
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
                    "2014-10-15_12:00",
                    "2014-10-15Z"
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
            "0,1970-01-01",
            "-1,1969-12-31",
            "86399,1970-01-01",
            "86400,1970-01-02",
            "1413417599,2014-10-15",
            "1413417600,2014-10-16",
            "-2208988800,1900-01-01",
            "4102444799,2099-12-31",
            "325987200,1980-05-01",
        })
        void in_seconds_are_days_in_UTC(String text, String expected)
                throws UnconvertibleException {
            reads(text, expected);
        }

        @ParameterizedTest
        @CsvSource({
            "1413417599999,2014-10-15",
            "1413417600000,2014-10-16",
            "325987200000,1980-05-01",
            "-315619200000,1960-01-01",
            "10000000000,1970-04-26",
        })
        void of_more_than_ten_digits_are_milliseconds(String text, String expected)
                throws UnconvertibleException {
            reads(text, expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"1900", "1980", "2099", "19000101", "19800415", "20240229", "20991231"})
        void that_may_be_a_year_or_a_date_are_refused(String text) {
            refuses(text, "write the date like 2014-10-15");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1234", "19801315", "20230229", "98765432"})
        void of_the_same_length_that_can_be_nothing_else_are_read(String text)
                throws UnconvertibleException {
            assertThat(CalendarDate.parse(text).year()).isBetween(1970, 1973);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "9999999999",
                    "4102444800",
                    "-2208988801",
                    "5184000000",
                    "-9999999999",
                    "20141015235959",
                    "1413417599999999",
                    "999999999999999999",
                    "9999999999999999999999"
                })
        void that_give_unlikely_years_are_refused(String text) {
            refuses(text, "not between 1900 and 2099");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1413417599.5", "1e9", "+1413417599", "1413417599s"})
        void with_anything_but_digits_are_refused(String text) {
            refuses(text, "is not an ISO date");
        }
    }
}
