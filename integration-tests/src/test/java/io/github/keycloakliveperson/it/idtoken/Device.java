package io.github.keycloakliveperson.it.idtoken;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.net.URI;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A device without a browser, and the consumer who lets it in with one (RFC 8628). */
record Device(EncryptedClient client) {

    static Device of(EncryptedClient client) {
        return new Device(client);
    }

    Leaving tokens(String grantType, String scope) {
        TokenAnswer begun = client.party().post("auth/device", Map.of("scope", scope));
        letIn(URI.create(begun.text("verification_uri_complete")));
        return Leaving.of(
                client.party()
                        .token(
                                Map.of(
                                        "grant_type",
                                        grantType,
                                        "device_code",
                                        begun.text("device_code"))));
    }

    private void letIn(URI address) {
        ConsumerBrowser browser = new ConsumerBrowser();
        Reply page =
                browser.signIn(
                        address,
                        client.realm().keycloak().baseUri(),
                        "consumer",
                        TestRealm.PASSWORD);
        Element accept = page.page().selectFirst("[name=accept]");
        Reply done =
                browser.proceed(
                        browser.submit(accept.closest("form"), Map.of("accept", "Yes")),
                        target -> false,
                        "consumer",
                        TestRealm.PASSWORD);
        if (done.status() != 200) {
            throw new IllegalStateException(done.status() + " " + done.body());
        }
    }
}
