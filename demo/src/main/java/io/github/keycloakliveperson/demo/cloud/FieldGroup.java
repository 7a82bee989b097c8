package io.github.keycloakliveperson.demo.cloud;

import io.github.keycloakliveperson.contract.sde.VerifiedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Verified fields that belong together, for the workspace.
 *
 * @param title what the group is
 * @param source the part of the token it comes from, as the token calls it
 * @param fields label and value, in the token's order
 */
record FieldGroup(String title, String source, List<Field> fields) {

    private static final Pattern CONTACT = Pattern.compile("contacts\\[(\\d+)]\\.(.+)");

    /** One line. */
    record Field(String label, String value) {}

    static List<FieldGroup> of(List<VerifiedField> fields) {
        Map<String, FieldGroup> groups = new LinkedHashMap<>();
        for (var field : fields) {
            var contact = CONTACT.matcher(field.path());
            switch (field.source()) {
                case CTMRINFO -> add(groups, "Customer", "lp_sdes · ctmrinfo", field.path(), field);
                case CLAIM -> add(groups, "OpenID claims", "id_token", field.path(), field);
                case PERSONAL -> {
                    if (contact.matches()) {
                        var title = "Contact " + (Integer.parseInt(contact.group(1)) + 1);
                        add(groups, title, "lp_sdes · personal", contact.group(2), field);
                    } else {
                        add(groups, "Person", "lp_sdes · personal", field.path(), field);
                    }
                }
                default -> throw new IllegalStateException("No group for " + field.source());
            }
        }
        List<FieldGroup> ordered = new ArrayList<>(groups.values());
        ordered.sort(java.util.Comparator.comparing(g -> rank(g.title())));
        return ordered;
    }

    private static int rank(String title) {
        return switch (title) {
            case "Customer" -> 0;
            case "Person" -> 1;
            case "OpenID claims" -> 3;
            default -> 2;
        };
    }

    private static void add(
            Map<String, FieldGroup> groups,
            String title,
            String source,
            String name,
            VerifiedField field) {
        groups.computeIfAbsent(title, t -> new FieldGroup(t, source, new ArrayList<>()))
                .fields()
                .add(new Field(FieldLabel.of(name), field.value()));
    }
}
