package io.github.keycloakliveperson.sde.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("L9: the age is calculated from the birthdate")
class AgeTest {

    @ParameterizedTest(name = "born {0}, issued {1}: {2}")
    @CsvSource({
        "1980-04-15,2014-04-14,33",
        "1980-04-15,2014-04-15,34",
        "1980-04-15,2015-04-14,34",
        "2004-02-29,2024-02-28,19",
        "2004-02-29,2024-02-29,20",
        "2004-02-29,2025-02-28,20",
        "2004-02-29,2025-03-01,21",
        "2026-11-20,2026-11-20,0",
        "1876-11-20,2026-11-20,150",
    })
    void in_completed_years_on_the_day_of_issue(String born, LocalDate today, int years)
            throws UnconvertibleException {
        assertThat(Age.on(today, CalendarDate.parse(born)).years()).isEqualTo(years);
    }

    @Test
    void comes_with_year_month_and_day() throws UnconvertibleException {
        Age age = Age.on(LocalDate.of(2014, 10, 15), CalendarDate.parse("1980-04-15T23:30:00Z"));

        assertThat(age.toJson().toString()).isEqualTo("{age=34, year=1980, month=4, day=15}");
    }

    @Test
    void is_not_told_for_a_birthdate_in_the_future() {
        assertThatThrownBy(() -> Age.on(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 21)))
                .isInstanceOf(UnconvertibleException.class)
                .hasMessage("the birthdate lies in the future");
    }

    @Test
    void is_not_told_beyond_150_years() {
        assertThatThrownBy(() -> Age.on(LocalDate.of(2026, 11, 20), LocalDate.of(1875, 11, 20)))
                .isInstanceOf(UnconvertibleException.class)
                .hasMessage("the birthdate lies more than 150 years ago");
    }
}
