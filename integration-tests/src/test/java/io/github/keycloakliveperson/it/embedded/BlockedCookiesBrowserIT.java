package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.browser.ConsumerEngine;
import io.github.keycloakliveperson.it.harness.browser.Engine;
import io.github.keycloakliveperson.it.harness.browser.EveryEngine;
import io.github.keycloakliveperson.it.harness.browser.Privacy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

/**
 * Each engine with third-party cookies as its users have them (K21), and the documents' table of
 * what comes of it.
 */
@RealKeycloak
@DisplayName("A consumer who has just signed in")
class BlockedCookiesBrowserIT {

    private static final String BRAND = "www.brand.localhost";
    private static final String SAME_SITE = "sso.brand.localhost";

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    @AutoClose private static BrandSite site;

    @BeforeAll
    static void setUp() {
        site = BrandSite.start();
        BrandClient.open(realm, "cross-site", site.origin(BRAND));
        TagSetting crossSite = TagSetting.of(realm);
        // a minute: an answer that only the time limit gives is none
        site.page(
                "/cross-site", crossSite.policy(), crossSite.tag("cross-site", "data-timeout=60"));

        TagSetting sameSite = TagSetting.of(realm, SAME_SITE);
        BrandClient.open(
                realm,
                "same-site",
                client -> {
                    client.setWebOrigins(List.of(site.origin(BRAND)));
                    client.setRedirectUris(
                            List.of(sameSite.liveperson() + "silent-return/same-site"));
                });
        site.page("/same-site", sameSite.policy(), sameSite.tag("same-site", "data-timeout=60"));
    }

    @EveryEngine
    @DisplayName(
            "is known on the brand's own site, and on another site known or told the "
                    + "right reason")
    void everyPrivacy(Engine engine) throws IOException {
        engine.require();
        BrowserTable table = new BrowserTable(engine);
        for (Privacy privacy : engine.privacies()) {
            try (ConsumerEngine browser = engine.start(privacy)) {
                String sameSite = outcome(browser, "/same-site");
                assertThat(sameSite).isEmpty();
                String otherSite = outcome(browser, "/cross-site");
                assertThat(otherSite).isIn("", "third_party_cookies_blocked");
                table.add(privacy, sameSite, otherSite);
            }
        }
        table.holds();
    }

    /** Empty where the method, the identity function and {@code status()} know the consumer. */
    private static String outcome(ConsumerEngine browser, String path) {
        browser.clear();
        BrandPage brand = BrandPage.open(browser.open(), site.origin(BRAND) + path);
        brand.signIn("consumer");
        List<Object> answer = brand.call();
        Map<?, ?> status = (Map<?, ?>) brand.status();
        String reason = answer.size() == 1 ? "" : (String) answer.get(1);
        assertThat(status)
                .as("status()")
                .isEqualTo(Map.of("signedIn", reason.isEmpty(), "reason", reason));
        assertThat(brand.identity() != null).as("identity").isEqualTo(reason.isEmpty());
        return reason;
    }
}
