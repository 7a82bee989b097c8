package io.github.keycloakliveperson.idtoken;

import static io.github.keycloakliveperson.idtoken.key.TestKeys.FIRST;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.base64;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import io.github.keycloakliveperson.idtoken.key.KeyIntake;
import io.github.keycloakliveperson.idtoken.key.UnnamedKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;

@DisplayName("The settings of the encryption mapper")
class IdTokenEncryptionConfigTest {

    @Nested
    @DisplayName("reading")
    class Reading {

        @Test
        void the_defaults() {
            assertThat(IdTokenEncryptionConfig.of(Map.of()))
                    .isEqualTo(new IdTokenEncryptionConfig("", "", "A128CBC-HS256"));
        }

        @Test
        void a_mapper_without_a_configuration_has_the_defaults() {
            assertThat(IdTokenEncryptionConfig.of(null))
                    .isEqualTo(IdTokenEncryptionConfig.of(Map.of()));
        }

        @Test
        void the_full_mapping() {
            assertThat(
                            IdTokenEncryptionConfig.of(
                                    Map.of(
                                            "public.key", "MIIB",
                                            "key.id", "lpsso2026",
                                            "content.encryption", " A256GCM ")))
                    .isEqualTo(new IdTokenEncryptionConfig("MIIB", "lpsso2026", "A256GCM"));
        }

        @Test
        @DisplayName("L15: an unknown content encryption is refused, and the six are named")
        void an_unknown_content_encryption() {
            assertThatThrownBy(
                            () ->
                                    IdTokenEncryptionConfig.of(
                                                    Map.of(
                                                            "public.key", pem(FIRST),
                                                            "key.id", "a",
                                                            "content.encryption", "a256gcm"))
                                            .encryptor())
                    .isInstanceOf(EncryptionRefusal.class)
                    .hasMessage(
                            "content.encryption is a256gcm, which is not known. Choose one of"
                                    + " A128CBC-HS256, A192CBC-HS384, A256CBC-HS512, A128GCM,"
                                    + " A192GCM, A256GCM, or leave it empty for A128CBC-HS256.");
        }

        @Test
        void the_key_never_shows_in_a_text_form() throws EncryptionRefusal {
            String key = base64(FIRST);
            IdTokenEncryptionConfig config = new IdTokenEncryptionConfig(key, "a", "A128GCM");
            UnnamedKey offered = KeyIntake.read(key).get(0);

            assertThat(config + "|" + offered + "|" + config.encryptor().keys())
                    .doesNotContain(key)
                    .doesNotContain(offered.publicKey().getModulus().toString())
                    .doesNotContain("modulus");
        }
    }

    @Nested
    @DisplayName("K27: the Admin console's form")
    class Form {

        private final List<ProviderConfigProperty> properties =
                IdTokenEncryptionConfig.properties();

        @Test
        void has_a_field_for_each_setting() {
            assertThat(properties)
                    .extracting(ProviderConfigProperty::getName)
                    .containsExactly("public.key", "key.id", "content.encryption");
        }

        @Test
        void keeps_the_line_breaks_of_a_PEM() {
            assertThat(properties.get(0).getType()).isEqualTo(ProviderConfigProperty.TEXT_TYPE);
        }

        @Test
        void offers_the_six_encryptions() {
            assertThat(properties.get(2).getOptions())
                    .isEqualTo(IdTokenEncryptionConfig.CONTENT_ENCRYPTIONS);
            assertThat(properties.get(2).getDefaultValue()).isEqualTo("A128CBC-HS256");
        }

        @Test
        void explains_every_field() {
            assertThat(properties)
                    .allSatisfy(
                            property -> {
                                assertThat(property.getLabel()).isNotBlank();
                                assertThat(property.getHelpText()).endsWith(".");
                            });
        }
    }
}
