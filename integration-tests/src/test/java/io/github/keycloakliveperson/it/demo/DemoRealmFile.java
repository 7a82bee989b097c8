package io.github.keycloakliveperson.it.demo;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.util.JsonSerialization;

/** The realm template, imported with a test's own addresses in its placeholders. */
final class DemoRealmFile {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(LIVEPERSON_[A-Z_]+):([^}]*)}");

    private DemoRealmFile() {}

    static TestRealm importInto(KeycloakUnderTest keycloak, URI brand, URI cloud) {
        String name = "demo-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> values =
                Map.of(
                        "LIVEPERSON_REALM_DISPLAY_NAME",
                        "Fernhill",
                        "LIVEPERSON_BRAND_ORIGIN",
                        brand.toString(),
                        "LIVEPERSON_WINDOW_URI",
                        cloud + "/le_unified_window/index.html");
        try (var admin =
                KeycloakBuilder.builder()
                        .serverUrl(keycloak.baseUri().toString())
                        .realm("master")
                        .clientId("admin-cli")
                        .username(keycloak.adminUser())
                        .password(keycloak.adminPassword())
                        .build()) {
            admin.realms()
                    .create(
                            JsonSerialization.readValue(
                                    filled(name, values), RealmRepresentation.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TestRealm.existing(keycloak, name);
    }

    private static String filled(String name, Map<String, String> values) throws IOException {
        var template =
                ServerSetup.projectDirectory().resolve("realm-templates/liveperson-realm.json");
        return PLACEHOLDER
                .matcher(Files.readString(template).replace("${LIVEPERSON_REALM:brand}", name))
                .replaceAll((MatchResult m) -> values.getOrDefault(m.group(1), m.group(2)));
    }
}
