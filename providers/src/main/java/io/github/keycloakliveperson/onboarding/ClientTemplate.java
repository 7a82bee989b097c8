package io.github.keycloakliveperson.onboarding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.guard.IndispensableMapper;
import io.github.keycloakliveperson.idtoken.IdTokenEncryptionConfig;
import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.RealmSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A client template of the JAR, which says what a LivePerson client is. */
public final class ClientTemplate {

    private static final String FOLDER = "/io/github/keycloakliveperson/realm-templates/";
    private static final String REALM = "/realms/${LIVEPERSON_REALM:brand}";
    private static final String DELEGATION = "${LIVEPERSON_DELEGATION_REDIRECT_URI:";
    private static final String REDIRECT_URIS = "redirectUris";

    private final ObjectMapper json;
    private final ObjectNode client;

    private ClientTemplate(ObjectMapper json, ObjectNode client) {
        this.json = json;
        this.client = client;
    }

    /** Loads a copy that can be filled in once. */
    public static ClientTemplate load(NewClient.Template template, ObjectMapper json) {
        try (InputStream in = ClientTemplate.class.getResourceAsStream(FOLDER + template.file())) {
            return new ClientTemplate(json, (ObjectNode) json.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client representation; if no brand origin is given, the realm's own is used. */
    public ObjectNode fill(RealmSettings realm, NewClient order) {
        var oldId = client.path("clientId").asText();
        client.put("clientId", order.clientId());
        var uris = json.createArrayNode();
        client.path(REDIRECT_URIS).forEach(uri -> uris.add(uri(uri.asText(), realm, oldId, order)));
        client.set(REDIRECT_URIS, uris);
        if (order.template() != NewClient.Template.DELEGATION) {
            fillForPages(realm, order, uris);
        }
        order.key().ifPresent(this::encryptWith);
        order.delegation().ifPresent(delegation -> delegate(delegation, order.template()));
        return client;
    }

    private void fillForPages(RealmSettings realm, NewClient order, ArrayNode uris) {
        var silentReturn = realm.addresses().silentReturn(order.clientId());
        if (!silentReturn.startsWith(realm.frontendBase())) {
            uris.add(silentReturn);
        }
        var origins = client.putArray("webOrigins");
        var given = order.brandOrigins();
        (given.isEmpty() ? realm.ownOrigin().stream() : given.stream())
                .forEach(origin -> origins.add(origin.value()));
    }

    /** LivePerson asks for {@code openid} alone in authenticated conversations. */
    private void delegate(NewClient.Delegation delegation, NewClient.Template template) {
        var scopes =
                client.withArray(
                        template == NewClient.Template.DELEGATION
                                ? "optionalClientScopes"
                                : "defaultClientScopes");
        delegation.scopes().forEach(scopes::add);
        for (var mapper : client.withArray("protocolMappers")) {
            if (MapperSettings.WINDOW.equals(mapper.path("protocolMapper").asText())) {
                ((ObjectNode) mapper)
                        .withObject("/config")
                        .put(IndispensableMapper.TRIMMING, "false");
            }
        }
    }

    private static String uri(String uri, RealmSettings realm, String oldId, NewClient order) {
        if (uri.startsWith(DELEGATION)) {
            return order.delegation().orElseThrow().redirectUri();
        }
        var filled = uri.replace(REALM, realm.path());
        var end = "/silent-return/" + oldId;
        return filled.endsWith(end)
                ? filled.substring(0, filled.length() - oldId.length()) + order.clientId()
                : filled;
    }

    private void encryptWith(NewClient.Key key) {
        var mapper = client.withArray("protocolMappers").addObject();
        mapper.put("name", "LivePerson ID token encryption");
        mapper.put("protocol", "openid-connect");
        mapper.put("protocolMapper", MapperSettings.ENCRYPTION);
        mapper.put("consentRequired", false);
        var config = mapper.putObject("config");
        IdTokenEncryptionConfig.of(key.publicKey(), key.kid()).forEach(config::put);
    }
}
