package io.github.keycloakliveperson.sde.value;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** A consumer's age in completed years, with the birthdate it comes from. */
record Age(int years, LocalDate birthdate) {

    private static final int OLDEST = 150;

    /** Somebody born on 29 February completes a year on 1 March if the year has no such day. */
    static Age on(LocalDate today, LocalDate birthdate) throws UnconvertibleException {
        if (birthdate.isAfter(today)) {
            throw new UnconvertibleException("the birthdate lies in the future");
        }
        var years = birthdate.until(today).getYears();
        if (years > OLDEST) {
            throw new UnconvertibleException(
                    "the birthdate lies more than " + OLDEST + " years ago");
        }
        return new Age(years, birthdate);
    }

    /** LivePerson's age object: {@code {"age":34,"year":1980,"month":4,"day":15}}. */
    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>(8);
        json.put("age", years);
        json.put("year", birthdate.getYear());
        json.put("month", birthdate.getMonthValue());
        json.put("day", birthdate.getDayOfMonth());
        return json;
    }
}
