package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the tag's answers while consumers, calls and pages come and go. */
@Tag("core")
@RealKeycloak
@RealChromium
@DisplayName("On the brand's pages,")
class EmbeddedPagesBrowserIT {

    private static final String OTHER = "www.other.localhost";

    private static BrandStage stage;
    private static TestClient code;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak, Browser chromium, @TempDir Path profile) {
        stage = new BrandStage(keycloak, chromium, profile);
        code = BrandClient.open(stage.realm, "code", stage.origin());
        stage.page("/code", stage.tag.tag("code", ""));
        stage.page("/hasty", stage.tag.tag("code", "data-timeout='20'"));
        stage.page("/unknown", stage.tag.tag("no-such-client", "data-timeout='20'"));
        stage.page("/bare", "no tag here");
        stage.framingPage("/frames", "<iframe src='/code'></iframe><iframe src='/code'></iframe>");
    }

    @AfterAll
    static void tearDown() {
        stage.close();
    }

    @BeforeEach
    void signedOutBrowser() {
        stage.clear();
    }

    @Test
    @DisplayName(
            "signed out: login_required, no identity, and nothing on the page breaks (L32, L34)")
    void signedOut() {
        BrandPage brand = stage.open("/code");

        assertThat(brand.call()).isEqualTo(List.of("", "login_required"));
        assertThat(brand.identity()).isNull();
        assertThat(brand.status()).isEqualTo(Map.of("signedIn", false, "reason", "login_required"));
        assertThat(stage.complaints()).isEmpty();
    }

    @Test
    @DisplayName("the identity function tells the token's iss and sub (L34)")
    void identity() {
        BrandPage brand = stage.signedIn("/code");

        assertThat(brand.identity())
                .isEqualTo(
                        Map.of("iss", stage.realm.issuer(), "sub", stage.consumer, "acr", "loa1"));
        assertThat(brand.status()).isEqualTo(Map.of("signedIn", true, "reason", ""));
    }

    @Test
    @DisplayName("a session that expires between two calls is noticed by the second (L7)")
    void expired() {
        BrandPage brand = stage.signedIn("/code");
        assertThat(BrandPage.ssoKey(brand.call())).isNotBlank();
        stage.realm
                .admin()
                .users()
                .get(stage.consumer)
                .getUserSessions()
                .forEach(session -> stage.realm.admin().deleteSession(session.getId(), false));

        assertThat(brand.call()).isEqualTo(List.of("", "login_required"));
        assertThat(brand.identity()).isNull();
    }

    @Test
    @DisplayName(
            "ten calls in a row give ten codes, each good once, and leave no frame behind (L33)")
    void tenCalls() {
        BrandPage brand = stage.signedIn("/code");
        LivePersonSide livePerson = LivePersonSide.of(stage.realm, code);
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
        List<List<Object>> answers = stage.signedIn("/code").callAtOnce(10);

        assertThat(answers)
                .extracting(BrandPage::ssoKey)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("two frames of a page, each with the tag, get a code each")
    void frames() {
        stage.signedIn("/code");
        List<List<Object>> answers = stage.open("/frames").callInFrames();

        assertThat(answers)
                .hasSize(2)
                .extracting(BrandPage::ssoKey)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a page of another origin gets no code and no identity from the same tag")
    void wrongOrigin() {
        stage.signedIn("/code");
        BrandPage other = stage.open(OTHER, "/hasty");

        assertThat(other.call()).isEqualTo(List.of("", "misconfigured"));
        assertThat(other.identity()).isNull();
    }

    @Test
    @DisplayName("a client that isn't there is misconfigured, within the time limit")
    void unknownClient() {
        assertThat(stage.open("/unknown").call()).isEqualTo(List.of("", "misconfigured"));
    }

    @Test
    @DisplayName("the silent return keeps nothing of its address, in the frame or in the history")
    void nothingStays() {
        BrandPage brand = stage.open("/bare");
        Object before = brand.page().evaluate("history.length");
        String address = BrandClient.silentReturn(stage.realm, "code");
        brand.page()
                .evaluate(
                        "src => new Promise(r => { const f = document.createElement('iframe');"
                                + " f.src = src; f.onload = r; document.body.append(f); })",
                        address + "?code=secret-code&state=s");

        assertThat(brand.page().frames().get(1).url()).isEqualTo(address);
        assertThat(brand.page().evaluate("history.length")).isEqualTo(before);
    }
}
