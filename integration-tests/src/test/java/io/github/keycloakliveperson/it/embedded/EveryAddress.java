package io.github.keycloakliveperson.it.embedded;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every address of a realm that concerns LivePerson, as a stranger who knows a client would write
 * them.
 *
 * @param window where the client's external window is
 */
record EveryAddress(TestRealm realm, String clientId, String window) {

    /** Those that know the consumer, or would hand something on. */
    List<String> guarded() {
        String silentReturn = BrandClient.silentReturn(realm, clientId);
        String callback = realm.livePerson("callback").toString();
        return List.of(
                silentSignIn("code", "guess"),
                silentSignIn("id_token", "guess"),
                silentSignIn("code", "guess")
                        .replace(
                                realm.protocol("auth").toString(),
                                realm.livePerson("silent-sign-in").toString()),
                authorize(""),
                authorize("&prompt=none"),
                callback + "?code=c&state=guess",
                callback + "?error=access_denied&state=guess",
                callback + "#id_token=t&state=guess",
                silentReturn + "?code=c&state=guess",
                silentReturn + "#id_token=t&state=guess",
                realm.livePerson("identity/" + clientId).toString());
    }

    /** Those that are the same for everybody: the script at both its addresses, the keys. */
    List<String> open() {
        URI script = realm.livePerson("web-auth.js");
        String version = new ConsumerBrowser().get(script).header("Content-Location").orElseThrow();
        return List.of(
                script.toString(),
                realm.livePerson(version).toString(),
                realm.livePerson("jwks").toString());
    }

    List<String> all() {
        return Stream.concat(guarded().stream(), open().stream()).toList();
    }

    /** The external window's sign-in. */
    String authorize(String more) {
        return realm.livePerson("authorize")
                + "?"
                + Query.encode(
                        Map.of(
                                "client_id",
                                clientId,
                                "redirect_uri",
                                window,
                                "response_type",
                                "code",
                                "state",
                                "guess"))
                + more;
    }

    /** The embedded window's sign-in. */
    String silentSignIn(String responseType, String state) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", BrandClient.silentReturn(realm, clientId));
        parameters.put("scope", "openid");
        parameters.put("response_type", responseType);
        parameters.put("prompt", "none");
        parameters.put("state", state);
        parameters.put("nonce", "n");
        return realm.protocol("auth") + "?" + Query.encode(parameters);
    }
}
