package io.github.keycloakliveperson.demo.setup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.demo.cloud.CloudServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Adds to the template's realm what the demo needs: the brand's own client, an encrypting
 * LivePerson client, two whose bots call the brand's API, and a consumer with every field. What
 * already exists is updated.
 */
final class DemoRealm {

    /** The brand site's own client. */
    static final String BRAND_CLIENT = "demo-brand";

    /** Its bot has the access token of the sign-in (L39). */
    static final String DELEGATION_CLIENT = "liveperson-code-delegation";

    /** Its bot sends unknown visitors a link (L40). */
    static final String BOT_CLIENT = "liveperson-bot";

    private static final String CODE_CLIENT = "liveperson-code";
    private static final String ENCRYPTED_CLIENT = "liveperson-code-encrypted";
    private static final String ENCRYPTION = "oidc-liveperson-id-token-encryption-mapper";
    private static final String DEFAULT_ENCRYPTION = "A128CBC-HS256";
    private static final List<String> LIVEPERSON_CLIENTS =
            List.of(
                    CODE_CLIENT,
                    ENCRYPTED_CLIENT,
                    DELEGATION_CLIENT,
                    "liveperson-code-pkce",
                    "liveperson-implicit");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AdminApi api;

    DemoRealm(AdminApi api) {
        this.api = api;
    }

    void prepare(String brandOrigin, LivePersonKeyPair keyPair) {
        addBrandClient(brandOrigin);
        addEncryptedClient(keyPair);
        addDelegation(brandOrigin);
        LIVEPERSON_CLIENTS.forEach(id -> addRedirectUri(id, BrandSetup.APP_REDIRECT_URI));
        addConsumer();
    }

    private void addRedirectUri(String clientId, String added) {
        var path = "/clients/" + id(clientId).orElseThrow(DemoRealm::noTemplate);
        ObjectNode client = api.require(path).deepCopy();
        for (var uri : client.path("redirectUris")) {
            if (uri.asText().equals(added)) {
                return;
            }
        }
        client.withArray("redirectUris").add(added);
        api.required("PUT", path, api.put(path, client));
    }

    /** As docs/consumer-delegation.md says, and then the simulator's own addresses. */
    private void addDelegation(String brandOrigin) {
        var scope = api.post("/client-scopes", resource("demo-bill-scope.json"));
        if (scope.status() != 409) {
            api.required("POST", "/client-scopes", scope);
        }
        var conversation = wish(DELEGATION_CLIENT, "code").put("delegation", true);
        conversation.putArray("brandOrigins").add(brandOrigin);
        addByExtension(conversation);
        addByExtension(
                wish(BOT_CLIENT, "delegation")
                        .put(
                                "delegationRedirectUri",
                                "https://idp.example" + BrandSetup.BOT_CALLBACK));
        var window = windowAddress();
        addRedirectUri(DELEGATION_CLIENT, window);
        addRedirectUri(
                BOT_CLIENT, window.replace(CloudServer.EXTERNAL_WINDOW, BrandSetup.BOT_CALLBACK));
    }

    private static ObjectNode wish(String clientId, String flow) {
        var wish = JSON.createObjectNode().put("clientId", clientId).put("flow", flow);
        wish.putArray("scopes").add(KeycloakSite.API_SCOPE);
        return wish;
    }

    private void addByExtension(ObjectNode wish) {
        var path = "/liveperson/clients";
        if (id(wish.path("clientId").asText()).isEmpty()) {
            api.required("POST", path, api.post(path, wish));
        }
    }

    /** The simulator's window, which the realm template got. */
    private String windowAddress() {
        var path = "/clients/" + id(CODE_CLIENT).orElseThrow(DemoRealm::noTemplate);
        for (var uri : api.require(path).path("redirectUris")) {
            if (uri.asText().endsWith(CloudServer.EXTERNAL_WINDOW)) {
                return uri.asText();
            }
        }
        throw noTemplate();
    }

    private void addBrandClient(String brandOrigin) {
        var client = resource("demo-brand.json");
        client.put("rootUrl", brandOrigin);
        save(client);
    }

    private void addEncryptedClient(LivePersonKeyPair keyPair) {
        ObjectNode client =
                api.require("/clients/" + id(CODE_CLIENT).orElseThrow(DemoRealm::noTemplate))
                        .deepCopy();
        client.remove(List.of("id", "secret", "protocolMappers"));
        client.put("clientId", ENCRYPTED_CLIENT);
        client.put("description", "LivePerson Conversational Cloud, encrypted id_token");
        replaceInRedirectUris(client);
        encryptWith(keyPair, DEFAULT_ENCRYPTION, save(client));
    }

    /** Sets the content encryption of the encrypted client. */
    void encryptWith(LivePersonKeyPair keyPair, String contentEncryption) {
        encryptWith(
                keyPair,
                contentEncryption,
                id(ENCRYPTED_CLIENT).orElseThrow(DemoRealm::noTemplate));
    }

    private void encryptWith(LivePersonKeyPair keyPair, String contentEncryption, String id) {
        var mapper = JSON.createObjectNode();
        mapper.put("name", "LivePerson ID token encryption");
        mapper.put("protocol", "openid-connect");
        mapper.put("protocolMapper", ENCRYPTION);
        mapper.putObject("config")
                .put("public.key", keyPair.publicKeyAsHandedOut())
                .put("key.id", keyPair.kid())
                .put("content.encryption", contentEncryption);
        saveMapper("/clients/" + id + "/protocol-mappers/models", mapper);
    }

    private static SetupException noTemplate() {
        return new SetupException(
                "The realm has no client "
                        + CODE_CLIENT
                        + ". Was it made from the realm template?");
    }

    private static void replaceInRedirectUris(ObjectNode client) {
        var uris = client.withArray("redirectUris");
        for (int i = 0; i < uris.size(); i++) {
            var uri = uris.get(i).asText();
            if (uri.endsWith("/silent-return/" + CODE_CLIENT)) {
                uris.set(
                        i,
                        uri.substring(0, uri.length() - CODE_CLIENT.length()) + ENCRYPTED_CLIENT);
            }
        }
    }

    private void saveMapper(String path, ObjectNode mapper) {
        for (var existing : api.require(path)) {
            if (ENCRYPTION.equals(existing.path("protocolMapper").asText())) {
                var id = existing.path("id").asText();
                mapper.put("id", id);
                api.required("PUT", path, api.put(path + "/" + id, mapper));
                return;
            }
        }
        api.required("POST", path, api.post(path, mapper));
    }

    private void addConsumer() {
        var consumer = resource("demo-consumer.json");
        var name = consumer.path("username").asText();
        var answer = api.post("/users", consumer);
        if (answer.status() == 409) {
            var path = "/users?exact=true&username=" + AdminApi.encode(name);
            var id = api.require(path).path(0).path("id").asText();
            api.required("PUT", "/users", api.put("/users/" + id, consumer));
            return;
        }
        api.required("POST", "/users", answer);
    }

    /** Saves a client under its client id and returns Keycloak's id of it. */
    private String save(ObjectNode client) {
        var clientId = client.path("clientId").asText();
        var existing = id(clientId);
        if (existing.isPresent()) {
            api.required("PUT", "/clients", api.put("/clients/" + existing.get(), client));
            return existing.get();
        }
        api.required("POST", "/clients", api.post("/clients", client));
        return id(clientId).orElseThrow();
    }

    Optional<String> id(String clientId) {
        var found = api.require("/clients?clientId=" + AdminApi.encode(clientId));
        return Optional.ofNullable(found.path(0).path("id").textValue());
    }

    private static ObjectNode resource(String name) {
        try (var in = DemoRealm.class.getResourceAsStream(name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
