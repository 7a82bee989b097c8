package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.check.clause.FieldType.INTEGER;
import static io.github.keycloakliveperson.check.clause.FieldType.MONTH;
import static io.github.keycloakliveperson.check.clause.FieldType.NUMBER;
import static io.github.keycloakliveperson.check.clause.FieldType.STRING;

import java.util.Map;
import java.util.Set;

/** LivePerson's two tables of fields, exact names and types (L9). */
final class SdeTables {
    private static final FieldType DATE =
            FieldType.object(Map.of("day", INTEGER, "month", MONTH, "year", INTEGER));

    /** {@code info} of {@code ctmrinfo}. */
    static final FieldType CTMRINFO =
            FieldType.object(
                    Map.ofEntries(
                            Map.entry("cstatus", STRING),
                            Map.entry("ctype", STRING),
                            Map.entry("customerId", STRING),
                            Map.entry("socialId", STRING),
                            Map.entry("imei", STRING),
                            Map.entry("userName", STRING),
                            Map.entry("companyBranch", STRING),
                            Map.entry("accountName", STRING),
                            Map.entry("role", STRING),
                            Map.entry("balance", NUMBER),
                            Map.entry("currency", STRING),
                            Map.entry("companySize", INTEGER),
                            Map.entry("loginStatus", INTEGER),
                            Map.entry("lastPaymentDate", DATE),
                            Map.entry("registrationDate", DATE)));

    private static final FieldType ADDRESS =
            FieldType.object(Map.of("country", STRING, "region", STRING));

    private static final FieldType PHONE_TYPE =
            FieldType.word(
                    Set.of(
                            "HOME",
                            "MOBILE",
                            "WORK",
                            "FAX",
                            "MAIN",
                            "HOME_FAX",
                            "WORK_FAX",
                            "PAGER",
                            "OTHER"));

    private static final FieldType CONTACT =
            FieldType.object(
                    Map.of(
                            "email", STRING,
                            "phone", STRING,
                            "phoneType", PHONE_TYPE,
                            "address", ADDRESS));

    private static final FieldType AGE =
            FieldType.object(
                    Map.of("age", INTEGER, "year", INTEGER, "month", MONTH, "day", INTEGER));

    /** {@code personal} of {@code personal}. */
    static final FieldType PERSONAL =
            FieldType.object(
                    Map.of(
                            "firstname", STRING,
                            "lastname", STRING,
                            "company", STRING,
                            "age", AGE,
                            "contacts", FieldType.array(CONTACT),
                            "gender", FieldType.word(Set.of("MALE", "FEMALE", "OTHER")),
                            "language", FieldType.LANGUAGE));

    private SdeTables() {}
}
