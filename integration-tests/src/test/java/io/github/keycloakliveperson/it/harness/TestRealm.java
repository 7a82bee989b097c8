package io.github.keycloakliveperson.it.harness;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.info.SpiInfoRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;

/**
 * A realm of one test class, on a server that others use too. Attributes of any name are allowed in
 * it.
 */
public final class TestRealm implements AutoCloseable {

    /** The redirect URI that {@link #codeClient} registers; nobody listens there. */
    public static final String REDIRECT_URI = "https://liveperson.net";

    /** Every test user's password. */
    public static final String PASSWORD = "test-password";

    private final KeycloakUnderTest keycloak;
    private final Keycloak admin;
    private final String name;

    private TestRealm(KeycloakUnderTest keycloak, Keycloak admin, String name) {
        this.keycloak = keycloak;
        this.admin = admin;
        this.name = name;
    }

    /** Makes a realm with a name of its own. */
    public static TestRealm create(KeycloakUnderTest keycloak) {
        return create(keycloak, realm -> {});
    }

    /** Makes a realm with settings of its own. */
    public static TestRealm create(
            KeycloakUnderTest keycloak, Consumer<RealmRepresentation> settings) {
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm("realm-" + UUID.randomUUID().toString().substring(0, 8));
        realm.setEnabled(true);
        settings.accept(realm);
        TestRealm created = existing(keycloak, realm.getRealm());
        created.admin.realms().create(realm);
        UPConfig profile = created.admin().users().userProfile().getConfiguration();
        profile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ENABLED);
        created.admin().users().userProfile().update(profile);
        return created;
    }

    /** Takes a realm that is there already, an imported one for example. */
    public static TestRealm existing(KeycloakUnderTest keycloak, String name) {
        Keycloak admin =
                KeycloakBuilder.builder()
                        .serverUrl(keycloak.adminUri().toString())
                        .realm("master")
                        .clientId("admin-cli")
                        .username(keycloak.adminUser())
                        .password(keycloak.adminPassword())
                        .build();
        return new TestRealm(keycloak, admin, name);
    }

    /** The same realm on the server that took its database over; this one is of no more use. */
    public TestRealm movedTo(KeycloakUnderTest successor) {
        leave();
        return existing(successor, name);
    }

    /** Ends the administrator's connection and lets the realm be. */
    public void leave() {
        admin.close();
    }

    /** The realm's name. */
    public String name() {
        return name;
    }

    /** The server it is on. */
    public KeycloakUnderTest keycloak() {
        return keycloak;
    }

    /** The realm's part of the Admin API. */
    public RealmResource admin() {
        return admin.realm(name);
    }

    /**
     * The administrator's access token, for calls that the Admin API's client has no method for.
     */
    public String adminToken() {
        return admin.tokenManager().getAccessTokenString();
    }

    /** The server's providers by the name of their SPI: what it can do, whatever its version. */
    public Map<String, SpiInfoRepresentation> spis() {
        return admin.serverInfo().getInfo().getProviders();
    }

    /** The realm's path, the name in it as RFC 3986 has it. */
    public String path() {
        try {
            return new URI(null, null, "/realms/" + name, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The issuer: {@code …/realms/NAME}. */
    public String issuer() {
        return keycloak.baseUri() + path();
    }

    /**
     * An address of the realm's OpenID Connect endpoints: {@code auth}, {@code token}, {@code
     * userinfo}, {@code certs}.
     */
    public URI protocol(String endpoint) {
        return URI.create(issuer() + "/protocol/openid-connect/" + endpoint);
    }

    /** An address of the extension's realm endpoints. */
    public URI livePerson(String endpoint) {
        return URI.create(issuer() + "/liveperson/" + endpoint);
    }

    /**
     * Makes a confidential client of the code flow, as LivePerson's would be, without any of our
     * mappers.
     */
    public TestClient codeClient(String clientId) {
        return client(clientId, client -> {});
    }

    /** Makes a client; the settings start from {@link #codeClient}'s. */
    public TestClient client(String clientId, Consumer<ClientRepresentation> settings) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setEnabled(true);
        client.setProtocol("openid-connect");
        client.setPublicClient(false);
        client.setSecret(UUID.randomUUID().toString().replace("-", ""));
        client.setRedirectUris(List.of(REDIRECT_URI));
        client.setStandardFlowEnabled(true);
        client.setAttributes(new HashMap<>());
        settings.accept(client);
        try (Response response = admin().clients().create(client)) {
            String id = CreatedResponseUtil.getCreatedId(response);
            return new TestClient(id, clientId, client.getSecret());
        }
    }

    /** Adds a protocol mapper to a client and fails when Keycloak refuses it. */
    public void mapper(TestClient client, String provider, Map<String, String> config) {
        try (Response response = tryMapper(client, provider, config)) {
            if (response.getStatus() != 201) {
                throw new IllegalStateException(response.readEntity(String.class));
            }
        }
    }

    /**
     * Tries to add a protocol mapper to a client, as the Admin console does. The caller closes the
     * response.
     */
    public Response tryMapper(TestClient client, String provider, Map<String, String> config) {
        return admin().clients()
                .get(client.id())
                .getProtocolMappers()
                .createMapper(mapperOf(provider, config));
    }

    /**
     * Makes a client scope with mappers, which Keycloak doesn't check then (K31). Returns its id.
     */
    public String clientScope(String scope, List<ProtocolMapperRepresentation> mappers) {
        ClientScopeRepresentation created = new ClientScopeRepresentation();
        created.setName(scope);
        created.setProtocol("openid-connect");
        created.setProtocolMappers(mappers);
        try (Response response = admin().clientScopes().create(created)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    /** Describes a protocol mapper with a name of its own. */
    public static ProtocolMapperRepresentation mapperOf(
            String provider, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(provider + "-" + UUID.randomUUID());
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(provider);
        mapper.setConfig(new HashMap<>(config));
        return mapper;
    }

    /**
     * Makes a user with {@link #PASSWORD} who has nothing left to do at sign-in. Returns the user's
     * id.
     */
    public String user(String username, Map<String, List<String>> attributes) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(username);
        user.setEnabled(true);
        user.setEmail(username + "@example.org");
        user.setEmailVerified(true);
        user.setFirstName("Test");
        user.setLastName("Consumer");
        user.setAttributes(new HashMap<>(attributes));
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(PASSWORD);
        user.setCredentials(List.of(password));
        try (Response response = admin().users().create(user)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    /** Deletes the realm. */
    @Override
    public void close() {
        admin().remove();
        leave();
    }
}
