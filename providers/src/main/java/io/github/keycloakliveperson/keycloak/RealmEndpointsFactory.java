package io.github.keycloakliveperson.keycloak;

import com.google.auto.service.AutoService;
import io.github.keycloakliveperson.LivePersonFactory;
import io.github.keycloakliveperson.window.address.LivePersonAddresses;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts {@link RealmEndpoints} at {@code /realms/{realm}/liveperson}. */
@AutoService(RealmResourceProviderFactory.class)
public final class RealmEndpointsFactory
        implements RealmResourceProviderFactory, LivePersonFactory<RealmResourceProvider> {

    /** The provider's id, which is also the path below the realm. */
    public static final String PROVIDER_ID = LivePersonAddresses.SEGMENT;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new RealmEndpoints(session);
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        OwnRedirectUris.fixIn(factory);
    }
}
