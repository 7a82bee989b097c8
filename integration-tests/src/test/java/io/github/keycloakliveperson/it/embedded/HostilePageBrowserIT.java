package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of a stranger, opened by a consumer who is signed in. */
@RealKeycloak
@RealChromium
@DisplayName("A hostile page")
class HostilePageBrowserIT {

    private static final String BRAND = "www.brand.localhost";
    private static final String HOSTILE = "www.hostile.localhost";

    private static final String FRAMES =
            """
            async addresses => {
              const messages = [];
              addEventListener('message', e => messages.push(e.data));
              const seen = [];
              for (const src of addresses) {
                const frame = document.createElement('iframe');
                const loaded = new Promise(r => { frame.onload = r; });
                frame.src = src;
                document.body.append(frame);
                await loaded;
                await new Promise(r => setTimeout(r, 300));
                let text = null;
                try { text = frame.contentDocument && frame.contentDocument.body.textContent; } catch { }
                seen.push(text);
              }
              return [messages, seen.filter(Boolean)];
            }
            """;

    private static TestRealm realm;
    private static BrandSite site;
    private static BrowserContext context;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak, Browser chromium, @TempDir Path profile) {
        site = BrandSite.start();
        realm = TestRealm.create(keycloak);
        realm.user("consumer", Map.of());
        BrandClient.open(realm, "brand", site.origin(BRAND));
        BrandClient.open(realm, "star", "*", "+");
        TagSetting tag = TagSetting.of(realm);
        site.page("/brand", tag.policy(), tag.tag("brand", ""));
        site.page("/hostile", "frame-src *", "hostile");
        context = CookieProfile.THIRD_PARTY_ALLOWED.launch(chromium, profile);
        BrandPage brand = BrandPage.open(context.newPage(), site.origin(BRAND) + "/brand");
        brand.signIn("consumer");
        assertThat(BrandPage.ssoKey(brand.call())).isNotBlank();
    }

    @AfterAll
    static void tearDown() {
        context.close();
        site.close();
        realm.close();
    }

    private static Page hostile() {
        return BrandPage.open(context.newPage(), site.origin(HOSTILE) + "/hostile").page();
    }

    private static String silentSignIn(String clientId, String responseType) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", BrandClient.silentReturn(realm, clientId));
        parameters.put("scope", "openid");
        parameters.put("response_type", responseType);
        parameters.put("prompt", "none");
        parameters.put("state", "guess");
        parameters.put("nonce", "n");
        return realm.protocol("auth") + "?" + Query.encode(parameters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"brand", "star"})
    @DisplayName("frames every endpoint and sees nothing, hears nothing")
    void frames(String clientId) {
        Page page = hostile();
        List<String> blocked = new ArrayList<>();
        page.onConsoleMessage(
                message -> {
                    if (message.text().contains("frame-ancestors")
                            || message.text().contains("X-Frame-Options")) {
                        blocked.add(message.text());
                    }
                });
        String silentReturn = BrandClient.silentReturn(realm, clientId);
        List<String> addresses =
                List.of(
                        silentSignIn(clientId, "code"),
                        silentSignIn(clientId, "id_token"),
                        silentReturn + "?code=c&state=guess",
                        silentReturn + "#id_token=t&state=guess",
                        realm.livePerson("identity/" + clientId).toString(),
                        realm.livePerson("jwks").toString(),
                        realm.livePerson("web-auth.js").toString());

        assertThat(page.evaluate(FRAMES, addresses)).isEqualTo(List.of(List.of(), List.of()));
        assertThat(blocked).isNotEmpty();
        assertThat(page.frames()).hasSize(addresses.size() + 1);
        assertThat(page.frames())
                .extracting(frame -> (String) frame.evaluate("document.documentElement.innerText"))
                .noneMatch(text -> text.contains("can be closed"))
                .noneMatch(text -> text.contains(realm.issuer()))
                .noneMatch(text -> text.contains("\"keys\""))
                .noneMatch(text -> text.contains("use strict"));
        page.close();
    }

    @Test
    @DisplayName("asks for the identity by CORS, without CORS, as a script, and gets nothing")
    void identity() {
        Page page = hostile();
        String address = realm.livePerson("identity/brand").toString();

        assertThat(fetchIdentity(page, address)).isEqualTo("TypeError");
        assertThat(
                        page.evaluate(
                                "a => fetch(a, {credentials: 'include', mode: 'no-cors'})"
                                        + ".then(r => r.text()).catch(e => '')",
                                address))
                .isEqualTo("");
        assertThat(
                        page.evaluate(
                                "a => new Promise(r => { const s = document.createElement('script');"
                                        + " s.onload = s.onerror = e => r(e.type); s.src = a;"
                                        + " document.head.append(s); })",
                                address))
                .isEqualTo("error");
        page.close();
    }

    @Test
    @DisplayName("while a page of the brand gets it by the same call")
    void brand() {
        Page page = BrandPage.open(context.newPage(), site.origin(BRAND) + "/brand").page();

        assertThat(fetchIdentity(page, realm.livePerson("identity/brand").toString()))
                .asString()
                .contains("\"acr\":\"loa1\"");
        page.close();
    }

    private static Object fetchIdentity(Page page, String address) {
        return page.evaluate(
                "a => fetch(a, {credentials: 'include'}).then(r => r.text(), e => e.name)",
                address);
    }

    @Test
    @DisplayName(
            "opens the sign-in in a window of its own and is not sent the answer, nor the consumer")
    void popup() {
        Page page = hostile();
        String address =
                silentSignIn("brand", "code")
                        .replace(
                                "state=guess",
                                Query.encode(
                                        Map.of(
                                                "state",
                                                "page:" + site.origin(HOSTILE) + "/hostile")));
        page.evaluate(
                "() => { window.heard = []; addEventListener('message', e => heard.push(e.data)); }");
        Page popup = page.waitForPopup(() -> page.evaluate("a => { window.open(a); }", address));
        popup.waitForURL(BrandClient.silentReturn(realm, "brand"));
        popup.waitForLoadState();

        assertThat(popup.evaluate("document.body.innerText")).asString().contains("can be closed");
        assertThat(page.evaluate("heard")).isEqualTo(List.of());
        popup.close();
        page.close();
    }
}
