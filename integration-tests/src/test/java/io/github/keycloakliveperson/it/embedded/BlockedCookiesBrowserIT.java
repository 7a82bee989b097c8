package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Chromium whose settings block third-party cookies (K21). */
@RealKeycloak
@RealChromium
@DisplayName("Where third-party cookies are blocked")
class BlockedCookiesBrowserIT {

    private static final String BRAND = "www.brand.localhost";
    private static final String SAME_SITE = "sso.brand.localhost";

    private static TestRealm realm;
    private static BrandSite site;
    private static BrowserContext context;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak, Browser chromium, @TempDir Path profile) {
        site = BrandSite.start();
        realm = TestRealm.create(keycloak);
        realm.user("consumer", Map.of());
        BrandClient.open(realm, "cross-site", site.origin(BRAND));
        TagSetting crossSite = TagSetting.of(realm);
        site.page("/cross-site", crossSite.policy(), crossSite.tag("cross-site", ""));

        TagSetting sameSite = TagSetting.of(realm, SAME_SITE);
        BrandClient.open(
                realm,
                "same-site",
                client -> {
                    client.setWebOrigins(List.of(site.origin(BRAND)));
                    client.setRedirectUris(
                            List.of(sameSite.liveperson() + "silent-return/same-site"));
                });
        site.page("/same-site", sameSite.policy(), sameSite.tag("same-site", ""));

        context = CookieProfile.THIRD_PARTY_BLOCKED.launch(chromium, profile);
    }

    @AfterAll
    static void tearDown() {
        context.close();
        site.close();
        realm.close();
    }

    private static BrandPage signedIn(String path) {
        BrandPage brand = BrandPage.open(context.newPage(), site.origin(BRAND) + path);
        brand.signIn("consumer");
        return brand;
    }

    @Test
    @DisplayName(
            "a Keycloak of another site answers third_party_cookies_blocked, and signIn() still returns")
    void crossSite() {
        BrandPage brand = signedIn("/cross-site");

        assertThat(brand.call()).isEqualTo(List.of("", "third_party_cookies_blocked"));
        assertThat(brand.identity()).isNull();
        assertThat(brand.status())
                .isEqualTo(Map.of("signedIn", false, "reason", "third_party_cookies_blocked"));
    }

    @Test
    @DisplayName("a Keycloak of the brand's own site works as ever")
    void sameSite() {
        BrandPage brand = signedIn("/same-site");

        assertThat(BrandPage.ssoKey(brand.call())).isNotBlank();
        assertThat(brand.status()).isEqualTo(Map.of("signedIn", true, "reason", ""));
    }
}
