package io.github.keycloakliveperson.check.clause;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON type of a field in LivePerson's tables (L9). */
@FunctionalInterface
interface FieldType {
    FieldType STRING = scalar("a string", JsonNode::isTextual);
    FieldType NUMBER = scalar("a number", JsonNode::isNumber);
    FieldType INTEGER = scalar("a whole number", JsonNode::isIntegralNumber);
    FieldType MONTH =
            scalar(
                    "a month from 1 to 12",
                    node -> node.isIntegralNumber() && node.asInt() >= 1 && node.asInt() <= 12);
    FieldType LANGUAGE = matching("a language like en-US", "[a-z]{2}-[A-Z]{2}");

    /** What is wrong with a value, each beginning with its path; nothing where all is right. */
    List<String> complaints(String path, JsonNode value);

    /** One of these words. */
    static FieldType word(Set<String> words) {
        return scalar(
                "one of " + String.join(", ", new java.util.TreeSet<>(words)),
                node -> node.isTextual() && words.contains(node.asText()));
    }

    /** An object that has these fields at most. */
    static FieldType object(Map<String, FieldType> fields) {
        return (path, value) -> {
            if (!value.isObject()) {
                return List.of(path + " is not an object");
            }
            List<String> wrong = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                String below = path + "." + field.getKey();
                FieldType type = fields.get(field.getKey());
                if (type == null) {
                    wrong.add(below + " is not a field of LivePerson's");
                } else {
                    wrong.addAll(type.complaints(below, field.getValue()));
                }
            }
            return wrong;
        };
    }

    /** An array of such values. */
    static FieldType array(FieldType element) {
        return (path, value) -> {
            if (!value.isArray()) {
                return List.of(path + " is not an array");
            }
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                wrong.addAll(element.complaints(path + "[" + i + "]", value.get(i)));
            }
            return wrong;
        };
    }

    private static FieldType matching(String what, String pattern) {
        return scalar(what, node -> node.isTextual() && node.asText().matches(pattern));
    }

    private static FieldType scalar(String what, java.util.function.Predicate<JsonNode> fits) {
        return (path, value) -> fits.test(value) ? List.of() : List.of(path + " is not " + what);
    }
}
