package io.github.keycloakliveperson.sde.value;

import io.github.keycloakliveperson.PastedText;
import java.util.List;

/** LivePerson's phone types. */
enum PhoneType {
    HOME,
    MOBILE,
    WORK,
    FAX,
    MAIN,
    HOME_FAX,
    WORK_FAX,
    PAGER,
    OTHER;

    private static final List<PhoneType> ALL = List.of(values());

    /**
     * Reads a phone type in any case.
     *
     * @throws UnconvertibleException for a type that LivePerson doesn't know
     */
    static PhoneType parse(String text) throws UnconvertibleException {
        String wanted = PastedText.strip(text);
        for (PhoneType type : ALL) {
            if (type.name().equalsIgnoreCase(wanted)) {
                return type;
            }
        }
        throw new UnconvertibleException(
                "the value is none of HOME, MOBILE, WORK, FAX, MAIN, HOME_FAX, WORK_FAX, PAGER,"
                        + " OTHER");
    }
}
