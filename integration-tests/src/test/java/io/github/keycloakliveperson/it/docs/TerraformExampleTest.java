package io.github.keycloakliveperson.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.it.harness.ForeignTool;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The names of resources and arguments are those of the provider keycloak/keycloak 5.2.0 and newer;
 * the values are compared with the template's.
 */
@ForeignTool(
        needs = {"/usr/bin/node", ForeignParser.PACKAGE},
        install = ForeignParser.INSTALL)
@DisplayName("Terraform's example makes the client of the template")
class TerraformExampleTest {

    private static JsonNode resources;
    private static JsonNode client;
    private static JsonNode template;

    @BeforeAll
    static void read() throws Exception {
        CodeBlock example = MarkdownPage.named("docs/configure.md").blocks("hcl").get(0);
        JsonNode value = ForeignParser.read("hcl", example.text()).path("value");
        assertThat(value.findValuesAsText("version")).containsExactly(">= 5.2.0");
        resources = value.path("resource");
        client = resource("keycloak_openid_client");
        template =
                new ObjectMapper()
                        .readTree(
                                Files.readString(
                                                ServerSetup.projectDirectory()
                                                        .resolve(
                                                                "realm-templates/clients/code-pkce.json"))
                                        .replace("${LIVEPERSON_REALM:brand}", "shop")
                                        .replace("liveperson-code-pkce", "liveperson"));
    }

    @Test
    @DisplayName("with its redirect URIs (L21, L24)")
    void redirectUris() {
        List<String> expected = new ArrayList<>();
        for (JsonNode uri : template.path("redirectUris")) {
            expected.add(uri.asText().replaceAll("^/", "https://login.example.com/"));
        }
        assertThat(client.path("valid_redirect_uris"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @DisplayName("with its flow, its PKCE and its attributes (K14, L1, L19)")
    void settings() {
        JsonNode attributes = template.path("attributes");
        Map<String, Object> expected = new HashMap<>();
        expected.put("access_type", "CONFIDENTIAL");
        expected.put("standard_flow_enabled", template.path("standardFlowEnabled"));
        expected.put("implicit_flow_enabled", template.path("implicitFlowEnabled"));
        expected.put("direct_access_grants_enabled", template.path("directAccessGrantsEnabled"));
        expected.put("service_accounts_enabled", template.path("serviceAccountsEnabled"));
        expected.put("full_scope_allowed", template.path("fullScopeAllowed"));
        expected.put(
                "pkce_code_challenge_method",
                attributes.path("pkce.code.challenge.method").asText());
        expected.put(
                "exclude_session_state_from_auth_response",
                attributes.path("exclude.session.state.from.auth.response").asText());
        expected.put(
                "exclude_issuer_from_auth_response",
                attributes.path("exclude.issuer.from.auth.response").asText());
        expected.put("login_theme", attributes.path("login_theme").asText());

        expected.forEach(
                (name, value) ->
                        assertThat(client.path(name).asText())
                                .as(name)
                                .isEqualTo(value instanceof JsonNode node ? node.asText() : value));
        assertThat(client.path("extra_config").path("id.token.signed.response.alg"))
                .isEqualTo(attributes.path("id.token.signed.response.alg"));
    }

    @Test
    @DisplayName("with its mappers and exactly their settings (K39)")
    void mappers() {
        JsonNode kinds = resource("keycloak_generic_protocol_mapper").path("for_each");
        Map<String, JsonNode> expected = new HashMap<>();
        for (JsonNode mapper : template.path("protocolMappers")) {
            expected.put(mapper.path("protocolMapper").asText(), mapper.path("config"));
        }

        assertThat(kinds.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach(
                (kind, config) ->
                        kinds.path(kind)
                                .properties()
                                .forEach(
                                        setting ->
                                                assertThat(setting.getValue())
                                                        .as(kind + " " + setting.getKey())
                                                        .isEqualTo(config.path(setting.getKey()))));
    }

    @Test
    @DisplayName("with exactly its client scopes")
    void scopes() {
        assertThat(resource("keycloak_openid_client_default_scopes").path("default_scopes"))
                .isEqualTo(template.path("defaultClientScopes"));
        assertThat(resource("keycloak_openid_client_optional_scopes").path("optional_scopes"))
                .isEqualTo(template.path("optionalClientScopes"));
    }

    private static JsonNode resource(String type) {
        return resources.path(type).path("liveperson").path(0);
    }
}
