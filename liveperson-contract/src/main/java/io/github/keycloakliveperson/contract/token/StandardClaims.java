package io.github.keycloakliveperson.contract.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.sde.VerifiedField;
import io.github.keycloakliveperson.contract.sde.VerifiedField.Source;
import java.util.ArrayList;
import java.util.List;

/** The OpenID standard claims that an agent sees (L5), all optional. */
final class StandardClaims {

    private static final List<String> SHOWN =
            List.of(
                    "given_name",
                    "family_name",
                    "email",
                    "gender",
                    "preferred_username",
                    "phone_number");

    private final List<VerifiedField> fields = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    StandardClaims(JsonNode claims) {
        for (var name : SHOWN) {
            var value = claims.path(name);
            if (value.isTextual()) {
                fields.add(new VerifiedField(Source.CLAIM, name, value.textValue()));
            } else if (!value.isMissingNode()) {
                findings.add(Finding.breach("L5", "The claim " + name + " is not a string."));
            }
        }
        if (claims.path("phone_number").isTextual()) {
            aboutPhone(claims.path("phone_number").textValue());
        }
    }

    private void aboutPhone(String phone) {
        findings.add(
                Finding.note(
                        "L5",
                        phone.matches("\\+[1-9][0-9]{1,14}")
                                ? "phone_number may be shown as the IMEI; use contacts for a phone."
                                : "phone_number is not in E.164 form, such as +4930123456."));
    }

    List<VerifiedField> fields() {
        return fields;
    }

    List<Finding> findings() {
        return findings;
    }
}
