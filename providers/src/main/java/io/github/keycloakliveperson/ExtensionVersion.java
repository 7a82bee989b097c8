package io.github.keycloakliveperson;

import java.util.Map;

/** The version of this extension, as every provider of it reports it to Keycloak's server info. */
public final class ExtensionVersion {

    private static final String NOT_PACKAGED = "development";

    private ExtensionVersion() {}

    /** The {@code Implementation-Version}, or {@code development} when run from loose classes. */
    public static String current() {
        var version = ExtensionVersion.class.getPackage().getImplementationVersion();
        return version == null ? NOT_PACKAGED : version;
    }

    /** What {@code ServerInfoAwareProviderFactory} shows in the Admin console. */
    public static Map<String, String> operationalInfo() {
        return Map.of("version", current());
    }
}
