package io.github.keycloakliveperson.benchmarks.micro;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.benchmarks.server.Template;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.ProtocolMapperModel;

/** The mappers of the realm template's client scope, which has a setting for every field. */
final class TemplateScope {

    private TemplateScope() {}

    static ProtocolMapperModel mapper(String providerId) {
        for (var mapper : Template.realm().at("/clientTemplates/0/protocolMappers")) {
            if (mapper.path("protocolMapper").asText().equals(providerId)) {
                return model(mapper);
            }
        }
        throw new IllegalStateException("The realm template has no mapper " + providerId);
    }

    private static ProtocolMapperModel model(JsonNode mapper) {
        Map<String, String> config = new HashMap<>();
        mapper.path("config")
                .properties()
                .forEach(setting -> config.put(setting.getKey(), setting.getValue().asText()));
        var model = new ProtocolMapperModel();
        model.setId(mapper.path("protocolMapper").asText());
        model.setName(mapper.path("name").asText());
        model.setConfig(config);
        return model;
    }
}
