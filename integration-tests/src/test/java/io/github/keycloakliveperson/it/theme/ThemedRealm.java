package io.github.keycloakliveperson.it.theme;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.Set;

/** A brand's realm with the login theme, its languages, and all that its login page can offer. */
final class ThemedRealm {

    private ThemedRealm() {}

    static TestRealm create(KeycloakUnderTest keycloak) {
        return TestRealm.create(
                keycloak,
                settings -> {
                    settings.setLoginTheme("liveperson-window");
                    settings.setDisplayName("Fernhill Outdoor");
                    settings.setInternationalizationEnabled(true);
                    settings.setSupportedLocales(Set.of("en", "de", "fr", "es", "he", "ja"));
                    settings.setDefaultLocale("en");
                    settings.setRememberMe(true);
                    settings.setResetPasswordAllowed(true);
                    settings.setRegistrationAllowed(true);
                });
    }
}
