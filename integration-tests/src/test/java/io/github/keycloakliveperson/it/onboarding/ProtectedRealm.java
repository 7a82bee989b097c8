package io.github.keycloakliveperson.it.onboarding;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.Map;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/** A realm as a careful brand has it: brute-force protection and e-mail verification on. */
final class ProtectedRealm {

    private ProtectedRealm() {}

    static TestRealm create(KeycloakUnderTest keycloak) {
        TestRealm realm =
                TestRealm.create(
                        keycloak,
                        r -> {
                            r.setBruteForceProtected(true);
                            r.setVerifyEmail(true);
                        });
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        profile.setUnmanagedAttributePolicy(null);
        realm.admin().users().userProfile().update(profile);
        return realm;
    }

    /** Gives a realm an address of its own, as {@code --hostname} would the server. */
    static void serveAt(TestRealm realm, String address) {
        RealmRepresentation changed = realm.admin().toRepresentation();
        changed.setAttributes(Map.of("frontendUrl", address));
        realm.admin().update(changed);
    }
}
