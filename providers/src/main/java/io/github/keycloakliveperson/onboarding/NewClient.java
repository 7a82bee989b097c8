package io.github.keycloakliveperson.onboarding;

import io.github.keycloakliveperson.window.address.WebOrigin;
import java.util.List;
import java.util.Optional;

/**
 * A LivePerson client to be made, checked.
 *
 * @param delegation what LivePerson's bots may do as the consumer; empty if nothing
 */
public record NewClient(
        String clientId,
        Template template,
        List<WebOrigin> brandOrigins,
        Optional<Key> key,
        Optional<Delegation> delegation) {

    /** The client templates. */
    public enum Template {
        CODE("code"),
        CODE_PKCE("code-pkce"),
        IMPLICIT("implicit"),
        /** Consumer delegation in unauthenticated conversations (L40). */
        DELEGATION("delegation");

        private final String file;

        Template(String file) {
            this.file = file;
        }

        String file() {
            return "clients/" + file + ".json";
        }
    }

    /** LivePerson's key as the encryption mapper takes it; no kid where it carries its own. */
    public record Key(String publicKey, String kid) {}

    /**
     * Consumer delegation.
     *
     * @param redirectUri where LivePerson takes the code of an unauthenticated conversation (L40);
     *     empty for authenticated conversations (L39)
     */
    public record Delegation(String redirectUri, List<String> scopes) {}
}
