package io.github.keycloakliveperson.contract.sde;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** Reads {@code personal.contacts}. */
final class Contacts {

    private static final Set<String> PHONE_TYPES =
            Set.of(
                    "HOME",
                    "MOBILE",
                    "WORK",
                    "FAX",
                    "MAIN",
                    "HOME_FAX",
                    "WORK_FAX",
                    "PAGER",
                    "OTHER");
    private static final Set<String> MEMBERS = Set.of("email", "phone", "phoneType", "address");
    private static final Set<String> ADDRESS_MEMBERS = Set.of("country", "region");

    private final SdeNotes notes;

    Contacts(SdeNotes notes) {
        this.notes = notes;
    }

    void read(JsonNode contacts) {
        if (!contacts.isArray()) {
            notes.breach("personal.contacts is not an array of objects; LivePerson drops it.");
            return;
        }
        for (int i = 0; i < contacts.size(); i++) {
            contact("contacts[" + i + "]", contacts.get(i));
        }
    }

    private void contact(String path, JsonNode contact) {
        if (!contact.isObject()) {
            notes.breach("personal." + path + " is not an object; LivePerson drops it.");
            return;
        }
        contact.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!MEMBERS.contains(name)) {
                                notes.unknown("personal." + path + "." + name, name, MEMBERS);
                            }
                        });
        member(path, contact, "email", "a string");
        member(path, contact, "phone", "a string");
        phoneType(path + ".phoneType", contact.path("phoneType"));
        address(path + ".address", contact.path("address"));
    }

    private void phoneType(String path, JsonNode value) {
        if (value.isMissingNode()) {
            return;
        }
        if (PHONE_TYPES.contains(value.asText())) {
            notes.personal(path, value.asText());
        } else {
            notes.wrong("personal." + path, "one of LivePerson's nine phone types in capitals");
        }
    }

    private void address(String path, JsonNode address) {
        if (address.isMissingNode()) {
            return;
        }
        if (!address.isObject()) {
            notes.wrong("personal." + path, "an object of country and region");
            return;
        }
        address.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!ADDRESS_MEMBERS.contains(name)) {
                                notes.unknown(
                                        "personal." + path + "." + name, name, ADDRESS_MEMBERS);
                            }
                        });
        member(path, address, "country", "a string");
        member(path, address, "region", "a string");
    }

    private void member(String path, JsonNode parent, String name, String expected) {
        var value = parent.path(name);
        if (value.isMissingNode()) {
            return;
        }
        Optional<String> text = SdeValue.read(SdeField.Type.STRING, value);
        text.ifPresentOrElse(
                t -> notes.personal(path + "." + name, t),
                () -> notes.wrong("personal." + path + "." + name, expected));
    }
}
