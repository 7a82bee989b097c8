package io.github.keycloakliveperson.it.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The demo's story in a real Chromium: a real Keycloak with the packaged JAR and the realm
 * template, the demo's own servers. Screenshots go to {@code target/screenshots}.
 */
@RealKeycloak
@RealChromium
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@DisplayName("The demo's story")
class DemoStoryBrowserIT {
    @AutoClose private DemoStage stage;
    private BrowserContext context;

    @BeforeAll
    void start(KeycloakUnderTest keycloak, Browser browser) {
        stage = new DemoStage(keycloak, browser);
    }

    @BeforeEach
    void open() {
        context = stage.context(1400, 1050, ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    @Order(1) // so that its pictures show one conversation
    @DisplayName(
            "after the sign-in at the brand, the chat knows the consumer, and the "
                    + "agent sees the proof")
    void story() {
        Page page = context.newPage();
        page.navigate(stage.brand + "/");
        stage.accessible(page);
        DemoStage.screenshot(page, "brand-home");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in to Fernhill"))
                .click();
        DemoStage.typeIn(page);
        page.waitForURL(stage.brand + "/account");
        assertThat(page.locator("h1")).hasText("Hello, Jané 🌻 Doe-Öztürk");
        stage.accessible(page);
        DemoStage.screenshot(page, "brand-account");

        Page agent = context.newPage();
        agent.navigate(stage.cloud + "/agent");
        Page window = context.waitForPage(() -> page.locator("#chat-external").click());
        assertThat(window.locator("#accepted")).isVisible(DemoStage.visible());
        assertThat(window.locator("#consumer")).hasText("Jané 🌻 Doe-Öztürk");
        assertThat(window.locator("#state-verdict")).containsText("came back as they were sent");
        assertThat(window.url()).isEqualTo(stage.cloud + "/le_unified_window/index.html");
        stage.accessible(window);

        window.locator("#text").fill("My bill looks odd 🤔");
        window.locator("#text").press("Enter");
        assertThat(agent.locator("#consumer-name")).hasText("Jané 🌻 Doe-Öztürk");
        assertThat(agent.locator(".messages li")).containsText("My bill looks odd 🤔");
        agent.locator("#reply").fill("Hello Jané, I have it in front of me.");
        agent.locator("#reply").press("Enter");
        assertThat(window.locator(".messages li").last()).containsText("I have it in front of me");
        DemoStage.screenshot(window, "external-window");

        assertThat(agent.locator(".facts")).containsText("FH-204771");
        assertThat(agent.locator(".facts")).containsText("-42.9");
        assertThat(agent.locator(".facts")).containsText("2019-04-15");
        assertThat(agent.locator(".facts")).containsText("(born 1988-02-29)");
        assertThat(agent.getByRole(AriaRole.HEADING).filter(heading("Contact 2"))).isVisible();
        stage.accessible(agent);
        DemoStage.screenshot(agent, "agent-workspace");

        agent.getByLabel("Wrong key").click();
        assertThat(agent.locator(".refusal-number")).containsText("9007");
        stage.accessible(agent);
        DemoStage.screenshot(agent, "agent-refusal");
    }

    @Test
    @DisplayName("the story works with only the keyboard")
    void keyboard() {
        Page page = context.newPage();
        page.navigate(stage.brand + "/");
        tabTo(page, "a[href$='/sign-in']");
        page.keyboard().press("Enter");
        page.waitForSelector("#username:focus");
        page.keyboard().type(DemoStage.CONSUMER);
        page.keyboard().press("Tab");
        page.keyboard().type(DemoStage.CONSUMER);
        page.keyboard().press("Enter");
        page.waitForURL(stage.brand + "/account");
        tabTo(page, "#chat-external");
        Page window = context.waitForPage(() -> page.keyboard().press("Enter"));
        assertThat(window.locator("#accepted")).isVisible(DemoStage.visible());

        Page agent = context.newPage();
        agent.navigate(stage.cloud + window.locator("#agent-link").getAttribute("href"));
        tabTo(agent, "form.break input:checked");
        agent.keyboard().press("ArrowRight");
        assertThat(agent.locator(".refusal-number")).containsText("9007");
        assertThat(agent.getByLabel("Wrong key")).isFocused();
        agent.keyboard().press("ArrowRight");
        assertThat(agent.locator(".refusal-number")).containsText("1012");
    }

    private static void tabTo(Page page, String selector) {
        Locator wanted = page.locator(selector).first();
        for (int presses = 0; presses < 40; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(wanted.evaluate("e => e === document.activeElement"))) {
                return;
            }
        }
        throw new AssertionError("The Tab key doesn't reach " + selector + " on " + page.url());
    }

    private static Locator.FilterOptions heading(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @ParameterizedTest
    @CsvSource({
        "liveperson-code,rfc",
        "liveperson-code,openid",
        "liveperson-code-pkce,rfc",
        "liveperson-implicit,rfc",
        "liveperson-implicit,openid",
        "liveperson-code-encrypted,rfc",
        "liveperson-code-encrypted,openid"
    })
    @DisplayName("the external window signs in and gets its state back unchanged (L22 to L30)")
    void externalWindow(String connector, String dialect) {
        Page window = stage.window(context, connector, dialect);

        assertThat(window.locator("#consumer")).hasText("Jané 🌻 Doe-Öztürk");
        assertThat(window.locator("#state-verdict")).containsText("came back as they were sent");

        Page agent = context.newPage();
        agent.navigate(stage.cloud + window.locator("#agent-link").getAttribute("href"));
        assertThat(agent.locator(".facts")).containsText("FH-204771");
        assertThat(agent.locator(".findings .clause.bad")).hasCount(0);
        var encrypted = connector.endsWith("encrypted");
        assertThat(agent.locator(".facts .badge").filter(heading(encrypted ? "encrypted" : "not")))
                .isVisible();
        assertThat(agent.locator(".facts").filter(heading("lpsso2026")))
                .hasCount(encrypted ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "Wrong key,9007",
        "Expired token,1012",
        "Object instead of array,1026",
        "Missing kid,1042",
        "Unencrypted,1004"
    })
    @DisplayName("the switch breaks one thing, and LivePerson says why it refuses the token")
    void faults(String fault, String number) {
        Page window = stage.window(context, "liveperson-code-encrypted", "rfc");
        Page agent = context.newPage();
        agent.navigate(stage.cloud + window.locator("#agent-link").getAttribute("href"));

        agent.getByLabel(fault).click();

        assertThat(agent.locator(".refusal-number")).containsText(number);
        assertThat(agent.locator(".facts")).containsText("No verified fields");
        assertThat(agent.getByLabel(fault)).isChecked();
    }

    @Test
    @DisplayName("after the sign-out at the brand, the chat asks for a sign-in")
    void signedOut() {
        Page page = stage.signedIn(context);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
        page.waitForURL(stage.brand + "/signed-out");
        stage.accessible(page);
        Page window = context.newPage();
        window.navigate(stage.cloud + "/le_unified_window/index.html?connector=liveperson-code");

        assertThat(window.locator("#username")).isVisible(DemoStage.visible());
    }
}
