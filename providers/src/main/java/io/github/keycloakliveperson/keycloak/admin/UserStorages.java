package io.github.keycloakliveperson.keycloak.admin;

import io.github.keycloakliveperson.onboarding.setup.UserStorage;
import java.util.Arrays;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.user.ImportedUserValidation;

/** The realm's user storage providers (user federation). */
record UserStorages(KeycloakSession session, RealmModel realm) {

    /** Those that are on and leave their users where they are. */
    List<UserStorage> withoutImport() {
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                .filter(storage -> storage.get("enabled", true))
                .filter(storage -> !storage.get("importEnabled", true) || !canImport(storage))
                .map(UserStorages::storage)
                .toList();
    }

    private static UserStorage storage(ComponentModel storage) {
        String attribute = storage.get("usernameLDAPAttribute");
        return new UserStorage(
                storage.getName() == null ? storage.getId() : storage.getName(),
                attribute == null ? "" : attribute);
    }

    /**
     * A provider that imports validates its imported users; asked of its type, so that nobody
     * connects to a directory for a check.
     */
    private boolean canImport(ComponentModel storage) {
        ProviderFactory<UserStorageProvider> factory =
                session.getKeycloakSessionFactory()
                        .getProviderFactory(UserStorageProvider.class, storage.getProviderId());
        return factory != null
                && Arrays.stream(factory.getClass().getMethods())
                        .filter(method -> method.getName().equals("create"))
                        .map(java.lang.reflect.Method::getReturnType)
                        .anyMatch(ImportedUserValidation.class::isAssignableFrom);
    }
}
