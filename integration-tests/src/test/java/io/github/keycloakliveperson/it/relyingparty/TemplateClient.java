package io.github.keycloakliveperson.it.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * A client as the admin endpoint makes it from a template.
 *
 * @param connector the values for LivePerson's form
 */
record TemplateClient(TestRealm realm, TestClient client, JsonNode connector) {

    /**
     * Makes one.
     *
     * @param settings further members of the order, JSON
     */
    static TemplateClient create(TestRealm realm, String clientId, String settings) {
        JsonNode report =
                AdminApi.of(realm).create("{\"clientId\":\"" + clientId + "\"," + settings + "}");
        JsonNode connector = report.path("connector");
        return new TemplateClient(
                realm,
                new TestClient(
                        report.path("id").asText(),
                        clientId,
                        connector.path("clientSecret").asText()),
                connector);
    }

    /** Registers one more address, as a brand does for a page of its own. */
    void addRedirectUri(String address) {
        change(
                changed -> {
                    List<String> addresses = new ArrayList<>(changed.getRedirectUris());
                    addresses.add(address);
                    changed.setRedirectUris(addresses);
                });
    }

    /** Switches Keycloak's own encryption on (K15), with RSA-OAEP and A128CBC-HS256. */
    void encryptNatively(LivePersonKey key) {
        RsaJsonWebKey jwk = new RsaJsonWebKey((RSAPublicKey) key.pair().getPublic());
        jwk.setKeyId(key.kid());
        jwk.setUse("enc");
        jwk.setAlgorithm("RSA-OAEP");
        change(
                changed ->
                        changed.getAttributes()
                                .putAll(
                                        Map.of(
                                                "use.jwks.string",
                                                "true",
                                                "jwks.string",
                                                new JsonWebKeySet(jwk).toJson(),
                                                "id.token.encrypted.response.alg",
                                                "RSA-OAEP",
                                                "id.token.encrypted.response.enc",
                                                "A128CBC-HS256")));
    }

    /** A value of the connector form. */
    String form(String field) {
        return connector.path(field).asText();
    }

    private void change(Consumer<ClientRepresentation> change) {
        ClientResource resource = realm.admin().clients().get(client.id());
        ClientRepresentation changed = resource.toRepresentation();
        change.accept(changed);
        resource.update(changed);
    }
}
