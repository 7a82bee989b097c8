package io.github.keycloakliveperson.sde.source;

import java.util.List;
import java.util.Optional;

/** What Keycloak knows about the consumer whose token is being issued. */
public interface ConsumerValues {

    /** The values in the order in which Keycloak returns them (K32), empty for none. */
    List<String> attribute(String name);

    /** The note, or null for none. */
    String note(String name);

    /** The values of an organization's attribute or property, empty for none. */
    List<String> organization(Source.Organization source);

    /** Why none of the consumer's organizations counts, empty where one does. */
    Optional<String> noOrganization();

    /**
     * Tells whether a text is the consumer's own e-mail address, which nobody has verified:
     * consumers may type any address into the account console.
     */
    boolean isUnverifiedEmail(String text);

    /** The values behind a source, empty for none. */
    default List<String> of(Source source) {
        if (source instanceof Source.Attribute attribute) {
            return attribute(attribute.name());
        }
        if (source instanceof Source.Note note) {
            var text = note(note.name());
            return text == null ? List.of() : List.of(text);
        }
        if (source instanceof Source.Organization organization) {
            return organization(organization);
        }
        return List.of(((Source.Constant) source).text());
    }

    /** Why there are no values behind a source, empty where nothing is amiss. */
    default Optional<String> absence(Source source) {
        return source instanceof Source.Organization ? noOrganization() : Optional.empty();
    }
}
