package io.github.keycloakliveperson.it.onboarding;

import io.github.keycloakliveperson.it.harness.TestRealm;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Spoils a client or its realm through Keycloak's stock admin API, and repairs it again. */
final class SpoiledSetup {

    private final TestRealm realm;
    private final String id;
    private final List<Runnable> repairs = new ArrayList<>();

    SpoiledSetup(TestRealm realm, String id) {
        this.realm = realm;
        this.id = id;
    }

    String id() {
        return id;
    }

    void restore() {
        repairs.forEach(Runnable::run);
        repairs.clear();
    }

    void client(Consumer<ClientRepresentation> change) {
        ClientRepresentation before = resource().toRepresentation();
        before.setProtocolMappers(null);
        repairs.add(() -> resource().update(before));
        ClientRepresentation after = resource().toRepresentation();
        after.setProtocolMappers(null);
        change.accept(after);
        // an update keeps attributes that it doesn't name: an empty one is removed
        after.getAttributes().keySet().forEach(n -> before.getAttributes().putIfAbsent(n, ""));
        resource().update(after);
    }

    void realm(Consumer<RealmRepresentation> change) {
        RealmRepresentation before = realm.admin().toRepresentation();
        repairs.add(() -> realm.admin().update(before));
        RealmRepresentation after = realm.admin().toRepresentation();
        change.accept(after);
        realm.admin().update(after);
    }

    /** Puts a mapper into a new default scope: creating a scope checks no settings (K31). */
    void addUncheckedMapper(String provider, Map<String, String> config) {
        String scope = scope(List.of(TestRealm.mapperOf(provider, config)));
        resource().addDefaultClientScope(scope);
    }

    /** Adds a mapper to the client, as the console does. */
    void addOwnMapper(String provider, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = TestRealm.mapperOf(provider, config);
        try (Response response = resource().getProtocolMappers().createMapper(mapper)) {
            String created = CreatedResponseUtil.getCreatedId(response);
            repairs.add(() -> resource().getProtocolMappers().delete(created));
        }
    }

    void addUnknownMapper() {
        addUncheckedMapper("oidc-not-installed-mapper", Map.of());
    }

    void moveMapperToOptionalScope() {
        String scope =
                scope(
                        List.of(
                                TestRealm.mapperOf(
                                        "oidc-liveperson-customer-info-mapper", Map.of())));
        resource().addOptionalClientScope(scope);
    }

    void removeMapper(String name) {
        ProtocolMapperRepresentation mapper =
                resource().getProtocolMappers().getMappers().stream()
                        .filter(m -> m.getName().contains(name))
                        .findFirst()
                        .orElseThrow();
        resource().getProtocolMappers().delete(mapper.getId());
        repairs.add(
                () -> {
                    mapper.setId(null);
                    resource().getProtocolMappers().createMapper(mapper).close();
                });
    }

    void addShortKey() {
        ComponentRepresentation key = new ComponentRepresentation();
        key.setName("short");
        key.setProviderType("org.keycloak.keys.KeyProvider");
        key.setProviderId("rsa-generated");
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        config.putSingle("priority", "1000");
        config.putSingle("keySize", "1024");
        config.putSingle("algorithm", "RS256");
        key.setConfig(config);
        try (Response response = realm.admin().components().add(key)) {
            String component = CreatedResponseUtil.getCreatedId(response);
            repairs.add(() -> realm.admin().components().component(component).remove());
        }
    }

    private String scope(List<ProtocolMapperRepresentation> mappers) {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("spoiled");
        scope.setProtocol("openid-connect");
        scope.setProtocolMappers(mappers);
        try (Response response = realm.admin().clientScopes().create(scope)) {
            String created = CreatedResponseUtil.getCreatedId(response);
            repairs.add(
                    () -> {
                        resource().removeDefaultClientScope(created);
                        resource().removeOptionalClientScope(created);
                        realm.admin().clientScopes().get(created).remove();
                    });
            return created;
        }
    }

    private ClientResource resource() {
        return realm.admin().clients().get(id);
    }
}
