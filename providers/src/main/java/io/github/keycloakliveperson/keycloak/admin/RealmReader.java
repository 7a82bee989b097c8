package io.github.keycloakliveperson.keycloak.admin;

import io.github.keycloakliveperson.keycloak.server.KeycloakAddresses;
import io.github.keycloakliveperson.onboarding.setup.RealmSettings;
import io.github.keycloakliveperson.onboarding.setup.SigningKey;
import java.security.interfaces.RSAKey;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

/** Reads the realm's part of a set-up. */
record RealmReader(KeycloakSession session, RealmModel realm) {

    private static final String RS256 = "RS256";

    RealmSettings read() {
        UPConfig profile = session.getProvider(UserProfileProvider.class).getConfiguration();
        String algorithm = realm.getDefaultSignatureAlgorithm();
        return new RealmSettings(
                realm.getName(),
                realm.getDisplayName() == null ? "" : realm.getDisplayName(),
                KeycloakAddresses.of(session),
                KeycloakAddresses.path(realm),
                new RequestlessAddress(session).isFixed(),
                algorithm == null ? RS256 : algorithm,
                signingKey(),
                realm.isBruteForceProtected(),
                realm.getSsoSessionMaxLifespan(),
                realm.getSsoSessionIdleTimeout(),
                realm.getAccessTokenLifespan(),
                attributes(profile),
                profile.getUnmanagedAttributePolicy() != null,
                realm.isRegistrationEmailAsUsername(),
                new UserStorages(session, realm).withoutImport(),
                realm.isVerifyEmail());
    }

    private static Set<String> attributes(UPConfig profile) {
        return profile.getAttributes().stream()
                .map(UPAttribute::getName)
                .collect(Collectors.toSet());
    }

    /** The key that the next token will be signed with: Keycloak's own choice. */
    private Optional<SigningKey> signingKey() {
        return session.keys()
                .getKeysStream(realm, KeyUse.SIG, RS256)
                .filter(key -> key.getStatus().isActive())
                .findFirst()
                .filter(key -> key.getPublicKey() instanceof RSAKey)
                .map(RealmReader::signingKey);
    }

    private static SigningKey signingKey(KeyWrapper key) {
        return new SigningKey(
                key.getKid(),
                ((RSAKey) key.getPublicKey()).getModulus().bitLength(),
                Base64.getEncoder().encodeToString(key.getPublicKey().getEncoded()));
    }
}
