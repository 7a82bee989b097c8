package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.sde.source.ConsumerValues;
import io.github.keycloakliveperson.sde.source.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A consumer for tests: attributes and notes that were put in, and nothing else. */
final class Consumer implements ConsumerValues {

    private final Map<String, List<String>> attributes = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private final Map<String, List<String>> organization = new HashMap<>();
    private String noOrganization;
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

    Consumer withoutOrganization(String why) {
        noOrganization = why;
        return this;
    }

    Consumer withOrganization(String name, String... values) {
        organization.put(name, List.of(values));
        return this;
    }

    @Override
    public List<String> organization(Source.Organization source) {
        return organization.getOrDefault(source.name(), List.of());
    }

    @Override
    public Optional<String> noOrganization() {
        return Optional.ofNullable(noOrganization);
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
