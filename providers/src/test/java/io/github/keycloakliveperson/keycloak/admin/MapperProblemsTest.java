package io.github.keycloakliveperson.keycloak.admin;

import static io.github.keycloakliveperson.Models.knowing;
import static io.github.keycloakliveperson.Models.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.idtoken.IdTokenEncryptionMapper;
import io.github.keycloakliveperson.onboarding.NewClient;
import io.github.keycloakliveperson.sde.CustomerInfoMapper;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapper;

/** The real mappers, in a server that has these two alone. */
@DisplayName("K31: mappers are asked again about settings that nobody checked")
class MapperProblemsTest {

    private static final Map<String, ProtocolMapper> INSTALLED =
            Map.of(
                    CustomerInfoMapper.PROVIDER_ID, new CustomerInfoMapper(),
                    IdTokenEncryptionMapper.PROVIDER_ID, new IdTokenEncryptionMapper());

    private final MapperProblems problems = new MapperProblems(server(), null);

    @Test
    @DisplayName("K18: a kind that isn't installed is unknown, and nothing more is said about it")
    void notInstalled() {
        ProtocolMapperModel mapper = mapper("oidc-of-another-jar", Map.of("x", "y"));

        assertThat(problems.isKnown(mapper)).isFalse();
        assertThat(problems.of(mapper, null)).isEmpty();
        assertThat(problems.unknownKeys(mapper)).isEmpty();
    }

    @Test
    @DisplayName("settings that saving would accept have no problem")
    void fine() {
        ProtocolMapperModel mapper =
                mapper(CustomerInfoMapper.PROVIDER_ID, Map.of("ctype", "attribute:tier"));

        assertThat(problems.isKnown(mapper)).isTrue();
        assertThat(problems.of(mapper, null)).isEmpty();
    }

    @Test
    @DisplayName("others have the sentence that saving would answer")
    void refused() {
        assertThat(
                        problems.of(
                                mapper(CustomerInfoMapper.PROVIDER_ID, Map.of("ctype", "note:")),
                                null))
                .hasValueSatisfying(
                        sentence ->
                                assertThat(sentence).startsWith("The setting ctype has nothing"));
    }

    @Test
    @DisplayName("K39: names of settings that neither the kind nor Keycloak knows, sorted")
    void unknown() {
        Map<String, String> settings = new HashMap<>();
        settings.put("ctyp", "tier");
        settings.put("ctype", "tier");
        settings.put("accountname", "x");
        settings.put("id.token.claim", "true");
        settings.put("lightweight.claim", "true");

        assertThat(problems.unknownKeys(mapper(CustomerInfoMapper.PROVIDER_ID, settings)))
                .containsExactly("accountname", "ctyp");
        assertThat(problems.unknownKeys(mapper(CustomerInfoMapper.PROVIDER_ID, null))).isEmpty();
    }

    @Test
    @DisplayName("a key for a client that is yet to be is judged as the encryption mapper does")
    void key() {
        assertThat(problems.ofKey(new NewClient.Key("https://liveperson.example/key", "k")))
                .contains("public.key is an address. Paste the key itself, not its address.");
    }

    private static KeycloakSession server() {
        KeycloakSessionFactory factory =
                model(
                        KeycloakSessionFactory.class,
                        (proxy, method, arguments) -> INSTALLED.get(arguments[1]));
        return knowing(KeycloakSession.class, Map.of("getKeycloakSessionFactory", factory));
    }

    private static ProtocolMapperModel mapper(String kind, Map<String, String> settings) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setProtocolMapper(kind);
        mapper.setProtocol("openid-connect");
        mapper.setConfig(settings);
        return mapper;
    }
}
