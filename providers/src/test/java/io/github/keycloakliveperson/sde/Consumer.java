package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.sde.source.ConsumerValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A consumer for tests: attributes and notes that were put in, and nothing else. */
final class Consumer implements ConsumerValues {

    private final Map<String, List<String>> attributes = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private String unverified;

    Consumer with(String attribute, String... values) {
        attributes.put(attribute, List.of(values));
        return this;
    }

    Consumer withNote(String name, String text) {
        notes.put(name, text);
        return this;
    }

    Consumer unverified(String email) {
        unverified = email;
        return with("email", email);
    }

    @Override
    public boolean isUnverifiedEmail(String text) {
        return text.equals(unverified);
    }

    @Override
    public List<String> attribute(String name) {
        return attributes.getOrDefault(name, List.of());
    }

    @Override
    public String note(String name) {
        return notes.get(name);
    }
}
