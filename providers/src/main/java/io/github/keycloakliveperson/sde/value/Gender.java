package io.github.keycloakliveperson.sde.value;

import io.github.keycloakliveperson.PastedText;

/** The three values of {@code gender} in {@code personal}, upper case as LivePerson has them. */
enum Gender {
    MALE,
    FEMALE,
    OTHER;

    /** Reads {@code male}/{@code m} and {@code female}/{@code f} in any case; else OTHER. */
    static Gender parse(String text) {
        var gender = PastedText.strip(text);
        if (gender.equalsIgnoreCase("male") || gender.equalsIgnoreCase("m")) {
            return MALE;
        }
        if (gender.equalsIgnoreCase("female") || gender.equalsIgnoreCase("f")) {
            return FEMALE;
        }
        return OTHER;
    }
}
