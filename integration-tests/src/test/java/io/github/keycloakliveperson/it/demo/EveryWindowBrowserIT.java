package io.github.keycloakliveperson.it.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The simulator's external window in a real Chromium: every dialect, flow and state of the
 * consumer's session. The simulator redeems, verifies and greets; what went by in the browser is
 * compared here a second time, character by character.
 */
@RealKeycloak
@RealChromium
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("The external window gets its consumer and its unchanged state")
class EveryWindowBrowserIT {

    /** The length of the one publicly known state, in characters (L25). */
    private static final int KNOWN_STATE = 1_243;

    private DemoStage stage;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    void start(KeycloakUnderTest keycloak, Browser browser) {
        stage = new DemoStage(keycloak, browser);
        context = stage.context(800, 900, ColorScheme.LIGHT);
    }

    @AfterAll
    void stop() {
        context.close();
        stage.close();
    }

    @BeforeEach
    void open() {
        page = context.newPage();
    }

    @AfterEach
    void close() {
        SingleSignOn.restore(stage.realm);
        page.close();
    }

    @ParameterizedTest(name = "{0}, {1} dialect, session {2}")
    @CsvSource({
        "liveperson-code,rfc,ABSENT",
        "liveperson-code,rfc,PRESENT",
        "liveperson-code,rfc,EXPIRED",
        "liveperson-code-pkce,rfc,ABSENT",
        "liveperson-code-pkce,rfc,PRESENT",
        "liveperson-code-pkce,rfc,EXPIRED",
        "liveperson-implicit,rfc,ABSENT",
        "liveperson-implicit,rfc,PRESENT",
        "liveperson-implicit,rfc,EXPIRED",
        "liveperson-code,openid,ABSENT",
        "liveperson-code,openid,PRESENT",
        "liveperson-code,openid,EXPIRED",
        "liveperson-implicit,openid,ABSENT",
        "liveperson-implicit,openid,PRESENT",
        "liveperson-implicit,openid,EXPIRED"
    })
    @DisplayName("in every dialect and flow (L22 to L30)")
    void window(String connector, String dialect, SingleSignOn session) {
        session.prepare(stage, context);
        WindowJourney journey = WindowJourney.of(page);

        page.navigate(window() + "?connector=" + connector + "&dialect=" + dialect);
        signIn(session, "#result:not([hidden])");

        assertThat(page.locator("#consumer")).hasText("Jané 🌻 Doe-Öztürk");
        assertThat(page.locator("#state-verdict")).containsText("came back as they were sent");
        assertThat(journey.sent()).hasSizeGreaterThan(KNOWN_STATE).isEqualTo(journey.cameBack());
        assertThat(journey.answer()).startsWith(window());
    }

    /**
     * Neither L29 nor the simulator knows of this; an account that does it is served all the same.
     */
    @ParameterizedTest(name = "session {0}")
    @EnumSource(SingleSignOn.class)
    @DisplayName("in the openID dialect with an unexpected PKCE challenge")
    void openIdWithPkce(SingleSignOn session) {
        session.prepare(stage, context);
        WindowJourney journey = WindowJourney.of(page);
        Pkce pkce = Pkce.create();
        String address =
                window()
                        + "?lpUnifiedWindowConfig="
                        + "%7B%22a%22%3A%22%F0%9F%98%80%7e%22%7D".repeat(40);

        page.navigate(
                stage.realm.livePerson("authorize")
                        + "?client_id=liveperson-code-pkce&response_type=code&nonce=visitor"
                        + "&code_challenge_method=S256&code_challenge="
                        + pkce.challenge()
                        + "&redirect_uri="
                        + Query.encode(address));
        signIn(session, "#choose:not([hidden])");

        assertThat(journey.sent()).hasSizeGreaterThan(KNOWN_STATE).isEqualTo(journey.cameBack());
        assertThat(page.url()).startsWith(address + "&code=").isEqualTo(journey.answer());
        assertThat(redeem(page.url(), pkce.verifier()).idToken()).isNotBlank();
    }

    private void signIn(SingleSignOn session, String arrived) {
        page.waitForSelector(arrived + ", #username");
        assertThat(page.locator("#username").count() > 0).isEqualTo(session.asks());
        if (session.asks()) {
            SingleSignOn.restore(stage.realm);
            DemoStage.typeIn(page);
            page.waitForSelector(arrived);
        }
    }

    private TokenAnswer redeem(String answer, String verifier) {
        var client = stage.realm.admin().clients().findByClientId("liveperson-code-pkce").get(0);
        return new RelyingParty(
                        stage.realm,
                        new TestClient(client.getId(), client.getClientId(), client.getSecret()))
                .redeem(
                        Query.of(answer).get("code"),
                        Map.of(
                                "redirect_uri",
                                "https://liveperson.net",
                                "code_verifier",
                                verifier));
    }

    private String window() {
        return stage.cloud + "/le_unified_window/index.html";
    }
}
