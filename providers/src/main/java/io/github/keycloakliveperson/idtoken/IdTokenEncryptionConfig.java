package io.github.keycloakliveperson.idtoken;

import com.nimbusds.jose.EncryptionMethod;
import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.Setting;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import io.github.keycloakliveperson.idtoken.key.KeyIntake;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.provider.ProviderConfigProperty;

/** The settings of the encryption mapper as they stand in its configuration. */
public record IdTokenEncryptionConfig(String publicKey, String keyId, String contentEncryption) {

    private static final Setting<String> PUBLIC_KEY =
            Setting.text(
                    "public.key",
                    "LivePerson's public key",
                    true,
                    "The key as LivePerson supplies it: base64 of the public key, PEM"
                            + " public key, PEM certificate(s), JWK or JWKS. Of several"
                            + " certificates, the valid one with the latest start is used, so you"
                            + " can add next year's early.");

    private static final Setting<String> KEY_ID =
            Setting.text(
                    "key.id",
                    "Key ID (kid)",
                    false,
                    "The kid that LivePerson supplies with the key. For several keys,"
                            + " enter one for each, in their order, separated by commas. Not"
                            + " needed for a JWK with its own kid.");

    /** The {@code enc} values of RFC 7518 §5.1 (L15), the default first. */
    static final List<String> CONTENT_ENCRYPTIONS =
            List.of(
                    "A128CBC-HS256",
                    "A192CBC-HS384",
                    "A256CBC-HS512",
                    "A128GCM",
                    "A192GCM",
                    "A256GCM");

    /** An impossible value is refused, and never replaced by the default. */
    private static final Setting<String> CONTENT_ENCRYPTION =
            Setting.choice(
                    "content.encryption",
                    "Content encryption (enc)",
                    CONTENT_ENCRYPTIONS,
                    Optional::of,
                    "How the content is encrypted. The key itself is always encrypted with"
                            + " RSA-OAEP-256.");

    /** The configuration of a mapper with this key; its kid may be empty. */
    public static Map<String, String> of(String publicKey, String kid) {
        return Map.of(PUBLIC_KEY.name(), publicKey, KEY_ID.name(), kid);
    }

    /** Reads a configuration, null for none. */
    static IdTokenEncryptionConfig of(Map<String, String> config) {
        return new IdTokenEncryptionConfig(
                PUBLIC_KEY.raw(config), KEY_ID.raw(config), CONTENT_ENCRYPTION.in(config));
    }

    static List<ProviderConfigProperty> properties() {
        var key = PUBLIC_KEY.property();
        key.setRequired(true);
        return List.of(key, KEY_ID.property(), CONTENT_ENCRYPTION.property());
    }

    /** What encrypts the tokens, whether or not one of the keys is valid at the moment. */
    IdTokenEncryptor encryptor() throws EncryptionRefusal {
        if (!CONTENT_ENCRYPTIONS.contains(contentEncryption)) {
            var shown = PastedText.shown(contentEncryption);
            throw new EncryptionRefusal(
                    "content.encryption is " + shown + ", which is not known.",
                    "Choose one of %s, or leave it empty for %s."
                            .formatted(
                                    String.join(", ", CONTENT_ENCRYPTIONS),
                                    CONTENT_ENCRYPTIONS.get(0)));
        }
        var keys = KidAssignment.assign(KeyIntake.read(publicKey), keyId);
        return new IdTokenEncryptor(keys, EncryptionMethod.parse(contentEncryption));
    }

    @Override
    public String toString() {
        return "IdTokenEncryptionConfig[contentEncryption="
                + PastedText.shown(contentEncryption)
                + "]";
    }
}
