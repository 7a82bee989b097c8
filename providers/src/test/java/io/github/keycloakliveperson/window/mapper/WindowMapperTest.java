package io.github.keycloakliveperson.window.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.guard.TokenRequest;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.provider.ProviderConfigProperty;

@DisplayName("The window mapper as Keycloak calls it")
class WindowMapperTest {

    private final WindowMapper mapper = new WindowMapper();

    @Test
    @DisplayName("is registered with name, category, help and version")
    void itself() {
        assertThat(ServiceLoader.load(ProtocolMapper.class).stream().map(Provider::type))
                .contains(WindowMapper.class);
        assertThat(mapper.getId()).isEqualTo("oidc-liveperson-window-mapper");
        assertThat(mapper.getDisplayType()).isEqualTo("LivePerson messaging window");
        assertThat(mapper.getDisplayCategory()).isEqualTo("LivePerson");
        assertThat(mapper.getProtocol()).isEqualTo("openid-connect");
        assertThat(mapper.getHelpText()).endsWith(".");
        assertThat(mapper.getOperationalInfo()).containsKey("version");
    }

    @Test
    @DisplayName("has a form with every setting")
    void form() {
        assertThat(mapper.getConfigProperties())
                .extracting(ProviderConfigProperty::getName)
                .containsExactlyElementsOf(
                        WindowMapperConfig.properties().stream()
                                .map(ProviderConfigProperty::getName)
                                .toList())
                .isNotEmpty();
    }

    @Test
    @DisplayName("accepts good settings, and refuses others with all that is wrong")
    void settings() throws Exception {
        validate(Map.of("id.token.lifespan", "7200"));

        assertThatThrownBy(
                        () ->
                                validate(
                                        Map.of(
                                                "id.token.lifespan", "soon",
                                                "response.location", "elsewhere")))
                .isInstanceOf(ProtocolMapperConfigException.class)
                .hasMessageContaining("lifespan")
                .hasMessageContaining("location");
    }

    @Test
    @DisplayName("K33: is refused under another protocol, where it would never run")
    void protocol() {
        ProtocolMapperModel model = TokenRequest.mapper(WindowMapper.PROVIDER_ID, Map.of());
        model.setProtocol("saml");

        assertThatThrownBy(() -> mapper.validateConfig(null, null, null, model))
                .isInstanceOf(ProtocolMapperConfigException.class)
                .hasMessageContaining("another protocol");
    }

    private void validate(Map<String, String> config) throws ProtocolMapperConfigException {
        mapper.validateConfig(
                null, null, null, TokenRequest.mapper(WindowMapper.PROVIDER_ID, config));
    }
}
