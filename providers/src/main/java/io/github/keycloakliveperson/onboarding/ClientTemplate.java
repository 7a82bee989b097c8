package io.github.keycloakliveperson.onboarding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.window.embedded.WebOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A client template of the JAR, which says what a LivePerson client is. */
public final class ClientTemplate {

    private static final String FOLDER = "/io/github/keycloakliveperson/realm-templates/";
    private static final String REALM = "/realms/${LIVEPERSON_REALM:brand}";
    private static final String REDIRECT_URIS = "redirectUris";

    private final ObjectMapper json;
    private final ObjectNode client;

    private ClientTemplate(ObjectMapper json, ObjectNode client) {
        this.json = json;
        this.client = client;
    }

    /**
     * Loads a template.
     *
     * @param template which
     * @param json reads it
     * @return a copy that can be filled in once
     */
    public static ClientTemplate load(NewClient.Template template, ObjectMapper json) {
        try (InputStream in = ClientTemplate.class.getResourceAsStream(FOLDER + template.file())) {
            return new ClientTemplate(json, (ObjectNode) json.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fills it in for a realm.
     *
     * @param realm where the client will be; its own origin stands in for the brand's where none is
     *     given
     * @param order what was asked for
     * @return a client representation
     */
    public ObjectNode fill(RealmSettings realm, NewClient order) {
        String oldId = client.path("clientId").asText();
        client.put("clientId", order.clientId());
        ArrayNode uris = json.createArrayNode();
        client.path(REDIRECT_URIS)
                .forEach(uri -> uris.add(uri(uri.asText(), realm, oldId, order.clientId())));
        String silentReturn = realm.addresses().silentReturn(order.clientId());
        if (!silentReturn.startsWith(realm.frontendBase())) {
            uris.add(silentReturn);
        }
        client.set(REDIRECT_URIS, uris);
        ArrayNode origins = client.putArray("webOrigins");
        List<WebOrigin> given = order.brandOrigins();
        (given.isEmpty() ? realm.ownOrigin().stream() : given.stream())
                .forEach(origin -> origins.add(origin.value()));
        order.key().ifPresent(this::encryptWith);
        return client;
    }

    private static String uri(String uri, RealmSettings realm, String oldId, String newId) {
        String filled = uri.replace(REALM, realm.path());
        String end = "/silent-return/" + oldId;
        return filled.endsWith(end)
                ? filled.substring(0, filled.length() - oldId.length()) + newId
                : filled;
    }

    private void encryptWith(NewClient.Key key) {
        ObjectNode mapper = client.withArray("protocolMappers").addObject();
        mapper.put("name", "LivePerson ID token encryption");
        mapper.put("protocol", "openid-connect");
        mapper.put("protocolMapper", MapperSettings.ENCRYPTION);
        mapper.put("consentRequired", false);
        mapper.putObject("config").put("public.key", key.publicKey()).put("key.id", key.kid());
    }
}
