package io.github.keycloakliveperson.sde;

import static io.github.keycloakliveperson.sde.claim.SdeType.CTMRINFO;
import static io.github.keycloakliveperson.sde.claim.SdeType.PERSONAL;

import io.github.keycloakliveperson.Setting;
import io.github.keycloakliveperson.sde.claim.SdeType;
import io.github.keycloakliveperson.sde.value.FieldKind;
import java.util.List;

/**
 * Every setting of the two mappers: one per LivePerson field, named exactly like it (L9), with its
 * type, its JSON kind and its help text. {@code birthdate} feeds the field {@code age}; the contact
 * parts make up the objects of {@code contacts}. In the JSON, the fields come in this order.
 */
public enum SdeField {
    CSTATUS(CTMRINFO, "cstatus", FieldKind.TEXT, "Status, from the account’s own list."),
    CTYPE(CTMRINFO, "ctype", FieldKind.TEXT, "Type or tier, from the account’s own list."),
    CUSTOMER_ID(CTMRINFO, "customerId", FieldKind.TEXT, "The brand’s customer number."),
    BALANCE(CTMRINFO, "balance", FieldKind.NUMBER, "Account balance, may be negative."),
    CURRENCY(CTMRINFO, "currency", FieldKind.TEXT, "Currency code, such as USD."),
    SOCIAL_ID(CTMRINFO, "socialId", FieldKind.TEXT, "Id in a social network."),
    IMEI(CTMRINFO, "imei", FieldKind.TEXT, "The device’s IMEI."),
    USER_NAME(CTMRINFO, "userName", FieldKind.TEXT, "User name at the brand."),
    COMPANY_SIZE(CTMRINFO, "companySize", FieldKind.INTEGER, "Size of the company."),
    COMPANY_BRANCH(CTMRINFO, "companyBranch", FieldKind.TEXT, "Branch of the company."),
    ACCOUNT_NAME(CTMRINFO, "accountName", FieldKind.TEXT, "Name of the account."),
    ROLE(CTMRINFO, "role", FieldKind.TEXT, "Role of the consumer."),
    LOGIN_STATUS(CTMRINFO, "loginStatus", FieldKind.INTEGER, "Login status."),
    LAST_PAYMENT_DATE(CTMRINFO, "lastPaymentDate", FieldKind.DATE, "Day of the last payment."),
    REGISTRATION_DATE(CTMRINFO, "registrationDate", FieldKind.DATE, "Day of the registration."),

    FIRSTNAME(PERSONAL, "firstname", FieldKind.TEXT, "First name."),
    LASTNAME(PERSONAL, "lastname", FieldKind.TEXT, "Last name."),
    BIRTHDATE(
            PERSONAL,
            "birthdate",
            FieldKind.AGE,
            "Birthdate; becomes the field age: completed years on the day of issue, year, month,"
                    + " day."),
    EMAIL(
            PERSONAL,
            "email",
            FieldKind.TEXT,
            "E-mail address of a contact. Several values make several contacts; the i-th e-mail"
                    + " goes with the i-th phone."),
    PHONE(PERSONAL, "phone", FieldKind.TEXT, "Phone. Several values make several contacts."),
    PHONE_TYPE(
            PERSONAL,
            "phoneType",
            FieldKind.PHONE_TYPE,
            "Type of the phone. A single value applies to every contact."
                    + " Several values go with the contacts one by one."),
    COUNTRY(PERSONAL, "country", FieldKind.TEXT, "Country. One value applies to every contact."),
    REGION(PERSONAL, "region", FieldKind.TEXT, "Region. One value applies to every contact."),
    GENDER(PERSONAL, "gender", FieldKind.GENDER, "Gender."),
    COMPANY(PERSONAL, "company", FieldKind.TEXT, "Company."),
    LANGUAGE(PERSONAL, "language", FieldKind.LANGUAGE, "Language.");

    /** The key of {@code personal} under which the contacts stand. */
    static final String CONTACTS = "contacts";

    private static final String AGE = "age";
    private static final String SOURCES =
            " Source: an attribute’s name, attribute:name, note:name (user session note),"
                    + " organization:name (attribute of the consumer’s organization),"
                    + " organization:.name, organization:.alias or value:text (constant). Empty:"
                    + " the field is left out.";
    private static final List<SdeField> ALL = List.of(values());

    private final SdeType type;
    private final String setting;
    private final FieldKind kind;
    private final Setting<String> form;

    SdeField(SdeType type, String setting, FieldKind kind, String meaning) {
        this.type = type;
        this.setting = setting;
        this.kind = kind;
        var help = meaning + ' ' + kind.expectation() + SOURCES;
        this.form = Setting.text(setting, setting, false, help);
    }

    static List<SdeField> of(SdeType type) {
        return ALL.stream().filter(field -> field.type == type).toList();
    }

    public SdeType type() {
        return type;
    }

    /** The name of the setting, which is the field's name at LivePerson. */
    public String setting() {
        return setting;
    }

    /** The key in LivePerson's JSON: the setting's name, but {@code age} for the birthdate. */
    String jsonName() {
        return this == BIRTHDATE ? AGE : setting;
    }

    FieldKind kind() {
        return kind;
    }

    Setting<String> form() {
        return form;
    }

    /** Whether the field is a part of a contact instead of a field of its own. */
    boolean isContactPart() {
        return switch (this) {
            case EMAIL, PHONE, PHONE_TYPE, COUNTRY, REGION -> true;
            default -> false;
        };
    }

    /** The setting that a wrongly written name most likely means, or null. */
    static SdeField meantBy(SdeType type, String name) {
        return ALL.stream()
                .filter(field -> field.type == type)
                .filter(
                        field ->
                                field.setting.equalsIgnoreCase(name)
                                        || field.jsonName().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }
}
