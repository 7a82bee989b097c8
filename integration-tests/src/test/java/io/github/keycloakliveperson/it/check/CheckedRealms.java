package io.github.keycloakliveperson.it.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the check runs against: a realm whose LivePerson clients the extension made, and clients as
 * one would make them by hand for LivePerson on stock Keycloak.
 */
public final class CheckedRealms implements AutoCloseable {
    static final String CONSUMER = "consumer";
    private static final String WINDOW = "https://lpcdn.lpsnmedia.net/le_unified_window/index.html";
    private static final String API_SCOPE = "bill.read";
    private static final String APP = "com.brand.app:/oauth";
    private static final Map<String, String> PASSWORD =
            Map.of("LIVEPERSON_CHECK_PASSWORD", TestRealm.PASSWORD);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestRealm realm;
    private final Path directory;
    private final Map<String, String> environment;

    CheckedRealms(KeycloakUnderTest keycloak, Path directory) {
        this(keycloak, directory, Map.of());
    }

    /**
     * Makes a realm with a consumer in it.
     *
     * @param directory where files for the check go
     * @param environment what the check's process needs beside the password
     */
    public CheckedRealms(
            KeycloakUnderTest keycloak, Path directory, Map<String, String> environment) {
        this.environment = new HashMap<>(environment);
        this.environment.putAll(PASSWORD);
        this.realm = TestRealm.create(keycloak);
        this.directory = directory;
        realm.user(CONSUMER, Map.of("balance", List.of("-400.99")));
    }

    TestRealm realm() {
        return realm;
    }

    /** Lets the extension make a client and checks it with the connector it hands out. */
    public CheckedTool ours(String clientId, String flow, boolean pkce) throws Exception {
        Path connector = made(clientId, flow, pkce, Optional.empty());
        return CheckedTool.run(environment, arguments("--connector", connector.toString()));
    }

    /**
     * The same with a client whose bot calls the brand's API, by a link (flow {@code delegation})
     * or with the tokens of the sign-in.
     */
    CheckedTool delegation(String flow) throws Exception {
        if (realm.admin().clientScopes().findAll().stream()
                .noneMatch(scope -> scope.getName().equals(API_SCOPE))) {
            realm.clientScope(API_SCOPE, List.of());
        }
        var wish = JSON.createObjectNode().put("clientId", "bot-" + flow).put("flow", flow);
        wish.putArray("scopes").add(API_SCOPE);
        if (flow.equals("delegation")) {
            wish.put("delegationRedirectUri", "https://idp.example/callback/1/redirectCode");
        } else {
            wish.put("delegation", true);
        }
        return CheckedTool.run(
                environment,
                arguments(
                        "--connector",
                        made(wish).toString(),
                        "--issuer",
                        realm.issuer(),
                        "--api-scope",
                        API_SCOPE,
                        "--clauses",
                        "L17,L18,L20,L39,L40"));
    }

    /** The same, with LivePerson's key and a content encryption. */
    public CheckedTool encrypted(LivePersonKeyPair pair, String flow, String enc) throws Exception {
        String clientId = "encrypted-" + flow + "-" + enc.toLowerCase(java.util.Locale.ROOT);
        Path connector = made(clientId, flow, false, Optional.of(pair));
        contentEncryption(clientId, enc);
        Path key = directory.resolve(clientId + ".pem");
        Files.writeString(
                key,
                "-----BEGIN PRIVATE KEY-----\n"
                        + java.util.Base64.getMimeEncoder()
                                .encodeToString(pair.privateKey().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        return CheckedTool.run(
                environment,
                arguments(
                        "--connector", connector.toString(),
                        "--liveperson-key", key.toString(),
                        "--liveperson-key-id", pair.kid(),
                        "--clauses", "L1,L13,L14,L15,L16,L29"));
    }

    /**
     * A client without anything of ours, for both flows, with a wildcard for the openID dialect.
     */
    CheckedTool stock(String clientId, String secret, String flow, String... more)
            throws Exception {
        if (realm.admin().clients().findByClientId(clientId).isEmpty()) {
            realm.client(
                    clientId,
                    client -> {
                        client.setSecret(secret);
                        client.setImplicitFlowEnabled(true);
                        client.setRedirectUris(
                                List.of(
                                        "https://liveperson.net",
                                        "https://liveperson.net/",
                                        WINDOW + "*",
                                        APP));
                    });
        }
        List<String> arguments =
                arguments("--issuer", realm.issuer(), "--client-id", clientId, "--flow", flow);
        arguments.addAll(List.of(more));
        return CheckedTool.run(
                Map.of(
                        "LIVEPERSON_CHECK_PASSWORD",
                        TestRealm.PASSWORD,
                        "LIVEPERSON_CLIENT_SECRET",
                        secret),
                arguments);
    }

    /** Whether a state comes back from Keycloak's own endpoint, to the client {@code stock}. */
    boolean stockKeeps(String state) {
        URI request =
                URI.create(
                        realm.protocol("auth")
                                + "?client_id=stock&response_type=code&scope=openid&prompt=none"
                                + "&redirect_uri=https%3A%2F%2Fliveperson.net&state="
                                + state);
        return new ConsumerBrowser().get(request).location().contains("state=" + state);
    }

    @Override
    public void close() {
        realm.close();
    }

    private static List<String> arguments(String... more) {
        List<String> all =
                new ArrayList<>(List.of("--username", CONSUMER, "--app-redirect-uri", APP));
        all.addAll(List.of(more));
        return all;
    }

    private Path made(String clientId, String flow, boolean pkce, Optional<LivePersonKeyPair> key)
            throws IOException, InterruptedException {
        var wish =
                JSON.createObjectNode()
                        .put("clientId", clientId)
                        .put("flow", flow)
                        .put("pkce", pkce);
        wish.putArray("brandOrigins").add("https://www.brand.example");
        key.ifPresent(
                pair ->
                        wish.put("livePersonKey", pair.publicKeyAsHandedOut())
                                .put("livePersonKeyId", pair.kid()));
        return made(wish);
    }

    private Path made(ObjectNode wish) throws IOException {
        JsonNode body = AdminApi.of(realm).create(wish.toString());
        var client = realm.admin().clients().get(body.path("id").asText());
        var representation = client.toRepresentation();
        representation.getRedirectUris().add(APP);
        client.update(representation);
        return Files.writeString(
                directory.resolve(wish.path("clientId").asText() + ".json"), body.toString());
    }

    private void contentEncryption(String clientId, String enc) {
        String id = realm.admin().clients().findByClientId(clientId).get(0).getId();
        var mappers = realm.admin().clients().get(id).getProtocolMappers();
        var mapper =
                mappers.getMappersPerProtocol("openid-connect").stream()
                        .filter(each -> each.getProtocolMapper().contains("encryption"))
                        .findFirst()
                        .orElseThrow();
        mapper.getConfig().put("content.encryption", enc);
        mappers.update(mapper.getId(), mapper);
    }
}
