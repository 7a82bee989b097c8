package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.sde.source.ConsumerValues;
import io.github.keycloakliveperson.sde.value.UnconvertibleException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a consumer's fields of one SDE type: what converts is in, what doesn't is reported and left
 * out. The age is that of {@code today}, the day of issue in UTC.
 */
record SdeData(
        SdeSettings settings, ConsumerValues values, LocalDate today, FieldProblems problems) {

    private static final String UNVERIFIED =
            "it is the consumer's e-mail address, which is not verified, and verified.only is on";

    /** The fields by their names at LivePerson, empty when the consumer has none. */
    Map<String, Object> fields() {
        settings.problems().forEach(problems::report);
        Map<String, Object> fields = new LinkedHashMap<>();
        var contactsDone = false;
        // by key: the entries of an unmodifiable map are wrapped one by one
        for (var field : settings.sources().keySet()) {
            if (!field.isContactPart()) {
                put(fields, field.jsonName(), single(field));
            } else if (!contactsDone) {
                contactsDone = true;
                List<Map<String, Object>> contacts =
                        new Contacts(this::all, this::convert, problems).list();
                put(fields, SdeField.CONTACTS, contacts.isEmpty() ? null : contacts);
            }
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Object json) {
        if (json != null) {
            fields.put(name, json);
        }
    }

    private Object single(SdeField field) {
        var all = all(field);
        if (all.isEmpty()) {
            return null;
        }
        if (all.size() > 1) {
            problems.report(
                    field,
                    "the %s has several values, only the first one is used"
                            .formatted(settings.sources().get(field)));
        }
        return convert(field, all.get(0));
    }

    private List<String> all(SdeField field) {
        var source = settings.sources().get(field);
        if (source == null) {
            return List.of();
        }
        var all = values.of(source);
        if (all.isEmpty()) {
            values.absence(source).ifPresent(reason -> problems.report(field, reason));
        }
        return all;
    }

    private Object convert(SdeField field, String text) {
        if (text == null || PastedText.strip(text).isEmpty()) {
            return null;
        }
        if (settings.verifiedOnly() && values.isUnverifiedEmail(text)) {
            problems.report(field, UNVERIFIED);
            return null;
        }
        try {
            return field.kind().convert(text, today);
        } catch (UnconvertibleException unconvertible) {
            problems.report(
                    field,
                    unconvertible.getMessage()
                            + ", it came from the "
                            + settings.sources().get(field));
            return null;
        }
    }
}
