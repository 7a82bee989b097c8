package io.github.keycloakliveperson.it.window;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.keycloak.representations.idm.ClientRepresentation;

/** A client as the templates make it, and LivePerson's external window in front of it. */
public record WindowClient(TestRealm realm, TestClient client) {

    static final String MAPPER = "oidc-liveperson-window-mapper";

    /** Where the window is (L24). */
    public static final String WINDOW = "https://lpcdn.lpsnmedia.net/le_unified_window/index.html";

    /** The openID dialect's address with its own configuration (L29). */
    public static final String OPENID_WINDOW =
            WINDOW + "?lpUnifiedWindowConfig=%7B%22accountId%22%3A%2212345678%22%7D";

    /** As in a state of the RFC dialect (L25). */
    public static final String STATE =
            "%7B%22lpUnifiedWindowConfig%22%3A%7B%22a%22%3A%22%F0%9F%98%80%22%7D%7D";

    public static WindowClient code(TestRealm realm, String clientId, Map<String, String> config) {
        return of(realm, clientId, config, client -> {});
    }

    public static WindowClient implicit(
            TestRealm realm, String clientId, Map<String, String> config) {
        return of(
                realm,
                clientId,
                config,
                client -> {
                    client.setStandardFlowEnabled(false);
                    client.setImplicitFlowEnabled(true);
                });
    }

    public static WindowClient of(
            TestRealm realm,
            String clientId,
            Map<String, String> config,
            Consumer<ClientRepresentation> settings) {
        TestClient client =
                realm.client(
                        clientId,
                        c -> {
                            c.setRedirectUris(
                                    List.of(
                                            TestRealm.REDIRECT_URI,
                                            WINDOW,
                                            realm.livePerson("callback").toString()));
                            c.getAttributes()
                                    .put("exclude.session.state.from.auth.response", "true");
                            c.getAttributes().put("exclude.issuer.from.auth.response", "true");
                            settings.accept(c);
                        });
        realm.mapper(client, MAPPER, config);
        return new WindowClient(realm, client);
    }

    /** A request of the window; the parameters are raw. */
    public URI request(String rawParameters) {
        return URI.create(
                realm.livePerson("authorize")
                        + "?client_id="
                        + client.clientId()
                        + "&"
                        + rawParameters);
    }

    /** A request of the RFC dialect (L23). */
    public URI rfc(String type, String rawState, String rawParameters) {
        return request(
                "response_type="
                        + type
                        + "&scope=openid&redirect_uri="
                        + Query.encode(WINDOW)
                        + "&parentWindowOrigin=https%3A%2F%2Fwww.brand.example&state="
                        + rawState
                        + rawParameters);
    }

    /** A request of the openID dialect (L29). */
    public URI openId(String type) {
        return request(
                "response_type="
                        + type
                        + "&redirect_uri="
                        + Query.encode(OPENID_WINDOW)
                        + "&nonce=visitor-1");
    }

    /** Signs the consumer in where that is needed and tells where the browser is sent at last. */
    public String window(ConsumerBrowser browser, URI request) {
        Reply answer = end(browser, request);
        return answer.location();
    }

    /** The last answer: the redirect to the window, or a page. */
    public Reply end(ConsumerBrowser browser, URI request) {
        return browser.signIn(request, realm.keycloak().baseUri(), "consumer", TestRealm.PASSWORD);
    }

    /** LivePerson's token call (L17, L18). */
    public TokenAnswer redeem(String code, String redirectUri, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>(more);
        form.put("redirect_uri", redirectUri);
        return new RelyingParty(realm, client).redeem(code, form);
    }

    /** The raw value of a parameter of an address, in its query or its fragment. */
    public static String raw(String address, String name) {
        for (String part : address.split("[?#&]")) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        throw new IllegalStateException("No " + name + " in " + address);
    }

    static String code(String address) {
        return Query.of(address).get("code");
    }
}
