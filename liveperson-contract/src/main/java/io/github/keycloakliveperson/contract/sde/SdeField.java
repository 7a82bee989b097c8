package io.github.keycloakliveperson.contract.sde;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of {@code ctmrinfo} and {@code personal}, exact in name and case, with their types.
 */
record SdeField(String name, Type type) {

    /** What a field's JSON must be. */
    enum Type {
        STRING,
        NUMBER,
        INTEGER,
        DATE,
        AGE,
        GENDER,
        LANGUAGE,
        CURRENCY,
        CONTACTS
    }

    static final Map<String, SdeField> CTMRINFO =
            table(
                    strings(
                            "cstatus",
                            "ctype",
                            "customerId",
                            "socialId",
                            "imei",
                            "userName",
                            "companyBranch",
                            "accountName",
                            "role"),
                    List.of(
                            new SdeField("balance", Type.NUMBER),
                            new SdeField("currency", Type.CURRENCY),
                            new SdeField("companySize", Type.INTEGER),
                            new SdeField("loginStatus", Type.INTEGER),
                            new SdeField("lastPaymentDate", Type.DATE),
                            new SdeField("registrationDate", Type.DATE)));

    static final Map<String, SdeField> PERSONAL =
            table(
                    strings("firstname", "lastname", "company"),
                    List.of(
                            new SdeField("age", Type.AGE),
                            new SdeField("gender", Type.GENDER),
                            new SdeField("language", Type.LANGUAGE),
                            new SdeField("contacts", Type.CONTACTS)));

    private static List<SdeField> strings(String... names) {
        return Arrays.stream(names).map(n -> new SdeField(n, Type.STRING)).toList();
    }

    private static Map<String, SdeField> table(List<SdeField> some, List<SdeField> others) {
        return Stream.concat(some.stream(), others.stream())
                .collect(Collectors.toUnmodifiableMap(SdeField::name, Function.identity()));
    }
}
