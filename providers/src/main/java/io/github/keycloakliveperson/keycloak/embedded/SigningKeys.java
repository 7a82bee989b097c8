package io.github.keycloakliveperson.keycloak.embedded;

import io.github.keycloakliveperson.window.embedded.SigningKeySet;
import io.github.keycloakliveperson.window.embedded.SigningKeySet.SigningKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;

/** The realm's RS256 signing keys that are active or passive, as a JSON Web Key Set (L11, L12). */
public final class SigningKeys {

    private SigningKeys() {}

    public static String json(KeycloakSession session) {
        List<SigningKey> keys =
                session.keys()
                        .getKeysStream(session.getContext().getRealm())
                        .filter(SigningKeys::verifiesTokens)
                        .map(k -> new SigningKey(k.getKid(), (RSAPublicKey) k.getPublicKey()))
                        .toList();
        return SigningKeySet.json(keys);
    }

    private static boolean verifiesTokens(KeyWrapper key) {
        return key.getStatus().isEnabled()
                && KeyUse.SIG.equals(key.getUse())
                && Algorithm.RS256.equals(key.getAlgorithmOrDefault())
                && key.getPublicKey() instanceof RSAPublicKey;
    }
}
