package io.github.keycloakliveperson.contract.sde;

import java.util.Map;

/** What the JSON of a field of {@code ctmrinfo} or {@code personal} must be (L9). */
enum SdeField {
    STRING,
    NUMBER,
    INTEGER,
    DATE,
    AGE,
    GENDER,
    LANGUAGE,
    CURRENCY,
    CONTACTS,
    PHONE_TYPE,
    ADDRESS;

    /** {@code info} of {@code ctmrinfo}, exact in name and case. */
    static final Map<String, SdeField> CTMRINFO =
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
                    Map.entry("currency", CURRENCY),
                    Map.entry("companySize", INTEGER),
                    Map.entry("loginStatus", INTEGER),
                    Map.entry("lastPaymentDate", DATE),
                    Map.entry("registrationDate", DATE));

    /** {@code personal} of {@code personal}, exact in name and case. */
    static final Map<String, SdeField> PERSONAL =
            Map.of(
                    "firstname", STRING,
                    "lastname", STRING,
                    "company", STRING,
                    "age", AGE,
                    "contacts", CONTACTS,
                    "gender", GENDER,
                    "language", LANGUAGE);

    /** One of {@code personal.contacts}. */
    static final Map<String, SdeField> CONTACT =
            Map.of("email", STRING, "phone", STRING, "phoneType", PHONE_TYPE, "address", ADDRESS);

    /** A contact's {@code address}. */
    static final Map<String, SdeField> OF_ADDRESS = Map.of("country", STRING, "region", STRING);

    /** What a value should be, after the words "is not". */
    String expectation() {
        return switch (this) {
            case STRING -> "a non-empty string";
            case NUMBER -> "a JSON number";
            case INTEGER -> "a JSON integer";
            case DATE -> "an object with the integers day, month and year of a day that exists";
            case AGE -> "an object with the integer age, or with the integers year, month and day";
            case GENDER -> "MALE, FEMALE or OTHER in capitals";
            case LANGUAGE -> "a language and a country, such as en-US";
            case CURRENCY -> "a currency code of three capitals, such as USD";
            case CONTACTS -> "an array of objects";
            case PHONE_TYPE -> "one of LivePerson's nine phone types in capitals";
            case ADDRESS -> "an object with country and region";
        };
    }
}
