package io.github.keycloakliveperson.it.sde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Names and setup that the tests of the SDE mappers share. */
public final class Sde {

    public static final String CUSTOMER = "oidc-liveperson-customer-info-mapper";
    public static final String PERSONAL = "oidc-liveperson-personal-info-mapper";

    static final List<String> CUSTOMER_FIELDS =
            List.of(
                    "cstatus",
                    "ctype",
                    "customerId",
                    "socialId",
                    "imei",
                    "userName",
                    "companyBranch",
                    "accountName",
                    "role",
                    "balance",
                    "currency",
                    "companySize",
                    "loginStatus",
                    "lastPaymentDate",
                    "registrationDate");

    static final List<String> PERSONAL_FIELDS =
            List.of(
                    "firstname",
                    "lastname",
                    "company",
                    "birthdate",
                    "email",
                    "phone",
                    "phoneType",
                    "country",
                    "region",
                    "gender",
                    "language");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sde() {}

    /** A configuration that reads every field from the attribute {@code lp.FIELD}. */
    static Map<String, String> everything(List<String> fields) {
        Map<String, String> config = new HashMap<>();
        fields.forEach(field -> config.put(field, "lp." + field));
        return config;
    }

    /** Makes a client whose two mappers read every field. */
    static TestClient fullClient(TestRealm realm, String clientId) {
        TestClient client = realm.codeClient(clientId);
        realm.mapper(client, CUSTOMER, everything(CUSTOMER_FIELDS));
        realm.mapper(client, PERSONAL, everything(PERSONAL_FIELDS));
        return client;
    }

    /** Adds a mapper under a name of the test's choice. */
    static void named(
            TestRealm realm,
            TestClient client,
            String name,
            String provider,
            Map<String, String> config) {
        ProtocolMapperRepresentation mapper = TestRealm.mapperOf(provider, config);
        mapper.setName(name);
        created(realm.admin().clients().get(client.id()).getProtocolMappers().createMapper(mapper));
    }

    /** Makes a client scope with mappers and gives it to a client by default. */
    static void scope(
            TestRealm realm, TestClient client, String name, ProtocolMapperRepresentation... all) {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName(name);
        scope.setProtocol("openid-connect");
        scope.setProtocolMappers(List.of(all));
        String id = created(realm.admin().clientScopes().create(scope));
        realm.admin().clients().get(client.id()).addDefaultClientScope(id);
    }

    /** The id of what an admin call made. */
    public static String created(Response response) {
        try (response) {
            if (response.getStatus() != 201) {
                throw new IllegalStateException(response.readEntity(String.class));
            }
            String location = response.getLocation().getPath();
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
