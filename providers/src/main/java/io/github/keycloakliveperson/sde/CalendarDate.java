package io.github.keycloakliveperson.sde;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A day without time and zone.
 *
 * @param year 1 to 9999
 * @param month 1 to 12
 * @param day 1 to the month's last
 */
record CalendarDate(int year, int month, int day) {

    private static final int DATE_LENGTH = "2014-10-15".length();
    private static final String EXPECTED =
            "the value is not an ISO date such as 2014-10-15, an ISO date-time, or epoch seconds or"
                    + " milliseconds";

    /**
     * Reads an ISO date, an ISO date-time (its day by its own offset, so the day as written) or
     * epoch seconds or milliseconds (their day in UTC).
     *
     * @throws UnconvertibleException for anything else, for days that don't exist, and for digits
     *     that could be a year or a date as well as an epoch
     */
    static CalendarDate parse(String text) throws UnconvertibleException {
        String date = text.strip();
        if (EpochTime.looksLike(date)) {
            LocalDate day = EpochTime.dayOf(date);
            return new CalendarDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        }
        if (!hasDateShape(date) || !isTime(date)) {
            throw new UnconvertibleException(EXPECTED);
        }
        int year = digits(date, 0, 4);
        int month = digits(date, 5, 7);
        int day = digits(date, 8, 10);
        if (!exists(year, month, day)) {
            throw new UnconvertibleException("the date does not exist in the calendar");
        }
        return new CalendarDate(year, month, day);
    }

    /** Tells whether the calendar has this day. */
    static boolean exists(int year, int month, int day) {
        return year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    /** LivePerson's date object: {@code {"day":15,"month":10,"year":2014}}. */
    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>(4);
        json.put("day", day);
        json.put("month", month);
        json.put("year", year);
        return json;
    }

    LocalDate toLocalDate() {
        return LocalDate.of(year, month, day);
    }

    private static boolean hasDateShape(String text) {
        if (text.length() < DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < DATE_LENGTH; i++) {
            if (i != 4 && i != 7 && !Digits.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTime(String text) {
        if (text.length() == DATE_LENGTH) {
            return true;
        }
        char separator = text.charAt(DATE_LENGTH);
        return (separator == 'T' || separator == 't' || separator == ' ')
                && TimeOfDay.isWellFormed(text, DATE_LENGTH + 1);
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
