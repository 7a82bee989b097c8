package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmEventsConfigRepresentation;

/**
 * Clients that Keycloak's stock admin API spoils, and {@code fix} repairs. What a client was before
 * is what it must be afterwards.
 */
@RealKeycloak
@Tag("core")
@DisplayName("fix")
class FixIT {

    private static final String OLD_DEFAULT = "https://liveperson.net/oauth2/code_redirect";
    private static final String WINDOW = "oidc-liveperson-window-mapper";
    private static final String ALGORITHM = "id.token.signed.response.alg";
    private static final String SESSION_STATE = "exclude.session.state.from.auth.response";
    private static final String ISSUER = "exclude.issuer.from.auth.response";

    @AutoClose private static TestRealm realm;
    private static AdminApi api;

    private String id;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = ProtectedRealm.create(keycloak);
        api = AdminApi.of(realm);
        RealmEventsConfigRepresentation events = new RealmEventsConfigRepresentation();
        events.setAdminEventsEnabled(true);
        events.setAdminEventsDetailsEnabled(true);
        events.setEventsListeners(List.of());
        realm.admin().updateRealmEventsConfig(events);
    }

    @BeforeEach
    void makeClient() {
        id = make("\"flow\":\"code\"");
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                is("callback", without(uri -> uri.endsWith("/callback"))),
                is("silent-return", without(uri -> uri.contains("/silent-return/"))),
                is("liveperson-redirects", without(OLD_DEFAULT::equals)),
                is("liveperson-redirects", without("https://liveperson.net/"::equals)),
                is("liveperson-redirects", without(uri -> uri.startsWith("https:"))),
                is("signature-algorithm", attribute(ALGORITHM, "ES256")),
                is("signature-algorithm", attribute(ALGORITHM, "")),
                is("answer-parameters", attribute(SESSION_STATE, "false")),
                is("answer-parameters", attribute(ISSUER, "")),
                is(
                        "answer-parameters",
                        attribute(ISSUER, "").andThen(attribute(SESSION_STATE, ""))),
                is("mapper-settings", window("id.token.lifespan", "an hour")),
                is("mapper-settings", window("response.location", "form_post")),
                is("mapper-settings", window("token.redirect.uri", "liveperson.net")),
                is("mapper-settings", window("max.state.length", "-1")),
                is("mapper-settings", window("minimal.token.response", "yes")));
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    @DisplayName("puts one thing right, says so, and the client is as it was")
    void one(String check, Consumer<ClientRepresentation> spoil) {
        JsonNode before = representation(id);
        spoil(id, spoil);
        assertThat(AdminApi.findings(api.report(id))).containsKey(check);

        JsonNode fixed = fix(id);

        assertThat(ids(fixed)).containsExactly(check);
        assertThat(fixed.path("checks")).isEqualTo(api.report(id).path("checks"));
        assertThat(AdminApi.findings(fixed)).containsOnlyKeys("issuer");
        assertThat(representation(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "implicit"})
    @DisplayName("puts everything right by one update, and changes nothing the second time")
    void everything(String flow) {
        id = make("\"flow\":\"" + flow + "\"");
        JsonNode before = representation(id);
        JsonNode other = representation(make("\"flow\":\"code\""));
        JsonNode secret = api.report(id).at("/connector/clientSecret");
        spoiled().forEach(fault -> spoil(id, spoil(fault)));

        JsonNode first = fix(id);

        assertThat(ids(first))
                .containsExactlyInAnyOrder(
                        "callback",
                        "silent-return",
                        "liveperson-redirects",
                        "signature-algorithm",
                        "answer-parameters",
                        "mapper-settings");
        assertThat(AdminApi.findings(first)).containsOnlyKeys("issuer");
        assertThat(representation(id)).isEqualTo(before);
        assertThat(representation(other.path("id").asText())).isEqualTo(other);
        assertThat(api.report(id).at("/connector/clientSecret")).isEqualTo(secret);

        realm.admin().clearAdminEvents();
        JsonNode second = fix(id);
        assertThat(ids(second)).isEmpty();
        assertThat(second.path("checks")).isEqualTo(first.path("checks"));
        assertThat(realm.admin().getAdminEvents()).isEmpty();
    }

    @Test
    @DisplayName("leaves alone what somebody may have meant")
    void choices() {
        spoil(
                id,
                client -> {
                    client.setFullScopeAllowed(true);
                    client.setConsentRequired(true);
                    client.setDirectAccessGrantsEnabled(true);
                    client.setWebOrigins(List.of("*"));
                    client.getRedirectUris().add("https://www.brand.example/*");
                    client.getRedirectUris()
                            .add("https://lpcdn.lpsnmedia.net/le_window/index.html");
                    client.getRedirectUris()
                            .remove("https://lpcdn.lpsnmedia.net/le_unified_window/index.html");
                    client.getAttributes().put("pkce.code.challenge.method", "plain");
                    window("id.token.lifespan", "60").accept(client);
                    window("max.state.lenght", "60").accept(client);
                });
        JsonNode before = representation(id);

        JsonNode fixed = fix(id);

        assertThat(ids(fixed)).isEmpty();
        assertThat(representation(id)).isEqualTo(before);
        assertThat(AdminApi.findings(fixed))
                .containsKeys(
                        "full-scope",
                        "client",
                        "flow",
                        "web-origins",
                        "redirect-uris",
                        "pkce",
                        "id-token-lifespan",
                        "mapper-settings");
    }

    @Test
    @DisplayName("adds the address of this realm beside one of another")
    void copied() {
        spoil(
                id,
                client ->
                        client.setRedirectUris(
                                client.getRedirectUris().stream()
                                        .map(uri -> uri.replace(realm.name(), "other"))
                                        .toList()));
        List<String> before = client(id).getRedirectUris();

        assertThat(ids(fix(id))).containsExactly("callback", "silent-return");

        assertThat(client(id).getRedirectUris())
                .containsAll(before)
                .hasSize(before.size() + 2)
                .contains("/realms/" + realm.name() + "/liveperson/callback");
    }

    @Test
    @DisplayName("adds the whole address where the client's root URL is another")
    void rootUrl() {
        spoil(id, client -> client.setRootUrl("https://www.brand.example"));

        assertThat(ids(fix(id))).containsExactly("callback", "silent-return");

        assertThat(client(id).getRedirectUris()).contains(realm.livePerson("callback").toString());
        assertThat(ids(fix(id))).isEmpty();
    }

    @Test
    @DisplayName("adds the callback alone to a client for a bot's link (L40)")
    void delegation() {
        realm.clientScope("orders-" + id, List.of());
        id =
                make(
                        "\"flow\":\"delegation\",\"scopes\":\"orders-"
                                + id
                                + "\",\"delegationRedirectUri\":"
                                + "\"https://idp.example/callback/12345678/redirectCode\"");
        JsonNode before = representation(id);
        spoil(id, without(uri -> uri.endsWith("/liveperson/callback")));

        assertThat(ids(fix(id))).containsExactly("callback");

        assertThat(representation(id)).isEqualTo(before);
    }

    @Test
    @DisplayName("leaves a client scope's mapper alone, which other clients have too")
    void scope() {
        String scope =
                realm.clientScope(
                        "shared-" + id,
                        List.of(TestRealm.mapperOf(WINDOW, Map.of("max.state.length", "lots"))));
        realm.admin().clients().get(id).addDefaultClientScope(scope);

        assertThat(ids(fix(id))).isEmpty();

        assertThat(realm.admin().clientScopes().get(scope).toRepresentation().getProtocolMappers())
                .singleElement()
                .satisfies(
                        m -> assertThat(m.getConfig()).containsEntry("max.state.length", "lots"));
    }

    @Test
    @DisplayName("leaves one admin event, the update's, without the secret")
    void adminEvent() {
        String secret = api.report(id).at("/connector/clientSecret").asText();
        spoil(id, attribute(ALGORITHM, "ES256").andThen(without(OLD_DEFAULT::equals)));
        realm.admin().clearAdminEvents();

        fix(id);

        List<AdminEventRepresentation> events = realm.admin().getAdminEvents();
        assertThat(events)
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.getOperationType()).isEqualTo("UPDATE");
                            assertThat(event.getResourceType()).isEqualTo("CLIENT");
                            assertThat(event.getResourcePath()).isEqualTo("clients/" + id);
                            assertThat(event.getRepresentation())
                                    .contains("RS256", OLD_DEFAULT)
                                    .doesNotContain(secret);
                        });
    }

    @Test
    @DisplayName("does nothing where a client policy refuses the update")
    void policy() {
        spoil(id, attribute(ALGORITHM, "ES256"));
        JsonNode before = representation(id);
        refuseUpdates(true);
        try {
            Reply refused = api.post("liveperson/clients/" + id + "/fix", "");
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(AdminApi.json(refused).path("error").asText()).isNotEmpty();
            assertThat(representation(id)).isEqualTo(before);
        } finally {
            refuseUpdates(false);
        }
        assertThat(ids(fix(id))).containsExactly("signature-algorithm");
    }

    @Test
    @DisplayName("is for LivePerson's clients only")
    void others() {
        String stock = realm.codeClient("stock-" + id).id();
        String saml = realm.client("saml-" + id, c -> c.setProtocol("saml")).id();
        JsonNode before = representation(stock);

        for (String unknown : List.of(stock, saml, "no-such-id")) {
            assertThat(api.post("liveperson/clients/" + unknown + "/fix", "").status())
                    .isEqualTo(404);
        }
        assertThat(representation(stock)).isEqualTo(before);
    }

    /** By a policy about redirect URIs, which LivePerson's don't pass. */
    private static void refuseUpdates(boolean on) {
        String profiles =
                """
                {"profiles":[{"name":"strict","executors":[
                 {"executor":"secure-redirect-uris-enforcer",
                  "configuration":{"allow-permitted-domains":["brand.example"]}}]}]}
                """;
        String policies =
                """
                {"policies":[{"name":"strict","enabled":true,"profiles":["strict"],
                 "conditions":[{"condition":"any-client","configuration":{}}]}]}
                """;
        AdminApi.expect(204, api.put("client-policies/policies", "{\"policies\":[]}"));
        AdminApi.expect(
                204, api.put("client-policies/profiles", on ? profiles : "{\"profiles\":[]}"));
        if (on) {
            AdminApi.expect(204, api.put("client-policies/policies", policies));
        }
    }

    private static JsonNode fix(String id) {
        return AdminApi.json(
                AdminApi.expect(200, api.post("liveperson/clients/" + id + "/fix", "")));
    }

    private static List<String> ids(JsonNode report) {
        List<String> ids = new ArrayList<>();
        report.path("fixed").forEach(check -> ids.add(check.asText()));
        return ids;
    }

    private static String make(String settings) {
        return api.create("{\"clientId\":\"c-%s\",%s}".formatted(UUID.randomUUID(), settings))
                .path("id")
                .asText();
    }

    private static ClientRepresentation client(String id) {
        return resource(id).toRepresentation();
    }

    /** As the stock admin API shows it; what has no order there has one here. */
    private static JsonNode representation(String id) {
        ClientRepresentation client = client(id);
        client.getRedirectUris().sort(Comparator.naturalOrder());
        client.getDefaultClientScopes().sort(Comparator.naturalOrder());
        if (client.getProtocolMappers() != null) {
            client.getProtocolMappers()
                    .sort(Comparator.comparing(ProtocolMapperRepresentation::getName));
        }
        return AdminApi.tree(client);
    }

    private static ClientResource resource(String id) {
        return realm.admin().clients().get(id);
    }

    private static void spoil(String id, Consumer<ClientRepresentation> change) {
        ClientRepresentation client = client(id);
        change.accept(client);
        resource(id).update(client);
    }

    private static Arguments is(String check, Consumer<ClientRepresentation> spoil) {
        return Arguments.of(check, spoil);
    }

    @SuppressWarnings("unchecked")
    private static Consumer<ClientRepresentation> spoil(Arguments fault) {
        return (Consumer<ClientRepresentation>) fault.get()[1];
    }

    private static Consumer<ClientRepresentation> without(Predicate<String> which) {
        return client -> client.getRedirectUris().removeIf(which);
    }

    private static Consumer<ClientRepresentation> attribute(String name, String value) {
        return client -> client.getAttributes().put(name, value);
    }

    /** Through the client itself, whose mappers nobody checks (K31). */
    private static Consumer<ClientRepresentation> window(String setting, String value) {
        return client ->
                client.getProtocolMappers().stream()
                        .filter(mapper -> mapper.getProtocolMapper().equals(WINDOW))
                        .forEach(mapper -> mapper.getConfig().put(setting, value));
    }
}
