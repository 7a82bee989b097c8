package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** L3: whose subject could be guessed, by the realm's user storages and the client's mappers. */
@RealKeycloak
@Tag("core")
class SubjectIT {

    private static final String STORAGE = "org.keycloak.storage.UserStorageProvider";

    @InjectRealm private static TestRealm realm;
    private static AdminApi api;
    private static String id;

    @BeforeAll
    static void setUp() {
        api = AdminApi.of(realm);
        id = api.create("{\"clientId\":\"lp\",\"flow\":\"code\"}").path("id").asText();
    }

    @AfterEach
    void plainAgain() {
        realm.admin()
                .components()
                .query(null, STORAGE)
                .forEach(storage -> realm.admin().components().component(storage.getId()).remove());
        ProtocolMappersResource mappers = realm.admin().clients().get(id).getProtocolMappers();
        mappers.getMappers().stream()
                .filter(mapper -> !mapper.getProtocolMapper().startsWith("oidc-liveperson-"))
                .forEach(mapper -> mappers.delete(mapper.getId()));
        assertSubject("pass");
    }

    @ParameterizedTest
    @CsvSource({
        "mail, false, true, fail",
        "userPrincipalName, false, true, fail",
        "uid, false, true, warn",
        "mail, true, true, pass",
        "mail, false, false, pass"
    })
    @DisplayName("users of a directory that Keycloak doesn't import have the subject f:…:name")
    void directory(String attribute, boolean imports, boolean enabled, String status) {
        directory(attribute, imports, enabled);
        assertSubject(status);
    }

    @Test
    @DisplayName("a pairwise subject hides the name")
    void pairwise() {
        directory("mail", false, true);
        assertSubject("fail");
        ClientRepresentation client = realm.admin().clients().get(id).toRepresentation();
        // Keycloak wants a sector identifier URI otherwise
        client.setRedirectUris(List.of("https://liveperson.net"));
        realm.admin().clients().get(id).update(client);
        mapper("oidc-sha256-pairwise-sub-mapper", Map.of("pairwiseSubAlgorithmSalt", "salt"));
        assertSubject("pass");
    }

    @ParameterizedTest
    @CsvSource({
        "oidc-usermodel-property-mapper, user.attribute, email, fail",
        "oidc-usermodel-attribute-mapper, user.attribute, workEmail, fail",
        "oidc-usermodel-attribute-mapper, user.attribute, mobile, fail",
        "oidc-usermodel-property-mapper, user.attribute, username, warn",
        "oidc-usermodel-attribute-mapper, user.attribute, number, warn",
        "oidc-usersessionmodel-note-mapper, user.session.note, AUTH_TIME, warn",
        "oidc-hardcoded-claim-mapper, claim.value, everybody, fail",
        "oidc-usermodel-property-mapper, user.attribute, id, pass"
    })
    @DisplayName("a mapper on the client that writes sub is judged by what it writes")
    void mappers(String provider, String setting, String value, String status) {
        mapper(provider, writesSub(setting, value));
        assertSubject(status);
    }

    @Test
    @DisplayName("a mapper in a default scope counts, one in an optional scope doesn't")
    void scopes() {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("by-mail");
        scope.setProtocol("openid-connect");
        scope.setProtocolMappers(
                List.of(
                        TestRealm.mapperOf(
                                "oidc-usermodel-property-mapper",
                                writesSub("user.attribute", "email"))));
        try (Response made = realm.admin().clientScopes().create(scope)) {
            String scopeId = CreatedResponseUtil.getCreatedId(made);
            realm.admin().clients().get(id).addOptionalClientScope(scopeId);
            assertSubject("pass");
            realm.admin().clients().get(id).removeOptionalClientScope(scopeId);
            realm.admin().clients().get(id).addDefaultClientScope(scopeId);
            assertSubject("fail");
            realm.admin().clients().get(id).removeDefaultClientScope(scopeId);
        }
    }

    private void assertSubject(String status) {
        assertThat(api.statuses(id)).containsEntry("subject", status);
    }

    private void mapper(String provider, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = TestRealm.mapperOf(provider, config);
        try (Response made =
                realm.admin().clients().get(id).getProtocolMappers().createMapper(mapper)) {
            assertThat(made.getStatus()).as(made.readEntity(String.class)).isEqualTo(201);
        }
    }

    private static Map<String, String> writesSub(String setting, String value) {
        return Map.of(
                setting,
                value,
                "claim.name",
                "sub",
                "id.token.claim",
                "true",
                "jsonType.label",
                "String");
    }

    /** Nobody listens there: a check asks no directory. */
    private void directory(String usernameAttribute, boolean imports, boolean enabled) {
        ComponentRepresentation directory = new ComponentRepresentation();
        directory.setName("corp");
        directory.setProviderId("ldap");
        directory.setProviderType(STORAGE);
        Map<String, List<String>> config =
                Stream.of(
                                "enabled=" + enabled,
                                "importEnabled=" + imports,
                                "editMode=READ_ONLY",
                                "vendor=other",
                                "usernameLDAPAttribute=" + usernameAttribute,
                                "rdnLDAPAttribute=uid",
                                "uuidLDAPAttribute=entryUUID",
                                "userObjectClasses=inetOrgPerson",
                                "connectionUrl=ldap://127.0.0.1:9",
                                "usersDn=dc=brand",
                                "authType=none",
                                "connectionTimeout=1")
                        .map(setting -> setting.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        setting -> setting[0], setting -> List.of(setting[1])));
        directory.setConfig(new MultivaluedHashMap<>(new HashMap<>(config)));
        try (Response made = realm.admin().components().add(directory)) {
            assertThat(made.getStatus()).as(made.readEntity(String.class)).isEqualTo(201);
        }
    }
}
