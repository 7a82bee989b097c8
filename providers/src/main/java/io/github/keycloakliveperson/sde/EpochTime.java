package io.github.keycloakliveperson.sde;

import java.time.LocalDate;

/**
 * Seconds or milliseconds since 1970-01-01T00:00Z.
 *
 * <p>Which of the two is told by size: up to ten digits are seconds (until 2286), more are
 * milliseconds. Milliseconds of the first weeks of 1970 can't be told from seconds and are read as
 * such; where that gives a year outside 1900 to 2099 the value is refused.
 */
final class EpochTime {

    private static final long FIRST_MILLISECONDS = 10_000_000_000L;
    private static final long SECONDS_PER_DAY = 86_400L;
    private static final int MAX_DIGITS = 18;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    private EpochTime() {}

    /** Tells whether the text is digits only, with an optional minus. */
    static boolean looksLike(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        return text.length() > first && Digits.areDigits(text, first, text.length());
    }

    /**
     * Tells the day in UTC.
     *
     * @param digits what {@link #looksLike} said yes to
     * @throws UnconvertibleException when the digits could be meant otherwise, or lie outside the
     *     years 1900 to 2099
     */
    static LocalDate dayOf(String digits) throws UnconvertibleException {
        if (digits.length() > MAX_DIGITS) {
            throw outOfRange();
        }
        long epoch = Long.parseLong(digits);
        if (isYear(digits, epoch) || isBasicDate(digits, epoch)) {
            throw new UnconvertibleException(
                    "the digits may be a year or a date without dashes as well as epoch seconds:"
                            + " write the date like 2014-10-15");
        }
        long unitsPerDay =
                Math.abs(epoch) < FIRST_MILLISECONDS ? SECONDS_PER_DAY : SECONDS_PER_DAY * 1000;
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(epoch, unitsPerDay));
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw outOfRange();
        }
        return day;
    }

    /** 1980, which would be 00:33 on 1 January 1970. */
    private static boolean isYear(String digits, long epoch) {
        return digits.length() == 4 && epoch >= FIRST_YEAR && epoch <= LAST_YEAR;
    }

    /** 19800415, which would be a night of August 1970. */
    private static boolean isBasicDate(String digits, long epoch) {
        int year = (int) (epoch / 10_000);
        return digits.length() == 8
                && year >= FIRST_YEAR
                && year <= LAST_YEAR
                && CalendarDate.exists(year, (int) (epoch / 100 % 100), (int) (epoch % 100));
    }

    private static UnconvertibleException outOfRange() {
        return new UnconvertibleException(
                "read as epoch seconds or milliseconds the date is not between 1900 and 2099");
    }
}
