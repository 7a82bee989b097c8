package io.github.keycloakliveperson.it.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.it.idtoken.EncryptedClient;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import java.net.URI;
import java.util.stream.StreamSupport;

/**
 * The change of the key that a client's id_tokens are encrypted with, as the Admin console does.
 */
final class EncryptionKey {

    private EncryptionKey() {}

    /**
     * Saves the encryption mapper with another key and its id.
     *
     * @param node the node that is asked to
     * @throws IllegalStateException when the node doesn't say that it did
     */
    static void set(Channel channel, URI node, LivePersonKeyPair key) {
        ObjectNode mapper = (ObjectNode) mapper(channel, node);
        ((ObjectNode) mapper.path("config"))
                .put(EncryptedClient.KEY, key.publicKeyAsHandedOut())
                .put(EncryptedClient.KID, key.kid());
        AdminApi.expect(
                204,
                AdminApi.of(channel.realm())
                        .at(node)
                        .put(
                                mappers(channel) + "/" + mapper.path("id").asText(),
                                mapper.toString()));
    }

    /** Whether a node has exactly this key with its own id. */
    static boolean isAt(Channel channel, URI node, LivePersonKeyPair key) {
        JsonNode config = mapper(channel, node).path("config");
        return config.path(EncryptedClient.KEY).asText().equals(key.publicKeyAsHandedOut())
                && config.path(EncryptedClient.KID).asText().equals(key.kid());
    }

    private static JsonNode mapper(Channel channel, URI node) {
        Reply answer =
                AdminApi.expect(200, AdminApi.of(channel.realm()).at(node).get(mappers(channel)));
        return StreamSupport.stream(AdminApi.json(answer).spliterator(), false)
                .filter(m -> m.path("protocolMapper").asText().equals(EncryptedClient.MAPPER))
                .findFirst()
                .orElseThrow();
    }

    private static String mappers(Channel channel) {
        return "clients/" + channel.window().client().id() + "/protocol-mappers/models";
    }
}
