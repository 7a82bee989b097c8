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

    static PhoneType parse(String text) throws UnconvertibleException {
        var wanted = PastedText.strip(text);
        for (var type : ALL) {
            if (type.name().equalsIgnoreCase(wanted)) {
                return type;
            }
        }
        throw new UnconvertibleException(
                "the value is none of HOME, MOBILE, WORK, FAX, MAIN, HOME_FAX, WORK_FAX, PAGER,"
                        + " OTHER");
    }
}
