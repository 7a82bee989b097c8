package io.github.keycloakliveperson.it.embedded;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.browser.ConsumerEngine;
import io.github.keycloakliveperson.it.harness.browser.Engine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A brand's pages with the tag in a real browser, against a real Keycloak: of another site in
 * Chromium, of the same in the others, which withhold cookies across sites as they come. The pages
 * have a Content-Security-Policy without inline scripts and eval.
 */
final class BrandStage implements AutoCloseable {

    private static final String SAME_SITE = "localhost";
    private static final String OTHER_SITE = "www.brand.localhost";

    final TestRealm realm;
    final TagSetting tag;

    /** The user id of the consumer who signs in. */
    final String consumer;

    private final BrandSite site = BrandSite.start();
    private ConsumerEngine browser;
    private String host;

    BrandStage(KeycloakUnderTest keycloak) {
        realm = TestRealm.create(keycloak);
        consumer = realm.user("consumer", Map.of());
        tag = TagSetting.of(realm);
    }

    /** Takes a signed-out browser of this engine. */
    void use(Engine engine) {
        engine.require();
        browser = engine.shared();
        host = engine == Engine.CHROMIUM ? OTHER_SITE : SAME_SITE;
    }

    /** The brand's origins: on Keycloak's site and on another. */
    String[] origins() {
        return new String[] {site.origin(SAME_SITE), site.origin(OTHER_SITE)};
    }

    /** Puts a page at a path, under every host name. */
    void page(String path, String body) {
        site.page(path, tag.policy(), body);
    }

    /** Puts a page at a path that may frame pages of its own origin. */
    void framingPage(String path, String body) {
        site.page(path, tag.policy() + " 'self'", body);
    }

    /**
     * Puts a page at a path that runs scripts of its own before and after the tag.
     *
     * @param headers more than its Content-Security-Policy
     */
    void page(String path, Map<String, String> headers, String before, String tags, String after) {
        site.script(path + "/before.js", before);
        site.script(path + "/after.js", after);
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Security-Policy", tag.policy().replace("script-src", "script-src 'self'"));
        site.page(
                path,
                all,
                "<script src='%1$s/before.js'></script>%2$s<script src='%1$s/after.js'></script>"
                        .formatted(path, tags));
    }

    /** Opens a page of the brand's. */
    BrandPage open(String path) {
        return open(host, path);
    }

    /** Opens a page under another host name. */
    BrandPage open(String at, String path) {
        return BrandPage.open(browser.open(), site.origin(at) + path);
    }

    /** Opens a page of the brand's and signs the consumer in there. */
    BrandPage signedIn(String path) {
        BrandPage brand = open(path);
        brand.signIn("consumer");
        return brand;
    }

    /** What the console and the pages' own error handling have said since the last clearing. */
    List<String> complaints() {
        return browser.complaints();
    }

    @Override
    public void close() {
        site.close();
        realm.close();
    }
}
