package io.github.keycloakliveperson.contract.sde;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads {@code lp_sdes} (L8, L9): refuses a malformed list, notes what LivePerson would drop. */
public final class SdeReading {

    private static final Set<String> UNAUTHENTICATED_FIELDS = Set.of("storeZipCode", "storeNumber");

    private final SdeNotes notes = new SdeNotes();
    private final Set<String> seen = new HashSet<>();

    public SdeNotes read(JsonNode claims) throws RefusedException {
        var list = claims.path("lp_sdes");
        if (list.isMissingNode()) {
            return notes;
        }
        if (!list.isArray()) {
            throw malformed("lp_sdes is not a JSON array");
        }
        for (var entry : list) {
            entry(entry);
        }
        return notes;
    }

    private void entry(JsonNode entry) throws RefusedException {
        if (!entry.isObject() || !entry.path("type").isTextual()) {
            throw malformed("an entry of lp_sdes is not an object with a type");
        }
        var type = entry.path("type").textValue();
        if (!seen.add(type)) {
            notes.add(
                    Finding.breach(
                            "L10",
                            "lp_sdes has two entries of one type; a report replaces the previous one."));
        }
        switch (type) {
            case "ctmrinfo" -> data(entry, "info", SdeField.CTMRINFO, notes::ctmrinfo);
            case "personal" -> data(entry, "personal", SdeField.PERSONAL, notes::personal);
            default ->
                    notes.breach(
                            "lp_sdes has an entry whose type is neither ctmrinfo nor personal, the"
                                    + " only two allowed when the consumer is signed in.");
        }
    }

    private void data(
            JsonNode entry,
            String key,
            Map<String, SdeField> known,
            BiConsumer<String, String> field) {
        var data = entry.path(key);
        if (!data.isObject()) {
            notes.breach("An lp_sdes entry has no object under the key " + key + ".");
            return;
        }
        data.properties()
                .forEach(member -> member(key, member.getKey(), member.getValue(), known, field));
    }

    private void member(
            String key,
            String name,
            JsonNode value,
            Map<String, SdeField> known,
            BiConsumer<String, String> field) {
        var path = key + "." + name;
        if (UNAUTHENTICATED_FIELDS.contains(name)) {
            notes.breach(path + " is not allowed when the consumer is signed in; leave it out.");
        } else if (!known.containsKey(name)) {
            notes.unknown(path, name, known.keySet());
        } else if (known.get(name).type() == SdeField.Type.CONTACTS) {
            new Contacts(notes).read(value);
        } else {
            var type = known.get(name).type();
            SdeValue.read(type, value)
                    .ifPresentOrElse(
                            text -> field.accept(name, text),
                            () -> notes.wrong(path, SdeValue.expectation(type)));
        }
    }

    private static RefusedException malformed(String why) {
        return new RefusedException(LivePersonError.SDES_MALFORMED, "L8", why + ".");
    }
}
