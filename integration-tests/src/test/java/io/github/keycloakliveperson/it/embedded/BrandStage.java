package io.github.keycloakliveperson.it.embedded;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A brand's pages with the tag in a real Chromium, against a real Keycloak of another site. The
 * pages have a Content-Security-Policy without inline scripts and eval.
 */
final class BrandStage implements AutoCloseable {

    static final String BRAND = "www.brand.localhost";

    final TestRealm realm;
    final TagSetting tag;

    /** The user id of the consumer who signs in. */
    final String consumer;

    private final BrandSite site = BrandSite.start();
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

    /**
     * @param profile an empty folder for the browser's profile
     */
    BrandStage(KeycloakUnderTest keycloak, Browser chromium, Path profile) {
        context = CookieProfile.THIRD_PARTY_ALLOWED.launch(chromium, profile);
        realm = TestRealm.create(keycloak);
        consumer = realm.user("consumer", Map.of());
        tag = TagSetting.of(realm);
    }

    /** The brand's origin. */
    String origin() {
        return site.origin(BRAND);
    }

    /** Puts a page at a path, under every host name. */
    void page(String path, String body) {
        site.page(path, tag.policy(), body);
    }

    /** Puts a page at a path that may frame pages of its own origin. */
    void framingPage(String path, String body) {
        site.page(path, tag.policy() + " 'self'", body);
    }

    /** Opens a page of the brand's. */
    BrandPage open(String path) {
        return open(BRAND, path);
    }

    /** Opens a page under another host name. */
    BrandPage open(String host, String path) {
        Page page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error") && !message.location().contains("favicon")) {
                        complaints.add(message.text());
                    }
                });
        page.onPageError(complaints::add);
        return BrandPage.open(page, site.origin(host) + path);
    }

    /** Opens a page of the brand's and signs the consumer in there. */
    BrandPage signedIn(String path) {
        BrandPage brand = open(path);
        brand.signIn("consumer");
        return brand;
    }

    /** What the console and the pages' own error handling have said since the last clearing. */
    List<String> complaints() {
        return complaints;
    }

    /** Closes the pages and signs the browser out. */
    void clear() {
        // the browser's first, empty one keeps it alive
        context.pages().stream().skip(1).toList().forEach(Page::close);
        context.clearCookies();
        complaints.clear();
    }

    @Override
    public void close() {
        context.close();
        site.close();
        realm.close();
    }
}
