package io.github.keycloakliveperson.idtoken;

import static io.github.keycloakliveperson.idtoken.key.TestKeys.FIRST;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.certificate;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.Models;
import io.github.keycloakliveperson.guard.TokenRequest;
import java.time.Instant;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessTokenResponse;

@DisplayName("The encryption mapper as Keycloak calls it")
class IdTokenEncryptionMapperTest {

    private static final String JWS = "e30.e30.AAAA";

    private final IdTokenEncryptionMapper mapper = new IdTokenEncryptionMapper();

    @Test
    void is_registered_and_tells_name_category_help_and_version() {
        assertThat(ServiceLoader.load(ProtocolMapper.class).stream().map(Provider::type))
                .contains(IdTokenEncryptionMapper.class);
        assertThat(mapper.getId()).isEqualTo("oidc-liveperson-id-token-encryption-mapper");
        assertThat(mapper.getDisplayType()).isEqualTo("LivePerson ID token encryption");
        assertThat(mapper.getDisplayCategory()).isEqualTo("LivePerson");
        assertThat(mapper.getHelpText()).endsWith(".");
        assertThat(mapper.getOperationalInfo()).containsKey("version");
        assertThat(mapper.getConfigProperties())
                .extracting(ProviderConfigProperty::getName)
                .containsExactly("public.key", "key.id", "content.encryption");
    }

    @Test
    void comes_after_mappers_that_look_at_the_signed_token() {
        assertThat(mapper.getPriority()).isGreaterThan(0);
    }

    @Test
    void takes_a_key_that_can_be_used_and_refuses_another() throws Exception {
        validate(pem(FIRST), null);

        String expired =
                certificate(
                        FIRST,
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Instant.parse("2021-01-01T00:00:00Z"));
        assertThatThrownBy(() -> validate(expired, null))
                .isInstanceOf(ProtocolMapperConfigException.class)
                .hasMessageContaining("has expired");
    }

    @Test
    @DisplayName("K15: is refused if the client's native encryption is on")
    void native_encryption() throws Exception {
        validate(pem(FIRST), client(null));

        assertThatThrownBy(() -> validate(pem(FIRST), client("RSA-OAEP-256")))
                .isInstanceOf(ProtocolMapperConfigException.class)
                .hasMessageContaining("ID token encryption of the client itself is on");
    }

    @Test
    void encrypts_the_id_token_of_a_response_if_there_is_one() {
        AccessTokenResponse response = new AccessTokenResponse();
        response.setToken("t");

        assertThat(transform(response)).isSameAs(response);
        assertThat(response.getIdToken()).isNull();

        response.setIdToken(JWS);

        assertThat(transform(response)).isSameAs(response);
        assertThat(response.getIdToken().split("\\.")).hasSize(5);
        assertThat(response.getToken()).isEqualTo("t");
    }

    private AccessTokenResponse transform(AccessTokenResponse response) {
        ProtocolMapperModel model = model(pem(FIRST));
        return mapper.transformAccessTokenResponse(
                response, model, null, null, new TokenRequest().running(model).context());
    }

    @Test
    @DisplayName("K33: is refused in a client scope and under another protocol")
    void place() {
        ClientScopeModel scope = Models.withOnly(ClientScopeModel.class, Map.of());
        ProtocolMapperModel wrong = model(pem(FIRST));
        wrong.setProtocol("openid_connect");

        assertThatThrownBy(() -> mapper.validateConfig(null, null, scope, model(pem(FIRST))))
                .isInstanceOf(ProtocolMapperConfigException.class)
                .hasMessageContaining("in a client scope");
        assertThatThrownBy(() -> mapper.validateConfig(null, null, client(null), wrong))
                .isInstanceOf(ProtocolMapperConfigException.class)
                .hasMessageContaining("another protocol");
    }

    private void validate(String key, ClientModel client) throws ProtocolMapperConfigException {
        mapper.validateConfig(null, null, client, model(key));
    }

    private static ProtocolMapperModel model(String key) {
        return TokenRequest.mapper(
                IdTokenEncryptionMapper.PROVIDER_ID,
                Map.of("public.key", key, "key.id", "lpsso2026"));
    }

    private static ClientModel client(String alg) {
        return Models.model(
                ClientModel.class,
                (proxy, method, arguments) ->
                        "id.token.encrypted.response.alg".equals(arguments[0]) ? alg : null);
    }
}
