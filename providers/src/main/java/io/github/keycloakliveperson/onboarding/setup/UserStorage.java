package io.github.keycloakliveperson.onboarding.setup;

import java.util.Locale;

/**
 * A user storage provider that doesn't import its users: Keycloak's own id of them is {@code
 * f:<provider>:<their name there>}.
 *
 * @param usernameAttribute where it finds the user name, empty where it doesn't say
 */
public record UserStorage(String name, String usernameAttribute) {

    /** Whether user names there have the form of an e-mail address. */
    public boolean isByEmail() {
        var attribute = usernameAttribute.toLowerCase(Locale.ROOT);
        return attribute.contains("mail") || attribute.equals("userprincipalname");
    }
}
