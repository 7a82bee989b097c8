package io.github.keycloakliveperson.benchmarks.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import java.security.interfaces.RSAPublicKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** The clients of a {@link BenchmarkRealm}, as a realm file describes them. */
final class BenchmarkClients {

    /** The user attribute that holds a hand-written {@code lp_sdes}. */
    static final String HAND_WRITTEN_SDES = "lpSdes";

    private static final LivePersonKeyPair KEY = LivePersonKeyPair.generate("lpsso2026");
    private static final ObjectMapper JSON = new ObjectMapper();

    private BenchmarkClients() {}

    /** As the realm template has it, with an encryption mapper of its own. */
    static ObjectNode livePerson(ObjectNode template, int number) {
        var relying = Relying.livePerson(number);
        var templateId = template.path("clientId").asText();
        template.put("clientId", relying.clientId());
        template.put("secret", relying.secret());
        template.put("implicitFlowEnabled", true);
        var redirects = template.withArray("redirectUris");
        for (int i = 0; i < redirects.size(); i++) {
            redirects.set(
                    i,
                    redirects
                            .get(i)
                            .asText()
                            .replace(
                                    "/silent-return/" + templateId,
                                    "/silent-return/" + relying.clientId()));
        }
        var encryption = mapper(template, "oidc-liveperson-id-token-encryption-mapper");
        encryption.put("public.key", KEY.publicKeyAsHandedOut()).put("key.id", KEY.kid());
        return template;
    }

    /** As the admin API creates a client without further settings, for both flows. */
    static ObjectNode stock() {
        var client = client(Relying.STOCK).put("implicitFlowEnabled", true);
        client.withArray("redirectUris").add(Relying.LANDING);
        return client;
    }

    /** What stock Keycloak offers for the same end: native encryption, JSON from an attribute. */
    static ObjectNode nativelyEncrypted() {
        var client = client(Relying.NATIVELY_ENCRYPTED);
        client.putObject("attributes")
                .put("id.token.encrypted.response.alg", "RSA-OAEP-256")
                .put("id.token.encrypted.response.enc", "A128CBC-HS256")
                .put("use.jwks.string", "true")
                .put("jwks.string", jwks());
        mapper(client, "oidc-usermodel-attribute-mapper")
                .put("user.attribute", HAND_WRITTEN_SDES)
                .put("claim.name", "lp_sdes")
                .put("jsonType.label", "JSON")
                .put("id.token.claim", "true")
                .put("access.token.claim", "false")
                .put("userinfo.token.claim", "false");
        return client;
    }

    private static ObjectNode client(Relying relying) {
        var client = JSON.createObjectNode();
        client.put("clientId", relying.clientId()).put("secret", relying.secret());
        client.putArray("redirectUris").add(relying.redirectUri());
        return client;
    }

    private static ObjectNode mapper(ObjectNode client, String provider) {
        var mapper = client.withArray("protocolMappers").addObject();
        mapper.put("name", provider)
                .put("protocol", "openid-connect")
                .put("protocolMapper", provider);
        return mapper.putObject("config");
    }

    private static String jwks() {
        var key = new RsaJsonWebKey((RSAPublicKey) KEY.publicKey());
        key.setKeyId(KEY.kid());
        key.setUse("enc");
        key.setAlgorithm("RSA-OAEP-256");
        return new JsonWebKeySet(key).toJson();
    }
}
