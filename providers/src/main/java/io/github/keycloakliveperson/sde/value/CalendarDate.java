package io.github.keycloakliveperson.sde.value;

import io.github.keycloakliveperson.PastedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads days without time and zone. A day that isn't certain isn't read: LivePerson's agent would
 * see it as a fact.
 *
 * <p>Patterns recognize the forms, and {@link LocalDate} checks the days: a formatter of {@code
 * java.time} for the same forms needs as many lines, and objects for each part.
 */
final class CalendarDate {

    private static final String ZONE = "(?:[Zz]|[+-](?:0\\d|1[0-8])(?::?[0-5]\\d)?)";

    /** A day alone, an {@code xs:date} with its zone, or a date-time. */
    private static final Pattern ISO =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\d(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d"
                            + "|[Tt ](?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d+)?)?"
                            + ZONE
                            + "?)?");

    /** RFC 4517 §3.3.13: {@code 20141015235959.0Z}. */
    private static final Pattern GENERALIZED_TIME =
            Pattern.compile(
                    "\\d{8}(?:[01]\\d|2[0-3])(?:[0-5]\\d(?:[0-5]\\d|60)?)?(?:[.,]\\d+)?" + ZONE);

    /** RFC 4517 §3.3.34, with a fraction too: a year of two digits, or maybe a GeneralizedTime. */
    private static final Pattern UTC_TIME =
            Pattern.compile(
                    "\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])[0-5]\\d"
                            + "(?:[0-5]\\d)?(?:[.,]\\d+)?"
                            + ZONE);

    private CalendarDate() {}

    /**
     * Reads an ISO date ({@code xs:date} with its zone too), an ISO date-time or a GeneralizedTime
     * (their day by their own offset, so the day as written), or an epoch time (its day in UTC).
     *
     * @throws UnconvertibleException also for days that don't exist, and for digits that could be a
     *     date in another form
     */
    static LocalDate parse(String text) throws UnconvertibleException {
        var date = PastedText.strip(text);
        if (EpochTime.looksLike(date)) {
            return EpochTime.dayOf(date);
        }
        if (ISO.matcher(date).matches()) {
            return day(date, 5, 8);
        }
        if (UTC_TIME.matcher(date).matches()) {
            throw new UnconvertibleException(
                    "the digits may be a date with a two-digit year: write the date like"
                            + " 2014-10-15");
        }
        if (GENERALIZED_TIME.matcher(date).matches()) {
            return EpochTime.requireLikely(day(date, 4, 6));
        }
        throw new UnconvertibleException(
                "the value is not an ISO date such as 2014-10-15, an ISO date-time, a"
                        + " GeneralizedTime such as 20141015120000Z, or epoch seconds or"
                        + " milliseconds");
    }

    /** LivePerson's date object: {@code {"day":15,"month":10,"year":2014}}. */
    static Map<String, Object> toJson(LocalDate date) {
        Map<String, Object> json = new LinkedHashMap<>(4);
        json.put("day", date.getDayOfMonth());
        json.put("month", date.getMonthValue());
        json.put("year", date.getYear());
        return json;
    }

    private static LocalDate day(String text, int monthAt, int dayAt)
            throws UnconvertibleException {
        try {
            var year = Integer.parseInt(text, 0, 4, 10);
            var month = Integer.parseInt(text, monthAt, monthAt + 2, 10);
            var day = Integer.parseInt(text, dayAt, dayAt + 2, 10);
            ChronoField.YEAR_OF_ERA.checkValidValue(year); // 0000 is none
            return LocalDate.of(year, month, day);
        } catch (DateTimeException nonexistent) {
            throw new UnconvertibleException("the date does not exist in the calendar");
        }
    }
}
