package io.github.keycloakliveperson.it.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The demo's bot in a real Chromium: the consumer's sign-in and consent at a real Keycloak with the
 * packaged JAR, and the brand's API, which verifies the access token.
 */
@RealKeycloak
@RealChromium
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("The demo's bot")
class BotStoryBrowserIT {

    private static final String BILL = "Your latest bill is 92.90 €. It was paid on 2 November.";
    private static final Map<String, String> DEFAULT_REDIRECT =
            Map.of("redirect_uri", "https://liveperson.net");

    private DemoStage stage;
    private BrowserContext context;

    @BeforeAll
    void start(KeycloakUnderTest keycloak, Browser browser) {
        stage = new DemoStage(keycloak, browser);
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    @BeforeEach
    void open() {
        context = stage.context(1280, 1250, ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    @DisplayName("sends its link, gets the consumer's consent, and shows the bill (L40)")
    void link() {
        Page page = unknownVisitor();
        FrameLocator window = page.frameLocator("#lp-window");
        Locator link = window.locator(".messages a.button");
        Page signIn = context.waitForPage(link::click);
        DemoStage.typeIn(signIn);
        assertThat(signIn.locator("#kc-oauth")).containsText("See your latest bill");
        stage.accessible(signIn);
        DemoStage.screenshot(signIn, "bot-consent");
        signIn.locator("#kc-login").click();
        assertThat(signIn.locator("main")).containsText("answers in the chat");
        stage.accessible(signIn);

        assertThat(window.locator(".messages li").last()).containsText(BILL);
        window.locator("#text").fill("Show me my bill once more, please 🌻");
        window.locator("#text").press("Enter");
        assertThat(window.locator(".messages li")).hasCount(4);
        assertThat(window.locator(".messages li").last()).containsText(BILL);
        stage.accessible(page);
        page.locator("#lp-window").scrollIntoViewIfNeeded();
        DemoStage.screenshot(page, "bot-conversation");

        Page agent = context.newPage();
        agent.navigate(stage.cloud + "/agent");
        assertThat(agent.locator("#consumer-name")).hasText("Unknown visitor");
        assertThat(agent.locator(".messages")).containsText(BILL);
        assertThat(agent.locator(".refusal")).hasCount(0);
        stage.accessible(agent);
        DemoStage.screenshot(agent, "bot-agent");
    }

    @Test
    @DisplayName("looks up nothing for a consumer who doesn't consent (L40)")
    void noConsent() {
        String consumer = stage.realm.user("somebody", Map.of());
        Page page = unknownVisitor();
        FrameLocator window = page.frameLocator("#lp-window");
        Page signIn = context.waitForPage(window.locator(".messages a.button")::click);
        signIn.locator("#username").fill("somebody");
        signIn.locator("#password").fill(TestRealm.PASSWORD);
        signIn.locator("#kc-login").click();
        signIn.locator("#kc-cancel").click();

        assertThat(signIn.locator("main")).containsText("no permission");
        assertThat(window.locator(".messages li").last()).containsText("All right");
        assertThat(stage.realm.admin().users().get(consumer).getConsents()).isEmpty();
    }

    @Test
    @DisplayName("uses the access token of the sign-in for a signed-in consumer (L39)")
    void signedIn() {
        Page page = stage.signedIn(context);
        page.navigate(stage.brand + "/connector/liveperson-code-delegation");
        page.locator("#lp-open").click();
        FrameLocator window = page.frameLocator("#lp-window");
        assertThat(window.locator(".messages li")).containsText("Ask me for your latest bill");
        window.locator("#text").fill("What is on my latest bill?");
        window.locator("#text").press("Enter");

        assertThat(window.locator(".messages li").last()).containsText(BILL);
        assertThat(window.locator(".note"))
                .hasText("Signed in as Jané 🌻 Doe-Öztürk. An agent will be with you in a moment.");
        DemoStage.screenshot(page, "bot-signed-in");
        Page agent = context.newPage();
        agent.navigate(stage.cloud + "/agent");
        assertThat(agent.locator("#consumer-name")).hasText("Jané 🌻 Doe-Öztürk");
        assertThat(agent.locator(".findings .clause.bad")).hasCount(0);
    }

    @Test
    @DisplayName("is refused by the brand's API with an id_token or a refresh token (L39)")
    void otherTokens() {
        stage.realm.user("reader", Map.of());
        var client =
                stage.realm.admin().clients().findByClientId("liveperson-code-delegation").get(0);
        RelyingParty livePerson =
                new RelyingParty(
                        stage.realm,
                        new TestClient(client.getId(), client.getClientId(), client.getSecret()));
        String code = livePerson.signIn("reader", DEFAULT_REDIRECT).get("code");
        var tokens = livePerson.redeem(code, DEFAULT_REDIRECT);

        assertThat(bill(tokens.text("access_token"))).isEqualTo(200);
        assertThat(bill(tokens.idToken())).isEqualTo(401);
        assertThat(bill(tokens.text("refresh_token"))).isEqualTo(401);
    }

    @Test
    @DisplayName("leaves the conversation to an unknown visitor who signs in (L37, L38)")
    void stepUp() {
        Page page = unknownVisitor();
        FrameLocator window = page.frameLocator("#lp-window");
        window.locator("#text").fill("Is anybody there?");
        window.locator("#text").press("Enter");
        assertThat(window.locator(".messages")).containsText("Is anybody there?");
        Page agent = context.newPage();
        agent.navigate(stage.cloud + "/agent");
        assertThat(agent.locator("#consumer-name")).hasText("Unknown visitor");

        Page beside = context.waitForPage(() -> page.locator("#sign-in-beside").click());
        DemoStage.typeIn(beside);
        beside.waitForURL(stage.brand + "/account");

        assertThat(window.locator(".note")).containsText("Signed in as Jané 🌻 Doe-Öztürk.");
        assertThat(window.locator(".messages")).containsText("Is anybody there?");
        assertThat(page).hasURL(stage.brand + "/");
        assertThat(agent.locator("#consumer-name")).hasText("Jané 🌻 Doe-Öztürk");
        assertThat(agent.locator(".facts")).containsText("FH-204771");
    }

    private Page unknownVisitor() {
        Page page = context.newPage();
        page.navigate(stage.brand + "/");
        page.locator("#lp-open").click();
        page.locator("#lp-unknown").click();
        assertThat(page.frameLocator("#lp-window").locator(".messages li"))
                .containsText("I can look up your latest bill");
        return page;
    }

    private int bill(String token) {
        return new ConsumerBrowser()
                .send(
                        HttpRequest.newBuilder(stage.brand.resolve("/api/bill"))
                                .header("Authorization", "Bearer " + token))
                .status();
    }
}
