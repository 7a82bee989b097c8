package io.github.keycloakliveperson.contract.sde;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.sde.SdeValue.Fit;
import io.github.keycloakliveperson.contract.sde.VerifiedField.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the data of one entry of {@code lp_sdes}: the agent's fields, and what is wrong (L9). */
final class SdeEntry {

    private final Source source;
    private final String key;
    private final List<VerifiedField> fields = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> odd = new ArrayList<>();

    /** The data is under this key. */
    SdeEntry(Source source, String key) {
        this.source = source;
        this.key = key;
    }

    void read(JsonNode entry, Map<String, SdeField> known) {
        entry.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!name.equals("type") && !name.equals(key)) {
                                odd.add(name + " is next to " + key);
                            }
                        });
        if (entry.path(key).isObject()) {
            members("", entry.path(key), known);
        } else {
            wrong.add("there is no object under the key " + key);
        }
    }

    private void members(String above, JsonNode object, Map<String, SdeField> known) {
        for (var member : object.properties()) {
            var type = known.get(member.getKey());
            var path = above + member.getKey();
            if (type == null) {
                odd.add(key + "." + path + " is not a LivePerson field" + meant(member, known));
            } else {
                value(path, type, member.getValue());
            }
        }
    }

    private static String meant(Map.Entry<String, JsonNode> member, Map<String, SdeField> known) {
        return known.keySet().stream()
                .filter(member.getKey()::equalsIgnoreCase)
                .findFirst()
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    private void value(String path, SdeField type, JsonNode value) {
        if (type == SdeField.CONTACTS && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                object(path + "[" + i + "]", value.get(i), SdeField.CONTACT);
            }
        } else if (type == SdeField.ADDRESS) {
            object(path, value, SdeField.OF_ADDRESS);
        } else {
            single(path, type, SdeValue.read(type, value));
        }
    }

    private void object(String path, JsonNode value, Map<String, SdeField> known) {
        if (value.isObject()) {
            members(path + ".", value, known);
        } else {
            wrong.add(key + "." + path + " is not an object");
        }
    }

    private void single(String path, SdeField type, SdeValue value) {
        if (value.fit() != Fit.GOOD) {
            (value.fit() == Fit.WRONG ? wrong : odd)
                    .add(key + "." + path + " is not " + type.expectation());
        }
        if (!value.text().isEmpty()) {
            fields.add(new VerifiedField(source, path, value.text()));
        }
    }

    List<VerifiedField> fields() {
        return fields;
    }

    /** What LivePerson refuses. */
    List<String> wrong() {
        return wrong;
    }

    /** What works, or isn't shown. */
    List<String> odd() {
        return odd;
    }
}
