package io.github.keycloakliveperson.it.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environment that the chart codecentric/keycloakx gives Keycloak, after {@code values.yaml}
 * and {@code templates/statefulset.yaml} of its version 7.1.11.
 *
 * @param values the reader's {@code values.yaml}
 */
public record HelmValues(JsonNode values) {

    /** What the chart sets where the reader says nothing. */
    private static final String DEFAULTS =
            """
            http: {relativePath: /auth}
            proxy: {mode: forwarded}
            metrics: {enabled: true}
            health: {enabled: true}
            """;

    /** The first values of {@code docs/install.md}, with others put over them. */
    public static HelmValues ofThePage() throws IOException {
        for (CodeBlock block : MarkdownPage.named("docs/install.md").blocks("yaml")) {
            if (block.text().startsWith("image:")) {
                return new HelmValues(Format.yaml(block.text()));
            }
        }
        throw new IllegalStateException("docs/install.md has no values.yaml.");
    }

    /** The same without one of its keys. */
    public HelmValues without(String key) {
        return new HelmValues(values.<ObjectNode>deepCopy().without(key));
    }

    /** What Keycloak's container finds in its environment; {@code secret} for every secret. */
    public Map<String, String> environment(String secret) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("KC_HTTP_RELATIVE_PATH", value("http", "relativePath"));
        environment.put("KC_CACHE", "ispn");
        environment.put("KC_CACHE_STACK", "jdbc-ping");
        environment.put("KC_PROXY_HEADERS", value("proxy", "mode"));
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_DB", value("database", "vendor"));
        environment.put("KC_DB_URL_HOST", value("database", "hostname"));
        environment.put("KC_DB_URL_PORT", value("database", "port"));
        environment.put("KC_DB_URL_DATABASE", value("database", "database"));
        environment.put("KC_DB_USERNAME", value("database", "username"));
        environment.put("KC_DB_PASSWORD", secret);
        environment.put("KC_METRICS_ENABLED", value("metrics", "enabled"));
        environment.put("KC_HEALTH_ENABLED", value("health", "enabled"));
        for (JsonNode variable : Format.yaml(values.path("extraEnv").asText())) {
            environment.put(variable.path("name").asText(), variable.path("value").asText(secret));
        }
        return environment;
    }

    private String value(String section, String key) throws IOException {
        JsonNode given = values.path(section).path(key);
        return given.asText(Format.yaml(DEFAULTS).path(section).path(key).asText("null"));
    }
}
