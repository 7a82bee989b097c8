package io.github.keycloakliveperson.it.silence;

import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.sde.Sde;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * A consumer all of whose data are canaries: in every field that LivePerson has (L9), in the
 * profile, in a group.
 *
 * @param username what the consumer signs in with
 * @param password what the consumer signs in with
 */
record CanaryConsumer(String username, String password) {

    /** Where a field's value stands; {@code role} comes from the group. */
    static final String ATTRIBUTES = "lp.";

    private static final List<String> TEXTS =
            List.of(
                    "cstatus",
                    "ctype",
                    "customerId",
                    "socialId",
                    "imei",
                    "companyBranch",
                    "accountName",
                    "currency",
                    "company",
                    "phone",
                    "country",
                    "region");

    /** Fields that take values of one form only, with values of that form that are rare. */
    private static final Map<String, String> TYPED =
            Map.of(
                    "balance", "-8140729356.25",
                    "companySize", "1840729351",
                    "loginStatus", "1930475826",
                    "lastPaymentDate", "1913-03-29",
                    "registrationDate", "1909-08-31",
                    "birthdate", "1911-02-23",
                    "phoneType", "MOBILE",
                    "gender", "female",
                    "language", "eo-AQ");

    /** The mapper settings that read all of it. */
    static Map<String, String> customerInfo() {
        Map<String, String> config = settings("cstatus", "ctype", "customerId", "socialId", "imei");
        config.putAll(settings("companyBranch", "accountName", "currency", "role", "balance"));
        config.putAll(settings("companySize", "loginStatus"));
        config.putAll(settings("lastPaymentDate", "registrationDate"));
        config.put("userName", "username");
        return config;
    }

    /** The mapper settings that read all of it. */
    static Map<String, String> personalInfo() {
        Map<String, String> config = settings("company", "phone", "country", "region");
        config.putAll(settings("birthdate", "phoneType", "gender", "language"));
        config.put("firstname", "firstName");
        config.put("lastname", "lastName");
        config.put("email", "email");
        return config;
    }

    /** Makes one whose values all convert. */
    static CanaryConsumer create(TestRealm realm, Canaries canaries) {
        Map<String, List<String>> attributes = texts(canaries);
        TYPED.forEach(
                (field, value) -> {
                    attributes.put(ATTRIBUTES + field, List.of(value));
                    if (value.matches("[0-9.-]{10,}")) {
                        canaries.keep(field, value);
                    }
                });
        canaries.keep("balance", "8.14072935625E9");
        return create(realm, canaries, attributes);
    }

    /** Makes one whose typed values convert to nothing. */
    static CanaryConsumer unconvertible(TestRealm realm, Canaries canaries) {
        Map<String, List<String>> attributes = texts(canaries);
        for (String field : TYPED.keySet()) {
            attributes.put(
                    ATTRIBUTES + field,
                    List.of(
                            canaries.make("unconvertible " + field),
                            canaries.make("second " + field)));
        }
        return create(realm, canaries, attributes);
    }

    private static Map<String, List<String>> texts(Canaries canaries) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        TEXTS.forEach(f -> attributes.put(ATTRIBUTES + f, List.of(canaries.make(f))));
        return attributes;
    }

    private static CanaryConsumer create(
            TestRealm realm, Canaries canaries, Map<String, List<String>> attributes) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(canaries.make("user name"));
        user.setEnabled(true);
        user.setEmail(canaries.make("e-mail") + "@example.org");
        user.setEmailVerified(true);
        user.setFirstName(canaries.make("first name"));
        user.setLastName(canaries.make("last name"));
        user.setAttributes(attributes);
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(canaries.make("password"));
        user.setCredentials(List.of(password));
        String id = Sde.created(realm.admin().users().create(user));
        GroupRepresentation group = new GroupRepresentation();
        group.setName(canaries.make("group name"));
        group.setAttributes(Map.of(ATTRIBUTES + "role", List.of(canaries.make("group attribute"))));
        realm.admin().users().get(id).joinGroup(Sde.created(realm.admin().groups().add(group)));
        return new CanaryConsumer(user.getUsername(), password.getValue());
    }

    private static Map<String, String> settings(String... fields) {
        Map<String, String> config = new HashMap<>();
        for (String field : fields) {
            config.put(field, ATTRIBUTES + field);
        }
        return config;
    }
}
