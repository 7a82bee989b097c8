package io.github.keycloakliveperson.it.idtoken;

import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Clients whose mappers came in past the check when saving (K18, K31). */
final class UncheckedClient {

    private UncheckedClient() {}

    /** By {@code POST /clients}, which checks no mapper. */
    static TestClient create(
            TestRealm realm, String clientId, String key, Consumer<ClientRepresentation> settings) {
        return realm.client(
                clientId,
                client -> {
                    ClientRepresentation described = describe(clientId, key);
                    client.setSecret(described.getSecret());
                    client.setDirectAccessGrantsEnabled(true);
                    client.setProtocolMappers(described.getProtocolMappers());
                    settings.accept(client);
                });
    }

    /** As part of a realm to import. */
    static ClientRepresentation describe(String clientId, String key) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setSecret("secret");
        client.setProtocol("openid-connect");
        client.setRedirectUris(List.of(TestRealm.REDIRECT_URI));
        client.setStandardFlowEnabled(true);
        client.setImplicitFlowEnabled(true);
        client.setDirectAccessGrantsEnabled(true);
        client.setProtocolMappers(List.of(mapper(key)));
        return client;
    }

    static ProtocolMapperRepresentation mapper(String key) {
        return TestRealm.mapperOf(
                EncryptedClient.MAPPER,
                Map.of(EncryptedClient.KEY, key, EncryptedClient.KID, "lpsso2026"));
    }
}
