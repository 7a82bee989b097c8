package io.github.keycloakliveperson.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a request's body, and what is wrong with each. */
final class RequestFields {

    private final JsonNode body;
    private final Set<String> read = new HashSet<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    RequestFields(JsonNode body) {
        this.body = body;
    }

    /** Records a field's fault, in place of an earlier one. */
    void fault(String field, String sentence) {
        faults.put(field, sentence);
    }

    /** Records a field's fault, unless it has one. */
    void faultIfNone(String field, String sentence) {
        faults.putIfAbsent(field, sentence);
    }

    /** Refuses fields that nobody has read, and everything that was found. */
    void refuseFaults() throws RefusedException {
        Set<String> unknown = new LinkedHashSet<>();
        body.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(read);
        unknown.forEach(name -> fault(name, name + " is not a setting of this call."));
        if (!faults.isEmpty()) {
            throw new RefusedException(Refusal.of(faults));
        }
    }

    boolean flag(String field) {
        var value = value(field).asText("");
        if (!Set.of("", "null", "true", "false").contains(value)) {
            fault(field, field + " is true or false.");
        }
        return "true".equals(value);
    }

    /** The texts of a list, or the only one without a list around it. */
    Iterable<JsonNode> each(String field) {
        var given = value(field);
        if (!given.isMissingNode() && !given.isNull() && !given.isArray() && !given.isTextual()) {
            fault(field, field + " is a list.");
        }
        return given.isTextual() ? List.of(given) : given;
    }

    /** A text, empty for none; {@code json} takes an object as its JSON. */
    String text(String field, boolean json) {
        var node = value(field);
        if (node.isObject() && json) {
            return node.toString();
        }
        // kcadm sends an id of digits as a number; the digits of other numbers may change
        if (node.isContainerNode() || node.isBoolean() || node.isFloatingPointNumber()) {
            fault(field, field + " is a text.");
        }
        return node.isNull() ? "" : node.asText("").strip();
    }

    String text(String field) {
        return text(field, false);
    }

    private JsonNode value(String field) {
        read.add(field);
        return body.path(field);
    }
}
