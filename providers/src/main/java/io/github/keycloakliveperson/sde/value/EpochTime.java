package io.github.keycloakliveperson.sde.value;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Seconds or milliseconds since 1970-01-01T00:00Z, distinguished by their number of digits: the
 * seconds of 1973 to 2286 have nine or ten, the milliseconds since 2001 thirteen.
 *
 * <p>Any other run of digits may be a date: {@code 15041980}, {@code 150480}, {@code 201410151200},
 * days of a spreadsheet, the hundreds of nanoseconds of Active Directory. Each would silently
 * become a wrong day.
 */
final class EpochTime {

    private static final long SECONDS_PER_DAY = 86_400L;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    /** {@code 2014101512}, which would be a day of 2033. */
    private static final Pattern DATE_AND_HOUR =
            Pattern.compile(
                    "(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-4])");

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]++");

    private EpochTime() {}

    /** Whether the text is digits only, but for a minus. */
    static boolean looksLike(String text) {
        return DIGITS.matcher(text).matches();
    }

    /** The day in UTC; none where the digits could be meant otherwise, or of an unlikely year. */
    static LocalDate dayOf(String digits) throws UnconvertibleException {
        var first = digits.charAt(0) == '-' ? 1 : 0;
        var length = digits.length() - first;
        var seconds = length == 9 || length == 10;
        var milliseconds = length == 13;
        if (!(seconds || milliseconds)
                || digits.charAt(first) == '0'
                || DATE_AND_HOUR.matcher(digits).matches()) {
            throw new UnconvertibleException(
                    "digits alone are read as epoch seconds (9 or 10 digits) or milliseconds (13)"
                            + " only, and not if they could be a date: write the date like"
                            + " 2014-10-15");
        }
        long unitsPerDay = milliseconds ? SECONDS_PER_DAY * 1000 : SECONDS_PER_DAY;
        return requireLikely(
                LocalDate.ofEpochDay(Math.floorDiv(Long.parseLong(digits), unitsPerDay)));
    }

    /** Others stand for "never" in directories (1601, 9999), or come from digits of no epoch. */
    static LocalDate requireLikely(LocalDate day) throws UnconvertibleException {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new UnconvertibleException("the date is not between 1900 and 2099");
        }
        return day;
    }
}
