package io.github.keycloakliveperson.it.embedded;

import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.keycloak.representations.idm.ClientRepresentation;

/** Clients as the templates make them for the embedded window. */
final class BrandClient {

    static final String WINDOW_MAPPER = "oidc-liveperson-window-mapper";

    private BrandClient() {}

    /** A code client with the window mapper, open to these origins. */
    static TestClient open(TestRealm realm, String clientId, String... webOrigins) {
        return open(realm, clientId, client -> client.setWebOrigins(List.of(webOrigins)));
    }

    /** A client with the window mapper and settings of its own. */
    static TestClient open(
            TestRealm realm, String clientId, Consumer<ClientRepresentation> settings) {
        TestClient client = without(realm, clientId, settings);
        realm.mapper(client, WINDOW_MAPPER, Map.of());
        return client;
    }

    /** The same without the window mapper. */
    static TestClient without(
            TestRealm realm, String clientId, Consumer<ClientRepresentation> settings) {
        return realm.client(
                clientId,
                client -> {
                    client.setRedirectUris(
                            List.of(TestRealm.REDIRECT_URI, silentReturn(realm, clientId)));
                    client.getAttributes().put("id.token.signed.response.alg", "RS256");
                    client.getAttributes().put("exclude.session.state.from.auth.response", "true");
                    client.getAttributes().put("exclude.issuer.from.auth.response", "true");
                    settings.accept(client);
                });
    }

    /** The address that the page's silent sign-in returns to. */
    static String silentReturn(TestRealm realm, String clientId) {
        String encoded = URLEncoder.encode(clientId, StandardCharsets.UTF_8).replace("+", "%20");
        return realm.livePerson("silent-return/" + encoded).toString();
    }
}
