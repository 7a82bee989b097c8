package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

/**
 * A page in a consumer's browser that asks who is signed in.
 *
 * @param brand the client through which the consumer signs in
 */
record AskingPage(TestRealm realm, TestClient brand, ConsumerBrowser browser) {

    static AskingPage inFreshBrowser(TestRealm realm, TestClient brand) {
        return new AskingPage(realm, brand, new ConsumerBrowser());
    }

    /** Makes a user, signs them in, and returns their id. */
    String signIn(String username, Map<String, List<String>> attributes) {
        String id = realm.user(username, attributes);
        new RelyingParty(realm, brand).signIn(browser, username, Map.of());
        return id;
    }

    /** Asks for a client; the headers are names and values. */
    Reply ask(String clientId, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(realm.livePerson("identity/" + clientId));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request);
    }

    /** A header of an answer, null when it isn't there. */
    static String header(Reply answer, String name) {
        return answer.header(name).orElse(null);
    }

    /** What a successful answer says. */
    static JsonNode json(Reply answer) {
        assertThat(answer.status()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
