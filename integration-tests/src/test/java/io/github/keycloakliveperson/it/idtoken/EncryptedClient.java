package io.github.keycloakliveperson.it.idtoken;

import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** A client whose id_tokens are encrypted for LivePerson. */
public record EncryptedClient(TestRealm realm, TestClient client) {

    /** The mapper that encrypts, and its settings. */
    public static final String MAPPER = "oidc-liveperson-id-token-encryption-mapper";

    public static final String KEY = "public.key";
    public static final String KID = "key.id";
    static final String ENC = "content.encryption";

    /** Makes one with every flow open, and a mapper that takes the given key. */
    static EncryptedClient create(TestRealm realm, Map<String, String> config) {
        EncryptedClient created = new EncryptedClient(realm, realm.client(name(), everyFlow()));
        realm.mapper(created.client, MAPPER, config);
        return created;
    }

    static String name() {
        return "encrypted-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static Consumer<ClientRepresentation> everyFlow() {
        return client -> {
            client.setImplicitFlowEnabled(true);
            client.setDirectAccessGrantsEnabled(true);
            client.setServiceAccountsEnabled(true);
            client.getAttributes().put("standard.token.exchange.enabled", "true");
            client.getAttributes().put("oauth2.device.authorization.grant.enabled", "true");
            client.getAttributes().put("oauth2.jwt.authorization.grant.enabled", "true");
            client.getAttributes().put("oauth2.jwt.authorization.grant.idp", Asserting.ALIAS);
            client.getAttributes().put("client_credentials.use_refresh_token", "false");
        };
    }

    RelyingParty party() {
        return new RelyingParty(realm, client);
    }

    /** Signs the user in by the password grant, the shortest way to an id_token. */
    TokenAnswer tokens(String username, String scope) {
        return party().token(
                        Map.of(
                                "grant_type",
                                "password",
                                "username",
                                username,
                                "password",
                                TestRealm.PASSWORD,
                                "scope",
                                scope));
    }

    /** Changes the mapper, as the Admin console does. */
    void configure(Map<String, String> config) {
        ProtocolMappersResource mappers =
                realm.admin().clients().get(client.id()).getProtocolMappers();
        ProtocolMapperRepresentation mapper =
                mappers.getMappersPerProtocol("openid-connect").stream()
                        .filter(m -> MAPPER.equals(m.getProtocolMapper()))
                        .findFirst()
                        .orElseThrow();
        mapper.setConfig(new HashMap<>(config));
        mappers.update(mapper.getId(), mapper);
    }
}
