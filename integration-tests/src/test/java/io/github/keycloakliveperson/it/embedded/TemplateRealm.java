package io.github.keycloakliveperson.it.embedded;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A realm from the realm template, made through the Admin API on a server that others use too. */
final class TemplateRealm {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(LIVEPERSON_[A-Z_]+):([^}]*)}");

    private TemplateRealm() {}

    /** Fills in the template's placeholders as the server's import does, and makes the realm. */
    static TestRealm create(KeycloakUnderTest keycloak, Map<String, String> values) {
        String name = "template-" + UUID.randomUUID().toString().substring(0, 8);
        TestRealm realm = TestRealm.existing(keycloak, name);
        Matcher placeholders =
                PLACEHOLDER.matcher(template().replace("${LIVEPERSON_REALM:brand}", name));
        String json =
                placeholders.replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        values.getOrDefault(found.group(1), found.group(2))));
        Reply answer =
                new ConsumerBrowser()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(keycloak.baseUri() + "/admin/realms"))
                                        .header("Authorization", "Bearer " + realm.adminToken())
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString(json)));
        AdminApi.expect(201, answer);
        return realm;
    }

    private static String template() {
        try {
            return Files.readString(
                    ServerSetup.projectDirectory()
                            .resolve("realm-templates/liveperson-realm.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
