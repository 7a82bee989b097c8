package io.github.keycloakliveperson.sde;

/**
 * The part of an ISO date-time after the {@code T}: {@code 23:59}, {@code 23:59:59.999Z}, {@code
 * 23:59:59+02:00}. Only its form counts: the day is taken as written, by the date-time's own
 * offset.
 */
final class TimeOfDay {

    private static final int MAX_OFFSET_HOURS = 18;

    private TimeOfDay() {}

    /** Tells whether a time with an optional offset, and nothing else, begins at {@code from}. */
    static boolean isWellFormed(String text, int from) {
        if (!isTwoDigits(text, from, 23) || !isNext(text, from + 2, ':', 59)) {
            return false;
        }
        int at = from + 5;
        if (at < text.length() && text.charAt(at) == ':') {
            if (!isTwoDigits(text, at + 1, 59)) {
                return false;
            }
            at += 3;
            if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                int end = Digits.end(text, at + 1, text.length());
                if (end == at + 1) {
                    return false;
                }
                at = end;
            }
        }
        return isOffset(text, at);
    }

    /** Nothing, {@code Z}, {@code +02}, {@code +0200} or {@code +02:00}. */
    private static boolean isOffset(String text, int at) {
        int length = text.length() - at;
        if (length == 0) {
            return true;
        }
        char sign = text.charAt(at);
        if (length == 1) {
            return sign == 'Z' || sign == 'z';
        }
        if ((sign != '+' && sign != '-') || !isTwoDigits(text, at + 1, MAX_OFFSET_HOURS)) {
            return false;
        }
        return switch (length) {
            case 3 -> true;
            case 5 -> isTwoDigits(text, at + 3, 59);
            case 6 -> isNext(text, at + 3, ':', 59);
            default -> false;
        };
    }

    private static boolean isNext(String text, int at, char separator, int max) {
        return at < text.length() && text.charAt(at) == separator && isTwoDigits(text, at + 1, max);
    }

    private static boolean isTwoDigits(String text, int at, int max) {
        return at + 2 <= text.length()
                && Digits.areDigits(text, at, at + 2)
                && Integer.parseInt(text, at, at + 2, 10) <= max;
    }
}
