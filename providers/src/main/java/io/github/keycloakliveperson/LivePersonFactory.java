package io.github.keycloakliveperson;

import java.util.Map;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** A factory of this extension: without server options and state; it shows its version. */
public interface LivePersonFactory<P extends Provider>
        extends ProviderFactory<P>, ServerInfoAwareProviderFactory {

    /** The {@code Implementation-Version}, or {@code development} when run from loose classes. */
    static String version() {
        var version = LivePersonFactory.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    default Map<String, String> getOperationalInfo() {
        return Map.of("version", version());
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}
