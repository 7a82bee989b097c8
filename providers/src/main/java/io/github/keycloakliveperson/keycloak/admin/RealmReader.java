package io.github.keycloakliveperson.keycloak.admin;

import io.github.keycloakliveperson.keycloak.server.KeycloakAddresses;
import io.github.keycloakliveperson.keycloak.server.SigningKeys;
import io.github.keycloakliveperson.onboarding.setup.RealmSettings;
import io.github.keycloakliveperson.onboarding.setup.UserStorage;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.user.ImportedUserValidation;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;
import org.keycloak.userprofile.UserProfileProvider;

/** Reads the realm's part of a setup. */
record RealmReader(KeycloakSession session, RealmModel realm) {

    private static final String RS256 = "RS256";
    private static final URI MADE_UP = URI.create("https://made-up.invalid/");

    RealmSettings read() {
        var profile = session.getProvider(UserProfileProvider.class).getConfiguration();
        var algorithm = realm.getDefaultSignatureAlgorithm();
        return new RealmSettings(
                realm.getName(),
                realm.getDisplayName() == null ? "" : realm.getDisplayName(),
                KeycloakAddresses.of(session),
                KeycloakAddresses.path(realm),
                isAddressFixed(),
                algorithm == null ? RS256 : algorithm,
                SigningKeys.active(session, realm),
                realm.isBruteForceProtected(),
                realm.getSsoSessionMaxLifespan(),
                realm.getSsoSessionIdleTimeout(),
                realm.getAccessTokenLifespan(),
                attributes(profile),
                profile.getUnmanagedAttributePolicy() != null,
                realm.isRegistrationEmailAsUsername(),
                storagesWithoutImport(),
                realm.isVerifyEmail(),
                hasOrganizations());
    }

    /** False also where the server has the feature off. */
    private boolean hasOrganizations() {
        var provider = session.getProvider(OrganizationProvider.class);
        return provider != null && provider.isEnabled();
    }

    private static Set<String> attributes(UPConfig profile) {
        return profile.getAttributes().stream()
                .map(UPAttribute::getName)
                .collect(Collectors.toSet());
    }

    /** Whether the address is the same for every request, tested with a made-up one. */
    private boolean isAddressFixed() {
        var host =
                session.getProvider(HostnameProvider.class)
                        .getHostname(madeUpRequest(), UrlType.FRONTEND);
        return !MADE_UP.getHost().equals(host);
    }

    private static UriInfo madeUpRequest() {
        return (UriInfo)
                Proxy.newProxyInstance(
                        UriInfo.class.getClassLoader(),
                        new Class<?>[] {UriInfo.class},
                        (proxy, method, arguments) ->
                                method.getReturnType() == UriBuilder.class
                                        ? UriBuilder.fromUri(MADE_UP)
                                        : method.getReturnType() == URI.class ? MADE_UP : null);
    }

    /** The enabled user storage providers that don't import their users. */
    private List<UserStorage> storagesWithoutImport() {
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                .filter(storage -> storage.get("enabled", true))
                .filter(storage -> !storage.get("importEnabled", true) || !canImport(storage))
                .map(RealmReader::storage)
                .toList();
    }

    private static UserStorage storage(ComponentModel storage) {
        var attribute = storage.get("usernameLDAPAttribute");
        return new UserStorage(
                storage.getName() == null ? storage.getId() : storage.getName(),
                attribute == null ? "" : attribute);
    }

    /** One that imports users can validate them. Its type tells, so nothing connects to it. */
    private boolean canImport(ComponentModel storage) {
        var factory =
                session.getKeycloakSessionFactory()
                        .getProviderFactory(UserStorageProvider.class, storage.getProviderId());
        return factory != null
                && Arrays.stream(factory.getClass().getMethods())
                        .filter(method -> method.getName().equals("create"))
                        .map(Method::getReturnType)
                        .anyMatch(ImportedUserValidation.class::isAssignableFrom);
    }
}
