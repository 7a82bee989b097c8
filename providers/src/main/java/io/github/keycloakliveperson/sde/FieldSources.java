package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.sde.claim.SdeType;
import io.github.keycloakliveperson.sde.source.Source;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells from a mapper's settings where LivePerson's fields come from, without a consumer. */
public final class FieldSources {

    private FieldSources() {}

    /**
     * Each field that has a source, with the source in its full form: {@code attribute:name},
     * {@code note:name}, {@code organization:name} or {@code value:text}.
     */
    public static Map<String, String> of(String providerId, Map<String, String> config) {
        Map<String, String> sources = new TreeMap<>();
        settings(providerId, config)
                .sources()
                .forEach((field, source) -> sources.put(field.setting(), fullForm(source)));
        return sources;
    }

    public static Set<String> attributes(String providerId, Map<String, String> config) {
        Set<String> names = new TreeSet<>();
        for (var source : settings(providerId, config).sources().values()) {
            if (source instanceof Source.Attribute attribute) {
                names.add(attribute.name());
            }
        }
        return names;
    }

    /** Whether a mapper asks for anything of the consumer's organization. */
    public static boolean asksForOrganization(String providerId, Map<String, String> config) {
        return settings(providerId, config).sources().values().stream()
                .anyMatch(Source.Organization.class::isInstance);
    }

    /** Whether a mapper sends the consumer's e-mail address before it is verified. */
    public static boolean tellsUnverifiedEmail(String providerId, Map<String, String> config) {
        return !settings(providerId, config).verifiedOnly()
                && attributes(providerId, config).contains("email");
    }

    private static SdeSettings settings(String providerId, Map<String, String> config) {
        var customer = CustomerInfoMapper.PROVIDER_ID.equals(providerId);
        return SdeSettings.parse(customer ? SdeType.CTMRINFO : SdeType.PERSONAL, config);
    }

    private static String fullForm(Source source) {
        if (source instanceof Source.Attribute attribute) {
            return Source.ATTRIBUTE + attribute.name();
        }
        if (source instanceof Source.Note note) {
            return Source.NOTE + note.name();
        }
        if (source instanceof Source.Organization organization) {
            return Source.ORGANIZATION + organization.name();
        }
        return Source.VALUE + ((Source.Constant) source).text();
    }
}
