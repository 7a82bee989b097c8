package io.github.keycloakliveperson.window.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.Models;
import io.github.keycloakliveperson.window.mapper.ClientSearch.Missing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

@DisplayName("A client is LivePerson's")
class LivePersonClientTest {

    private final Map<String, Object> client =
            new LinkedHashMap<>(
                    Map.of(
                            "isEnabled",
                            true,
                            "isBearerOnly",
                            false,
                            "getProtocol",
                            "openid-connect",
                            "getProtocolMappersStream",
                            List.of(mapper("b", "2"), mapper("a", "1"), other())));

    @Test
    @DisplayName("when it has the window mapper, the first by name")
    void ownMapper() {
        assertThat(found()).hasValueSatisfying(c -> assertThat(c.config().lifespan()).isOne());
    }

    @Test
    @DisplayName("also when the mapper's settings are wrong, and knows what is wrong")
    void problems() {
        assertThat(found()).hasValueSatisfying(c -> assertThat(c.problems()).isEmpty());

        client.put("getProtocolMappersStream", List.of(mapper("a", "soon")));

        assertThat(found()).hasValueSatisfying(c -> assertThat(c.problems()).hasSize(1));
    }

    @Test
    @DisplayName("when one of its default scopes has the mapper, the first scope by name")
    void scopesMapper() {
        client.put("getProtocolMappersStream", List.of(other()));
        client.put("getClientScopes", scopes(scope("z", mapper("a", "26")), scope("y", other())));

        assertThat(LivePersonClient.settings(model())).contains(mapper("a", "26").getConfig());

        client.put(
                "getClientScopes",
                scopes(scope("z", mapper("a", "26")), scope("y", mapper("b", "25"))));

        assertThat(LivePersonClient.settings(model())).contains(mapper("b", "25").getConfig());
    }

    @Test
    @DisplayName("when the mapper has no settings at all")
    void defaults() {
        ProtocolMapperModel bare = mapper("a", "1");
        bare.setConfig(null);
        client.put("getProtocolMappersStream", List.of(bare));

        assertThat(found()).map(LivePersonClient::config).contains(WindowMapperConfig.from(null));
    }

    @Test
    @DisplayName("when it names no protocol, which means OpenID Connect for Keycloak")
    void withoutProtocol() {
        client.put("getProtocol", null);
        assertThat(found()).isPresent();
    }

    @Test
    @DisplayName("but not when it is disabled, bearer-only, SAML, or lacks the mapper")
    void others() {
        assertThat(with("isEnabled", false)).isEmpty();
        assertThat(with("isBearerOnly", true)).isEmpty();
        assertThat(with("getProtocol", "saml")).isEmpty();
        client.put("getClientScopes", Map.of());
        assertThat(with("getProtocolMappersStream", List.of(other()))).isEmpty();
    }

    @Test
    @DisplayName("and is found by its client id, if it exists")
    void byId() {
        ClientModel model = model();
        RealmModel realm =
                Models.model(
                        RealmModel.class,
                        (proxy, method, arguments) ->
                                "liveperson".equals(arguments[0]) ? model : null);

        assertThat(LivePersonClient.find(realm, "liveperson").found())
                .map(LivePersonClient::client)
                .containsSame(model);
        assertThat(LivePersonClient.find(realm, "another")).isEqualTo(Missing.UNKNOWN);
        assertThat(LivePersonClient.find(realm, null)).isEqualTo(Missing.UNNAMED);
        assertThat(LivePersonClient.find(realm, "x".repeat(255))).isEqualTo(Missing.UNKNOWN);
        assertThat(LivePersonClient.find(realm, "x".repeat(256))).isEqualTo(Missing.TOO_LONG);
        client.put("getProtocol", "saml");
        assertThat(LivePersonClient.find(realm, "liveperson")).isEqualTo(Missing.NOT_LIVEPERSON);
        client.put("isEnabled", false);
        assertThat(LivePersonClient.find(realm, "liveperson"))
                .isEqualTo(Missing.DISABLED)
                .matches(search -> search.found().isEmpty());
    }

    private Optional<LivePersonClient> with(String method, Object answer) {
        Object before = client.put(method, answer);
        Optional<LivePersonClient> found = found();
        client.put(method, before);
        return found;
    }

    private Optional<LivePersonClient> found() {
        return LivePersonClient.of(model());
    }

    private ClientModel model() {
        return answering(ClientModel.class, client);
    }

    private static ClientScopeModel scope(String name, ProtocolMapperModel mapper) {
        return answering(
                ClientScopeModel.class,
                Map.of("getName", name, "getProtocolMappersStream", List.of(mapper)));
    }

    private static Map<String, ClientScopeModel> scopes(ClientScopeModel... scopes) {
        Map<String, ClientScopeModel> byName = new LinkedHashMap<>();
        for (ClientScopeModel scope : scopes) {
            byName.put(scope.getName(), scope);
        }
        return byName;
    }

    private static ProtocolMapperModel mapper(String name, String lifespan) {
        ProtocolMapperModel mapper = other();
        mapper.setName(name);
        mapper.setProtocolMapper(WindowMapper.PROVIDER_ID);
        mapper.setConfig(Map.of("id.token.lifespan", lifespan));
        return mapper;
    }

    private static ProtocolMapperModel other() {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setName("0");
        mapper.setProtocolMapper("oidc-usermodel-attribute-mapper");
        mapper.setConfig(Map.of());
        return mapper;
    }

    /** A model that answers these methods; a list stands for a stream. */
    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return Models.model(
                type,
                (proxy, method, arguments) -> {
                    Object answer = answers.get(method.getName());
                    if (method.getName().equals("getClientScopes")) {
                        return (boolean) arguments[0] ? answer : Map.of();
                    }
                    return method.getReturnType() == Stream.class
                            ? ((List<?>) answer).stream()
                            : answer;
                });
    }
}
