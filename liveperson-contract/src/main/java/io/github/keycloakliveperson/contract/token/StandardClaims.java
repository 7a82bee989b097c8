package io.github.keycloakliveperson.contract.token;

import static io.github.keycloakliveperson.contract.clause.Clause.*;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.sde.VerifiedField;
import io.github.keycloakliveperson.contract.sde.VerifiedField.Source;
import java.util.ArrayList;
import java.util.List;

/** The OpenID standard claims that an agent sees (L5), all optional. */
final class StandardClaims {

    static final List<String> SHOWN =
            List.of(
                    "given_name",
                    "family_name",
                    "email",
                    "gender",
                    "preferred_username",
                    "phone_number");

    private StandardClaims() {}

    static List<VerifiedField> read(JsonNode claims, Findings out) {
        List<VerifiedField> fields = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (var name : SHOWN) {
            var value = claims.path(name);
            if (value.isTextual()) {
                fields.add(new VerifiedField(Source.CLAIM, name, value.textValue()));
            } else if (!value.isMissingNode()) {
                wrong.add(name);
            }
        }
        out.on(L5, "standard claims", "Make them strings (OpenID Connect Core §5.1).")
                .judge(
                        wrong.isEmpty(),
                        present(fields),
                        "not strings: " + String.join(", ", wrong));
        if (claims.path("phone_number").isTextual()) {
            phone(claims.path("phone_number").textValue(), out);
        }
        return fields;
    }

    private static String present(List<VerifiedField> fields) {
        return fields.isEmpty()
                ? "none, all are optional"
                : String.join(", ", fields.stream().map(VerifiedField::path).toList());
    }

    private static void phone(String phone, Findings out) {
        out.on(L5, "phone_number", "Send a phone in personal.contacts[].phone.")
                .warn(
                        phone.matches("\\+[1-9][0-9]{1,14}")
                                ? "LivePerson may show it as the IMEI"
                                : "not in E.164 form, such as +4930123456");
    }
}
