package io.github.keycloakliveperson.keycloak.server;

import io.github.keycloakliveperson.window.embedded.SigningKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A realm's RS256 signing keys. */
public final class SigningKeys {

    private SigningKeys() {}

    /** Those that are active or passive. */
    public static List<SigningKey> enabled(KeycloakSession session, RealmModel realm) {
        return session.keys()
                .getKeysStream(realm)
                .filter(SigningKeys::verifiesTokens)
                .map(SigningKeys::key)
                .toList();
    }

    /** The one that the next token will be signed with: Keycloak's own choice. */
    public static Optional<SigningKey> active(KeycloakSession session, RealmModel realm) {
        return session.keys()
                .getKeysStream(realm, KeyUse.SIG, Algorithm.RS256)
                .filter(key -> key.getStatus().isActive())
                .findFirst()
                .filter(key -> key.getPublicKey() instanceof RSAPublicKey)
                .map(SigningKeys::key);
    }

    private static SigningKey key(KeyWrapper key) {
        return new SigningKey(key.getKid(), (RSAPublicKey) key.getPublicKey());
    }

    private static boolean verifiesTokens(KeyWrapper key) {
        return key.getStatus().isEnabled()
                && KeyUse.SIG.equals(key.getUse())
                && Algorithm.RS256.equals(key.getAlgorithmOrDefault())
                && key.getPublicKey() instanceof RSAPublicKey;
    }
}
