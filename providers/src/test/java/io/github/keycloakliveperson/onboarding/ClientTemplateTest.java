package io.github.keycloakliveperson.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.onboarding.NewClient.Delegation;
import io.github.keycloakliveperson.onboarding.NewClient.Key;
import io.github.keycloakliveperson.onboarding.NewClient.Template;
import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.RealmSettings;
import io.github.keycloakliveperson.onboarding.setup.SetupFixture;
import io.github.keycloakliveperson.window.address.WebOrigin;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The templates say once what a LivePerson client is. */
class ClientTemplateTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "/io/github/keycloakliveperson/realm-templates/";

    @ParameterizedTest
    @EnumSource(Template.class)
    @DisplayName("every template is as safe as it can be")
    void settings(Template template) throws Exception {
        JsonNode client = load("clients/" + file(template));
        assertThat(client.at("/attributes/id.token.signed.response.alg").asText())
                .as("L1")
                .isEqualTo("RS256");
        assertThat(client.at("/attributes/exclude.session.state.from.auth.response").asText())
                .as("K14")
                .isEqualTo("true");
        assertThat(client.at("/attributes/exclude.issuer.from.auth.response").asText())
                .as("K14")
                .isEqualTo("true");
        assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
        assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(client.path("serviceAccountsEnabled").asBoolean(true)).isFalse();
        assertThat(client.path("publicClient").asBoolean(true)).isFalse();
        assertThat(client.has("secret")).as("Keycloak makes it").isFalse();
        assertThat(texts(client.path("redirectUris"))).noneMatch(uri -> uri.contains("*"));
        assertThat(texts(client.path("webOrigins"))).doesNotContain("*", "+");
        assertThat(texts(client.path("optionalClientScopes"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Template.class, mode = EXCLUDE, names = "DELEGATION")
    @DisplayName("a template for conversations has LivePerson's windows and every mapper")
    void conversations(Template template) throws Exception {
        JsonNode client = load("clients/" + file(template));
        assertThat(texts(client.path("redirectUris")))
                .as("L21, L24: exact")
                .contains(
                        "https://liveperson.net",
                        "https://liveperson.net/",
                        "https://liveperson.net/oauth2/code_redirect",
                        "https://lpcdn.lpsnmedia.net/le_unified_window/index.html")
                .hasSize(6);
        assertThat(texts(client.path("webOrigins"))).isNotEmpty();
        assertThat(client.findValuesAsText("protocolMapper"))
                .containsExactlyInAnyOrder(
                        MapperSettings.CUSTOMER_INFO,
                        MapperSettings.PERSONAL_INFO,
                        MapperSettings.WINDOW);
    }

    @Test
    @DisplayName(
            "L40: the template for consumer delegation asks for consent and allows "
                    + "nothing more")
    void delegation() throws Exception {
        JsonNode client = load("clients/delegation.json");
        assertThat(client.path("consentRequired").asBoolean()).isTrue();
        assertThat(client.at("/attributes/use.refresh.tokens").asText()).isEqualTo("false");
        assertThat(texts(client.path("webOrigins"))).isEmpty();
        assertThat(texts(client.path("defaultClientScopes"))).containsExactly("basic");
        assertThat(client.findValuesAsText("protocolMapper"))
                .containsExactly(MapperSettings.WINDOW);
        assertThat(client.at("/protocolMappers/0/config/minimal.token.response").asText())
                .isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({
        "CODE, true, false, ''",
        "CODE_PKCE, true, false, S256",
        "IMPLICIT, false, true, ''",
        "DELEGATION, true, false, ''"
    })
    @DisplayName("each template has its flow, and S256 where PKCE is on (L19)")
    void flows(Template template, boolean code, boolean implicit, String pkce) throws Exception {
        JsonNode client = load("clients/" + file(template));
        assertThat(client.path("standardFlowEnabled").asBoolean()).isEqualTo(code);
        assertThat(client.path("implicitFlowEnabled").asBoolean()).isEqualTo(implicit);
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText("")).isEqualTo(pkce);
    }

    @Nested
    @DisplayName("filled in")
    class FilledIn {

        private final RealmSettings realm = new SetupFixture().realm();

        @Test
        @DisplayName("has its own id, the realm's addresses and the brand's origins")
        void filled() {
            ObjectNode client =
                    ClientTemplate.load(Template.CODE, JSON)
                            .fill(realm, order(List.of("https://a.example"), Optional.empty()));
            assertThat(client.path("clientId").asText()).isEqualTo("lp");
            assertThat(texts(client.path("redirectUris")))
                    .contains(
                            "/realms/shop/liveperson/callback",
                            "/realms/shop/liveperson/silent-return/lp");
            assertThat(texts(client.path("webOrigins"))).containsExactly("https://a.example");
            assertThat(client.toString()).doesNotContain("LIVEPERSON_REALM", "liveperson-code");
        }

        @Test
        @DisplayName("without an origin, uses Keycloak's own")
        void withoutOrigin() {
            ObjectNode client =
                    ClientTemplate.load(Template.IMPLICIT, JSON)
                            .fill(realm, order(List.of(), Optional.empty()));
            assertThat(texts(client.path("webOrigins")))
                    .containsExactly("https://login.shop.example");
        }

        @Test
        @DisplayName("with a key, encrypts")
        void encrypts() {
            ObjectNode client =
                    ClientTemplate.load(Template.CODE, JSON)
                            .fill(realm, order(List.of(), Optional.of(new Key("MIIB", "2026"))));
            JsonNode mapper = client.path("protocolMappers").path(3);
            assertThat(mapper.path("protocolMapper").asText()).isEqualTo(MapperSettings.ENCRYPTION);
            assertThat(mapper.at("/config/public.key").asText()).isEqualTo("MIIB");
            assertThat(mapper.at("/config/key.id").asText()).isEqualTo("2026");
        }

        @Test
        @DisplayName("L40: has LivePerson's redirect URI, and the API's scopes as optional ones")
        void delegates() {
            JsonNode client =
                    delegating(Template.DELEGATION, "https://idp.example/callback/1/redirectCode");
            assertThat(texts(client.path("redirectUris")))
                    .containsExactly(
                            "https://idp.example/callback/1/redirectCode",
                            "/realms/shop/liveperson/callback");
            assertThat(texts(client.path("webOrigins"))).isEmpty();
            assertThat(texts(client.path("optionalClientScopes"))).containsExactly("orders");
            assertThat(texts(client.path("defaultClientScopes"))).containsExactly("basic");
        }

        @Test
        @DisplayName("L39: issues real tokens with the API's scopes as default ones")
        void delegatesInConversations() {
            JsonNode client = delegating(Template.CODE, "");
            assertThat(texts(client.path("defaultClientScopes")))
                    .containsExactly("basic", "profile", "email", "orders");
            assertThat(texts(client.path("optionalClientScopes"))).isEmpty();
            assertThat(client.at("/protocolMappers/2/config/minimal.token.response").asText())
                    .isEqualTo("false");
        }

        private JsonNode delegating(Template template, String redirectUri) {
            Optional<Delegation> delegation =
                    Optional.of(new Delegation(redirectUri, List.of("orders")));
            return ClientTemplate.load(template, JSON)
                    .fill(
                            realm,
                            new NewClient("lp", template, List.of(), Optional.empty(), delegation));
        }

        private NewClient order(List<String> origins, Optional<Key> key) {
            return new NewClient(
                    "lp",
                    Template.CODE,
                    origins.stream().map(WebOrigin::new).toList(),
                    key,
                    Optional.empty());
        }
    }

    @Nested
    @DisplayName("the realm template")
    class RealmTemplate {

        private final JsonNode realm;

        RealmTemplate() throws Exception {
            realm = JSON.readTree(withDefaults(text("liveperson-realm.json")));
        }

        @ParameterizedTest
        @EnumSource(value = Template.class, mode = EXCLUDE, names = "DELEGATION")
        @DisplayName("has the same clients as the client templates, with the mappers in a scope")
        void sameClients(Template template) throws Exception {
            ObjectNode expected =
                    (ObjectNode) JSON.readTree(withDefaults(text("clients/" + file(template))));
            expected.remove("protocolMappers");
            expected.withArray("defaultClientScopes").add("liveperson");
            assertThat(realm.path("clients"))
                    .filteredOn(client -> client.path("clientId").equals(expected.path("clientId")))
                    .containsExactly(expected);
        }

        @ParameterizedTest
        @EnumSource(value = Template.class, mode = EXCLUDE, names = "DELEGATION")
        @DisplayName("its scope has the client templates' mappers, with a source for every field")
        void sameMappers(Template template) throws Exception {
            JsonNode scope = realm.at("/clientTemplates/0");
            assertThat(scope.path("name").asText()).isEqualTo("liveperson");
            JsonNode expected = load("clients/" + file(template)).path("protocolMappers");
            assertThat(scope.path("protocolMappers")).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                ObjectNode full = scope.path("protocolMappers").path(i).deepCopy();
                ObjectNode least = expected.path(i).deepCopy();
                assertThat(configOf(full)).containsAllEntriesOf(configOf(least));
                full.remove("config");
                least.remove("config");
                assertThat(full).isEqualTo(least);
            }
        }

        @Test
        @DisplayName("sends only verified e-mail addresses, and lets consumers verify them")
        void verifiedAddresses() {
            assertThat(realm.path("verifyEmail").asBoolean()).isTrue();
            assertThat(realm.at("/clientTemplates/0/protocolMappers"))
                    .filteredOn(
                            mapper ->
                                    mapper.path("protocolMapper")
                                            .asText()
                                            .equals(MapperSettings.PERSONAL_INFO))
                    .allSatisfy(
                            mapper ->
                                    assertThat(mapper.at("/config/verified.only").asText())
                                            .isEqualTo("true"))
                    .isNotEmpty();
        }

        @Test
        @DisplayName("its user profile declares every attribute that the mappers read (K20)")
        void userProfile() throws Exception {
            JsonNode profile =
                    JSON.readTree(
                            realm.at(
                                            "/components/org.keycloak.userprofile.UserProfileProvider/0"
                                                    + "/config/kc.user.profile.config/0")
                                    .asText());
            List<String> declared = profile.path("attributes").findValuesAsText("name");
            for (JsonNode mapper : realm.at("/clientTemplates/0/protocolMappers")) {
                if (!mapper.path("protocolMapper").asText().equals(MapperSettings.WINDOW)) {
                    Map<String, String> sources = configOf(mapper);
                    sources.keySet().removeAll(Set.of("userinfo.token.claim", "verified.only"));
                    assertThat(sources).hasSizeGreaterThanOrEqualTo(11);
                    assertThat(declared).containsAll(sources.values());
                }
            }
        }

        private static Map<String, String> configOf(JsonNode mapper) {
            return new java.util.HashMap<>(
                    JSON.convertValue(
                            mapper.path("config"),
                            JSON.getTypeFactory()
                                    .constructMapType(Map.class, String.class, String.class)));
        }
    }

    private static String withDefaults(String template) {
        return Pattern.compile("\\$\\{LIVEPERSON_[A-Z_]+:([^}]+)}")
                .matcher(template.replace("${LIVEPERSON_REALM:brand}", "brand"))
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(match.group(1)));
    }

    private static String file(Template template) {
        return switch (template) {
            case CODE -> "code.json";
            case CODE_PKCE -> "code-pkce.json";
            case IMPLICIT -> "implicit.json";
            case DELEGATION -> "delegation.json";
        };
    }

    private static JsonNode load(String file) throws Exception {
        return JSON.readTree(text(file));
    }

    private static String text(String file) throws Exception {
        try (InputStream in = ClientTemplateTest.class.getResourceAsStream(FOLDER + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
