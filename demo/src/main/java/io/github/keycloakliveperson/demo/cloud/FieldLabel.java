package io.github.keycloakliveperson.demo.cloud;

import java.util.Locale;
import java.util.Map;

/** What the workspace calls a field. */
final class FieldLabel {

    private static final Map<String, String> SPECIAL =
            Map.ofEntries(
                    Map.entry("cstatus", "Status"),
                    Map.entry("ctype", "Type"),
                    Map.entry("customerId", "Customer ID"),
                    Map.entry("socialId", "Social ID"),
                    Map.entry("imei", "IMEI"),
                    Map.entry("firstname", "First name"),
                    Map.entry("lastname", "Last name"),
                    Map.entry("email", "E-mail"),
                    Map.entry("address.country", "Country"),
                    Map.entry("address.region", "Region"),
                    Map.entry("preferred_username", "User name (claim)"));

    private FieldLabel() {}

    static String of(String name) {
        var special = SPECIAL.get(name);
        if (special != null) {
            return special;
        }
        var words =
                name.replace('_', ' ')
                        .replaceAll("([a-z])([A-Z])", "$1 $2")
                        .toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
