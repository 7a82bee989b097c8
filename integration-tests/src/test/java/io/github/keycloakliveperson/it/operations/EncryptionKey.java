package io.github.keycloakliveperson.it.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.demo.liveperson.LivePersonKeyPair;
import io.github.keycloakliveperson.it.harness.ConsumerBrowser;
import io.github.keycloakliveperson.it.idtoken.EncryptedClient;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
        send(
                channel,
                HttpRequest.newBuilder(mappers(channel, node, "/" + mapper.path("id").asText()))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(mapper.toString())),
                204);
    }

    /** Whether a node has exactly this key with its own id. */
    static boolean isAt(Channel channel, URI node, LivePersonKeyPair key) {
        JsonNode config = mapper(channel, node).path("config");
        return config.path(EncryptedClient.KEY).asText().equals(key.publicKeyAsHandedOut())
                && config.path(EncryptedClient.KID).asText().equals(key.kid());
    }

    private static JsonNode mapper(Channel channel, URI node) {
        HttpResponse<String> answer =
                send(channel, HttpRequest.newBuilder(mappers(channel, node, "")).GET(), 200);
        return StreamSupport.stream(AdminApi.json(answer).spliterator(), false)
                .filter(m -> m.path("protocolMapper").asText().equals(EncryptedClient.MAPPER))
                .findFirst()
                .orElseThrow();
    }

    private static URI mappers(Channel channel, URI node, String path) {
        return URI.create(
                node
                        + "/admin/realms/"
                        + channel.realm().name()
                        + "/clients/"
                        + channel.window().client().id()
                        + "/protocol-mappers/models"
                        + path);
    }

    private static HttpResponse<String> send(
            Channel channel, HttpRequest.Builder request, int expected) {
        HttpResponse<String> answer =
                new ConsumerBrowser()
                        .send(
                                request.header(
                                        "Authorization", "Bearer " + channel.realm().adminToken()));
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
