package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import io.github.keycloakliveperson.idtoken.key.KeyIntake;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The settings of the encryption mapper as they stand in its configuration.
 *
 * @param publicKey LivePerson's key or keys, in any form {@link KeyIntake} takes
 * @param keyId the kids, in the keys' order, separated by commas
 * @param contentEncryption the JWE's {@code enc}
 */
record IdTokenEncryptionConfig(String publicKey, String keyId, String contentEncryption) {

    static final String PUBLIC_KEY = "public.key";
    static final String KEY_ID = "key.id";
    static final String CONTENT_ENCRYPTION = "content.encryption";
    static final String DEFAULT_CONTENT_ENCRYPTION = ContentEncryption.A128CBC_HS256.enc();

    static IdTokenEncryptionConfig of(ProtocolMapperModel mapper) {
        Map<String, String> config = mapper.getConfig();
        return of(config == null ? Map.of() : config);
    }

    static IdTokenEncryptionConfig of(Map<String, String> config) {
        String enc =
                config.get(CONTENT_ENCRYPTION) == null
                        ? ""
                        : PastedText.name(config.get(CONTENT_ENCRYPTION));
        return new IdTokenEncryptionConfig(
                config.getOrDefault(PUBLIC_KEY, ""),
                config.getOrDefault(KEY_ID, ""),
                enc.isEmpty() ? DEFAULT_CONTENT_ENCRYPTION : enc);
    }

    /**
     * Reads keys and encryption.
     *
     * @return what encrypts the tokens, whether or not one of the keys is valid at the moment
     * @throws EncryptionRefusal if a setting can't be used
     */
    IdTokenEncryptor encryptor() throws EncryptionRefusal {
        ContentEncryption encryption = ContentEncryption.named(contentEncryption);
        EncryptionKeys keys = KidAssignment.assign(KeyIntake.read(publicKey), keyId);
        return new IdTokenEncryptor(keys, encryption);
    }

    static List<ProviderConfigProperty> properties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(PUBLIC_KEY)
                .label("LivePerson's public key")
                .helpText(
                        "The key as LivePerson supplies it: base64 of the public key, PEM public"
                                + " key, PEM certificate(s), JWK or JWKS. Of several"
                                + " certificates, the valid one with the latest start is used, so"
                                + " you can add next year's early.")
                .type(ProviderConfigProperty.TEXT_TYPE)
                .required(true)
                .add()
                .property()
                .name(KEY_ID)
                .label("Key ID (kid)")
                .helpText(
                        "The kid that LivePerson supplies with the key. For several keys, enter"
                                + " one for each, in their order, separated by commas. Not needed"
                                + " for a JWK with its own kid.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(CONTENT_ENCRYPTION)
                .label("Content encryption (enc)")
                .helpText(
                        "How the content is encrypted. The key itself is always encrypted with"
                                + " RSA-OAEP-256.")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(ContentEncryption.names())
                .defaultValue(DEFAULT_CONTENT_ENCRYPTION)
                .add()
                .build();
    }

    @Override
    public String toString() {
        return "IdTokenEncryptionConfig[contentEncryption="
                + PastedText.shown(contentEncryption)
                + "]";
    }
}
