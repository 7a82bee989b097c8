package io.github.keycloakliveperson.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Kubernetes drops a key that a schema doesn't have, and a chart ignores it: nobody says a word.
 */
@DisplayName("The Kubernetes examples use only existing keys")
class KubernetesExamplesTest {

    private static final MarkdownPage PAGE = MarkdownPage.named("docs/install.md");

    /**
     * What the example may say, with its type. From Keycloak's sources, package {@code
     * org.keycloak.operator.crds.v2beta1.deployment}: the fields of KeycloakSpec, DatabaseSpec,
     * HostnameSpec, HttpSpec and ProxySpec; the secrets are Kubernetes' SecretKeySelector.
     */
    private static final Map<String, String> OPERATOR =
            Map.ofEntries(
                    Map.entry("instances", "NUMBER"),
                    Map.entry("image", "STRING"),
                    Map.entry("startOptimized", "BOOLEAN"),
                    Map.entry("db.vendor", "STRING"),
                    Map.entry("db.host", "STRING"),
                    Map.entry("db.port", "NUMBER"),
                    Map.entry("db.database", "STRING"),
                    Map.entry("db.usernameSecret.name", "STRING"),
                    Map.entry("db.usernameSecret.key", "STRING"),
                    Map.entry("db.passwordSecret.name", "STRING"),
                    Map.entry("db.passwordSecret.key", "STRING"),
                    Map.entry("hostname.hostname", "STRING"),
                    Map.entry("http.tlsSecret", "STRING"),
                    Map.entry("proxy.headers", "STRING"));

    /**
     * From {@code values.yaml} of codecentric/keycloakx 7.1.11; the last four hold YAML in a
     * string.
     */
    private static final Set<String> CHART =
            Set.of(
                    "image.repository",
                    "image.tag",
                    "command",
                    "args",
                    "http.relativePath",
                    "proxy.mode",
                    "database.vendor",
                    "database.hostname",
                    "database.port",
                    "database.database",
                    "database.username",
                    "database.existingSecret",
                    "database.existingSecretKey",
                    "extraEnv",
                    "extraInitContainers",
                    "extraVolumeMounts",
                    "extraVolumes");

    @Test
    @DisplayName("of the operator's resource v2beta1, with a database")
    void operator() throws IOException {
        JsonNode resource = tree("apiVersion:");

        assertThat(resource.path("apiVersion").asText()).isEqualTo("k8s.keycloak.org/v2beta1");
        assertThat(resource.path("kind").asText()).isEqualTo("Keycloak");
        Map<String, String> leaves = leaves(resource.path("spec"));
        assertThat(OPERATOR).containsAllEntriesOf(leaves);
        assertThat(leaves).containsKeys("db.vendor", "db.host", "hostname.hostname");
    }

    @Test
    @DisplayName("of the chart, including host name and database")
    void chart() throws IOException {
        assertThat(PAGE.blocks("yaml").stream().filter(block -> block.text().startsWith("image:")))
                .hasSize(2)
                .allSatisfy(
                        block ->
                                assertThat(leaves(Format.yaml(block.text())).keySet())
                                        .isSubsetOf(CHART));
        assertThat(HelmValues.ofThePage().environment("a-secret"))
                .doesNotContainValue("null")
                .containsEntry("KC_HOSTNAME", "https://login.example.com")
                .containsEntry("KC_BOOTSTRAP_ADMIN_PASSWORD", "a-secret")
                .containsEntry("KC_HTTP_RELATIVE_PATH", "/");
    }

    private static JsonNode tree(String firstKey) throws IOException {
        return Format.yaml(
                PAGE.blocks("yaml").stream()
                        .map(CodeBlock::text)
                        .filter(text -> text.startsWith(firstKey))
                        .findFirst()
                        .orElseThrow());
    }

    /** The types of the values, by their path. */
    private static Map<String, String> leaves(JsonNode tree) {
        Map<String, String> leaves = new TreeMap<>();
        tree.properties()
                .forEach(
                        entry -> {
                            if (entry.getValue().isObject()) {
                                leaves(entry.getValue())
                                        .forEach(
                                                (path, type) ->
                                                        leaves.put(
                                                                entry.getKey() + "." + path, type));
                            } else {
                                leaves.put(
                                        entry.getKey(), entry.getValue().getNodeType().toString());
                            }
                        });
        return leaves;
    }
}
