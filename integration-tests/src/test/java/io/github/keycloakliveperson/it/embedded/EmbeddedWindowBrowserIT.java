package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.keycloakliveperson.demo.liveperson.LivePersonKeyPair;
import io.github.keycloakliveperson.demo.liveperson.Pkce;
import io.github.keycloakliveperson.demo.liveperson.TokenAnswer;
import io.github.keycloakliveperson.demo.liveperson.Verification;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * The tag on a brand's page in a real Chromium, against a real Keycloak of another site; LivePerson
 * is the simulator's token call and verification. The pages have a Content-Security-Policy without
 * inline scripts and eval.
 */
@Tag("core")
@RealKeycloak
@RealChromium
@DisplayName("The embedded window")
class EmbeddedWindowBrowserIT {

    private static final String BRAND = "www.brand.localhost";
    private static final String OTHER = "www.other.localhost";
    private static final LivePersonKeyPair KEYS = LivePersonKeyPair.generate("lpsso2026");

    private static TestRealm realm;
    private static BrandSite site;
    private static TestClient code;
    private static BrowserContext context;
    private static String consumer;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak, Browser chromium, @TempDir Path profile) {
        context = CookieProfile.THIRD_PARTY_ALLOWED.launch(chromium, profile);
        site = BrandSite.start();
        realm = TestRealm.create(keycloak);
        consumer = realm.user("consumer", Map.of());
        String origin = site.origin(BRAND);
        code = BrandClient.open(realm, "code", origin);
        BrandClient.open(
                realm,
                "pkce",
                client -> {
                    client.setWebOrigins(List.of(origin));
                    client.getAttributes().put("pkce.code.challenge.method", "S256");
                });
        BrandClient.open(realm, "implicit", client -> implicit(client, origin));
        TestClient encrypted =
                BrandClient.open(realm, "encrypted", client -> implicit(client, origin));
        realm.mapper(
                encrypted,
                "oidc-liveperson-id-token-encryption-mapper",
                Map.of("public.key", KEYS.publicKeyAsHandedOut(), "key.id", KEYS.kid()));
        TagSetting tag = TagSetting.of(realm);
        site.page("/code", tag.policy(), tag.tag("code", ""));
        site.page("/pinned", tag.policy(), tag.pinnedTag(realm, "code"));
        site.page("/pkce", tag.policy(), tag.tag("pkce", ""));
        site.page("/implicit", tag.policy(), tag.tag("implicit", "data-flow='implicit'"));
        site.page("/encrypted", tag.policy(), tag.tag("encrypted", "data-flow='implicit'"));
        site.page("/hasty", tag.policy(), tag.tag("code", "data-timeout='20'"));
        site.page("/unknown", tag.policy(), tag.tag("no-such-client", "data-timeout='20'"));
        site.page("/bare", tag.policy(), "no tag here");
        site.page(
                "/frames",
                tag.policy() + " 'self'",
                "<iframe src='/code'></iframe><iframe src='/code'></iframe>");
    }

    private static void implicit(ClientRepresentation client, String origin) {
        client.setWebOrigins(List.of(origin));
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(true);
    }

    @AfterAll
    static void tearDown() {
        context.close();
        site.close();
        realm.close();
    }

    @BeforeEach
    void signedOutBrowser() {
        context.clearCookies();
    }

    @AfterEach
    void closePages() {
        // the browser's first, empty one keeps it alive
        context.pages().stream().skip(1).toList().forEach(Page::close);
    }

    private BrandPage open(String path) {
        return open(BRAND, path);
    }

    private BrandPage open(String host, String path) {
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

    private BrandPage signedIn(String path) {
        BrandPage brand = open(path);
        brand.signIn("consumer");
        return brand;
    }

    private void accepted(Verification verification) {
        assertThat(verification.refusal()).isEmpty();
        assertThat(verification.findings()).noneMatch(finding -> finding.isBreach());
        assertThat(verification.subject()).isEqualTo(consumer);
    }

    @Test
    @DisplayName("code flow: LivePerson redeems the code with the page's redirect URI (L32, L21)")
    void code() {
        BrandPage brand = signedIn("/code?from=mail#offers");
        List<Object> answer = brand.call();
        TokenAnswer token = LivePersonSide.of(realm, code).redeem(answer, null);

        assertThat(answer).hasSize(1);
        assertThat(((Map<?, ?>) answer.get(0)).keySet())
                .isEqualTo(Set.of("ssoKey", "redirect_uri"));
        assertThat(token.refusal()).isEmpty();
        accepted(LivePersonSide.of(realm, code).verify(token.idToken().orElseThrow()));
        assertThat(complaints).isEmpty();
    }

    @Test
    @DisplayName("the versioned address with Subresource Integrity works just the same")
    void pinned() {
        assertThat(BrandPage.ssoKey(signedIn("/pinned").call())).isNotBlank();
        assertThat(complaints).isEmpty();
    }

    @Test
    @DisplayName("a tag that a single-page application inserts later works just the same")
    void inserted() {
        signedIn("/code");
        BrandPage brand = open("/bare");
        brand.page()
                .evaluate(
                        "src => new Promise(r => { const s = document.createElement('script');"
                                + " s.src = src; s.dataset.clientId = 'code';"
                                + " s.onload = () => r(); document.head.append(s); })",
                        realm.livePerson("web-auth.js").toString());

        assertThat(BrandPage.ssoKey(brand.call())).isNotBlank();
    }

    @Test
    @DisplayName("PKCE: the code belongs to the challenge of this very call (L19, L33)")
    void pkce() {
        BrandPage brand = signedIn("/pkce");
        LivePersonSide livePerson = LivePersonSide.of(realm, client("pkce"));
        Pkce first = Pkce.create();
        Pkce second = Pkce.create();
        List<Object> firstAnswer = brand.call(first.challenge());
        List<Object> secondAnswer = brand.call(second.challenge());

        assertThat(livePerson.redeem(firstAnswer, second.verifier()).refusal()).isPresent();
        accepted(
                livePerson.verify(
                        livePerson
                                .redeem(secondAnswer, second.verifier())
                                .idToken()
                                .orElseThrow()));
        assertThat(brand.call()).isEqualTo(List.of("", "misconfigured"));
    }

    private static TestClient client(String clientId) {
        var found = realm.admin().clients().findByClientId(clientId).get(0);
        return new TestClient(found.getId(), clientId, found.getSecret());
    }

    @Test
    @DisplayName("implicit flow: the JWT itself (L32, K1)")
    void implicitFlow() {
        List<Object> answer = signedIn("/implicit").call();

        assertThat(answer).hasSize(1);
        accepted(LivePersonSide.of(realm, code).verify((String) answer.get(0)));
        assertThat(complaints).isEmpty();
    }

    @Test
    @DisplayName("an encrypted JWT passes through as it is (L13)")
    void encrypted() {
        List<Object> answer = signedIn("/encrypted").call();

        assertThat(((String) answer.get(0)).split("\\.")).hasSize(5);
        accepted(LivePersonSide.of(realm, code).verifyEncrypted((String) answer.get(0), KEYS));
    }

    @Test
    @DisplayName(
            "signed out: login_required, no identity, and nothing on the page breaks (L32, L34)")
    void signedOut() {
        BrandPage brand = open("/code");

        assertThat(brand.call()).isEqualTo(List.of("", "login_required"));
        assertThat(brand.identity()).isNull();
        assertThat(brand.status()).isEqualTo(Map.of("signedIn", false, "reason", "login_required"));
        assertThat(complaints).isEmpty();
    }

    @Test
    @DisplayName("the identity function tells the token's iss and sub (L34)")
    void identity() {
        BrandPage brand = signedIn("/code");

        assertThat(brand.identity())
                .isEqualTo(Map.of("iss", realm.issuer(), "sub", consumer, "acr", "loa1"));
        assertThat(brand.status()).isEqualTo(Map.of("signedIn", true, "reason", ""));
    }

    @Test
    @DisplayName("a session that expires between two calls is noticed by the second (L7)")
    void expired() {
        BrandPage brand = signedIn("/code");
        assertThat(BrandPage.ssoKey(brand.call())).isNotBlank();
        realm.admin()
                .users()
                .get(consumer)
                .getUserSessions()
                .forEach(session -> realm.admin().deleteSession(session.getId(), false));

        assertThat(brand.call()).isEqualTo(List.of("", "login_required"));
        assertThat(brand.identity()).isNull();
    }

    @Test
    @DisplayName(
            "ten calls in a row give ten codes, each good once, and leave no frame behind (L33)")
    void tenCalls() {
        BrandPage brand = signedIn("/code");
        LivePersonSide livePerson = LivePersonSide.of(realm, code);
        Set<String> codes = new HashSet<>();
        for (int call = 0; call < 10; call++) {
            List<Object> answer = brand.call();
            codes.add(BrandPage.ssoKey(answer));
            assertThat(livePerson.redeem(answer, null).refusal()).isEmpty();
            assertThat(livePerson.redeem(answer, null).refusal()).isPresent();
        }

        assertThat(codes).hasSize(10);
        assertThat(brand.page().evaluate("document.querySelectorAll('iframe').length"))
                .isEqualTo(0);
    }

    @Test
    @DisplayName("ten calls at once don't mix")
    void concurrent() {
        List<List<Object>> answers = signedIn("/code").callAtOnce(10);

        assertThat(answers)
                .extracting(BrandPage::ssoKey)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("two frames of a page, each with the tag, get a code each")
    void frames() {
        signedIn("/code");
        List<List<Object>> answers = open("/frames").callInFrames();

        assertThat(answers)
                .hasSize(2)
                .extracting(BrandPage::ssoKey)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a page of another origin gets no code and no identity from the same tag")
    void wrongOrigin() {
        signedIn("/code");
        BrandPage other = open(OTHER, "/hasty");

        assertThat(other.call()).isEqualTo(List.of("", "misconfigured"));
        assertThat(other.identity()).isNull();
    }

    @Test
    @DisplayName("a client that isn't there is misconfigured, within the time limit")
    void unknownClient() {
        assertThat(open("/unknown").call()).isEqualTo(List.of("", "misconfigured"));
    }

    @Test
    @DisplayName("the silent return keeps nothing of its address, in the frame or in the history")
    void nothingStays() {
        BrandPage brand = open("/bare");
        Object before = brand.page().evaluate("history.length");
        String address = BrandClient.silentReturn(realm, "code");
        brand.page()
                .evaluate(
                        "src => new Promise(r => { const f = document.createElement('iframe');"
                                + " f.src = src; f.onload = r; document.body.append(f); })",
                        address + "?code=secret-code&state=s");

        assertThat(brand.page().frames().get(1).url()).isEqualTo(address);
        assertThat(brand.page().evaluate("history.length")).isEqualTo(before);
    }
}
