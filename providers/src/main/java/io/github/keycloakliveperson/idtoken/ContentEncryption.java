package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The six content encryptions of RFC 7518 §5.1 (L15). */
enum ContentEncryption {
    A128CBC_HS256("A128CBC-HS256"),
    A192CBC_HS384("A192CBC-HS384"),
    A256CBC_HS512("A256CBC-HS512"),
    A128GCM("A128GCM"),
    A192GCM("A192GCM"),
    A256GCM("A256GCM");

    private final String enc;

    ContentEncryption(String enc) {
        this.enc = enc;
    }

    /** The value of the {@code enc} header. */
    String enc() {
        return enc;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ContentEncryption::enc).toList();
    }

    /**
     * Reads the setting.
     *
     * @param name an {@code enc} value, in its exact case
     * @return that encryption
     * @throws EncryptionRefusal if it is none of the six
     */
    static ContentEncryption named(String name) throws EncryptionRefusal {
        for (ContentEncryption encryption : values()) {
            if (encryption.enc.equals(name)) {
                return encryption;
            }
        }
        throw new EncryptionRefusal(
                "content.encryption is " + PastedText.shown(name) + ", which is not known.",
                "Choose one of "
                        + names().stream().collect(Collectors.joining(", "))
                        + ", or leave it empty for "
                        + A128CBC_HS256.enc
                        + ".");
    }
}
