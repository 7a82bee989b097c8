package io.github.keycloakliveperson.idtoken;

import com.nimbusds.jose.EncryptionMethod;
import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.util.List;

/** The six content encryptions of RFC 7518 §5.1 (L15). */
final class ContentEncryption {

    /** Their {@code enc} values, the default first. */
    static final List<String> NAMES =
            List.of(
                    "A128CBC-HS256",
                    "A192CBC-HS384",
                    "A256CBC-HS512",
                    "A128GCM",
                    "A192GCM",
                    "A256GCM");

    private ContentEncryption() {}

    /** The one with this {@code enc} value, in its exact case. */
    static EncryptionMethod named(String name) throws EncryptionRefusal {
        if (NAMES.contains(name)) {
            return EncryptionMethod.parse(name);
        }
        throw new EncryptionRefusal(
                "content.encryption is " + PastedText.shown(name) + ", which is not known.",
                "Choose one of %s, or leave it empty for %s."
                        .formatted(String.join(", ", NAMES), NAMES.get(0)));
    }
}
