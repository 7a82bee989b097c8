package io.github.keycloakliveperson.it.embedded;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The tag and the Content-Security-Policy of a brand's page, as {@code docs/embedded-window.md}
 * tells brands to write them.
 *
 * @param liveperson the address of the realm's endpoints, as browsers call it
 */
record TagSetting(String liveperson) {

    static TagSetting of(TestRealm realm) {
        return new TagSetting(realm.livePerson("").toString());
    }

    /** The same Keycloak under another host name. */
    static TagSetting of(TestRealm realm, String host) {
        URI endpoints = realm.livePerson("");
        return new TagSetting(
                endpoints.toString().replace("//" + endpoints.getHost() + ":", "//" + host + ":"));
    }

    /** The script's stable address. */
    String tag(String clientId, String attributes) {
        return "<script src='%sweb-auth.js' data-client-id='%s' %s></script>"
                .formatted(liveperson, clientId, attributes);
    }

    /** The script's versioned address with Subresource Integrity. */
    String pinnedTag(TestRealm realm, String clientId) {
        Reply script = new ConsumerBrowser().get(realm.livePerson("web-auth.js"));
        String name = script.header("Content-Location").orElseThrow();
        return "<script src='%s%s' integrity='%s' crossorigin='anonymous' data-client-id='%s'></script>"
                .formatted(liveperson, name, sha384(script.body()), clientId);
    }

    private static String sha384(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-384")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha384-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing but what the tag needs: no inline script, no eval. */
    String policy() {
        URI address = URI.create(liveperson);
        String keycloak = address.getScheme() + "://" + address.getAuthority();
        return "default-src 'none'; script-src %1$s; connect-src %1$s; frame-src %1$s"
                .formatted(keycloak);
    }
}
