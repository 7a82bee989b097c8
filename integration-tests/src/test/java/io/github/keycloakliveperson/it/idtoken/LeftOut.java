package io.github.keycloakliveperson.it.idtoken;

import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** Ways in which Keycloak leaves a mapper out that an admin meant for a client (K33). */
enum LeftOut {
    /** The client scope that holds it is for users with a role. */
    BY_ROLE {
        @Override
        TestClient client(
                TestRealm realm,
                String name,
                ProtocolMapperRepresentation leftOut,
                List<ProtocolMapperRepresentation> own) {
            String scope = realm.clientScope(name, List.of(leftOut));
            realm.admin().roles().create(new RoleRepresentation(name, "", false));
            realm.admin()
                    .clientScopes()
                    .get(scope)
                    .getScopeMappings()
                    .realmLevel()
                    .add(List.of(realm.admin().roles().get(name).toRepresentation()));
            return withDefault(scope, realm, name, own);
        }
    },

    /** The client scope that holds it tells organizations, and the request names one of its own. */
    BY_ORGANIZATION {
        @Override
        TestClient client(
                TestRealm realm,
                String name,
                ProtocolMapperRepresentation leftOut,
                List<ProtocolMapperRepresentation> own) {
            ProtocolMapperRepresentation membership =
                    TestRealm.mapperOf("oidc-organization-membership-mapper", Map.of());
            return withDefault(
                    realm.clientScope(name, List.of(leftOut, membership)), realm, name, own);
        }

        @Override
        String scope(TestClient client) {
            return "openid " + client.clientId() + ":";
        }
    },

    /** It is saved under another protocol, which {@code POST /clients} doesn't check (K31). */
    BY_PROTOCOL {
        @Override
        TestClient client(
                TestRealm realm,
                String name,
                ProtocolMapperRepresentation leftOut,
                List<ProtocolMapperRepresentation> own) {
            leftOut.setProtocol("openid_connect");
            List<ProtocolMapperRepresentation> all = new ArrayList<>(own);
            all.add(leftOut);
            return make(realm, name, all);
        }
    };

    /** Makes a client of every flow, with mappers of its own beside the one that is left out. */
    abstract TestClient client(
            TestRealm realm,
            String name,
            ProtocolMapperRepresentation leftOut,
            List<ProtocolMapperRepresentation> own);

    /** What a request asks for, so that the mapper is left out. */
    String scope(TestClient client) {
        return "openid";
    }

    private static TestClient withDefault(
            String scope, TestRealm realm, String name, List<ProtocolMapperRepresentation> own) {
        TestClient client = make(realm, name, own);
        realm.admin().clients().get(client.id()).addDefaultClientScope(scope);
        return client;
    }

    private static TestClient make(
            TestRealm realm, String name, List<ProtocolMapperRepresentation> mappers) {
        return realm.client(
                name,
                client -> {
                    EncryptedClient.everyFlow().accept(client);
                    client.setRedirectUris(
                            List.of(
                                    TestRealm.REDIRECT_URI,
                                    WindowClient.WINDOW,
                                    realm.livePerson("callback").toString()));
                    client.setProtocolMappers(mappers);
                });
    }
}
