package io.github.keycloakliveperson.it.onboarding;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The project's template files, as a brand has them on its disk. */
public final class Templates {

    static final Path DIRECTORY = ServerSetup.projectDirectory().resolve("realm-templates");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(LIVEPERSON_[A-Z_]+):([^}]*)}");

    private Templates() {}

    /** A client template with realm and origin put in, as its README says. */
    static String client(String name, String realm) {
        return text("clients/" + name + ".json")
                .replace("${LIVEPERSON_REALM:brand}", realm)
                .replace("https://www.brand.example", "https://www.shop.example");
    }

    /** Makes a realm with a name of its own from the realm template. */
    public static TestRealm realm(KeycloakUnderTest keycloak, Map<String, String> values) {
        String name = "template-" + UUID.randomUUID().toString().substring(0, 8);
        return realm(keycloak, name, values);
    }

    /** Fills in the template's placeholders as the server's import does, and makes the realm. */
    static TestRealm realm(KeycloakUnderTest keycloak, String name, Map<String, String> values) {
        TestRealm realm = TestRealm.existing(keycloak, name);
        String json =
                PLACEHOLDER
                        .matcher(
                                text("liveperson-realm.json")
                                        .replace("${LIVEPERSON_REALM:brand}", name))
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                values.getOrDefault(
                                                        found.group(1), found.group(2))));
        URI realms = URI.create(keycloak.adminUri() + "/admin/realms");
        AdminApi.expect(
                201,
                new ConsumerBrowser()
                        .send(
                                HttpRequest.newBuilder(realms)
                                        .header("Authorization", "Bearer " + realm.adminToken())
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString(json))));
        return realm;
    }

    private static String text(String file) {
        try {
            return Files.readString(DIRECTORY.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
