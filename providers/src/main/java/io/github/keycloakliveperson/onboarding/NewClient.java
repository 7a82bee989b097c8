package io.github.keycloakliveperson.onboarding;

import io.github.keycloakliveperson.window.embedded.WebOrigin;
import java.util.List;
import java.util.Optional;

/**
 * A LivePerson client to be made, checked.
 *
 * @param clientId its client id
 * @param template which template it starts from
 * @param brandOrigins the origins of the brand's pages; empty where none was given
 * @param key LivePerson's encryption key
 */
public record NewClient(
        String clientId, Template template, List<WebOrigin> brandOrigins, Optional<Key> key) {

    /** The client templates. */
    public enum Template {
        /** The code flow. */
        CODE("code"),
        /** The code flow with PKCE. */
        CODE_PKCE("code-pkce"),
        /** The implicit flow. */
        IMPLICIT("implicit");

        private final String file;

        Template(String file) {
            this.file = file;
        }

        String file() {
            return "clients/" + file + ".json";
        }
    }

    /**
     * LivePerson's key as it came.
     *
     * @param publicKey in any form the encryption mapper takes
     * @param kid its key id, empty where the key carries its own
     */
    public record Key(String publicKey, String kid) {}
}
