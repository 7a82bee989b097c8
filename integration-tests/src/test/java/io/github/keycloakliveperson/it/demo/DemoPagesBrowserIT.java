package io.github.keycloakliveperson.it.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo's pages in a real Chromium, each looked at with axe-core. */
@RealKeycloak
@RealChromium
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("The demo's pages")
class DemoPagesBrowserIT {

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

    @ParameterizedTest
    @CsvSource({"LIGHT,1280", "DARK,1280", "LIGHT,320", "DARK,320"})
    @DisplayName("every page is accessible, light and dark, wide and narrow")
    void pages(ColorScheme scheme, int width) {
        try (BrowserContext own = stage.context(width, 900, scheme)) {
            Page page = stage.signedIn(own);
            Page window = stage.window(own, "liveperson-code-encrypted", "rfc");
            stage.accessible(window);
            DemoStage.screenshot(window, "window-" + scheme + "-" + width);
            var agent = window.locator("#agent-link").getAttribute("href");
            for (var address :
                    List.of(
                            stage.brand + "/",
                            stage.brand + "/account",
                            stage.brand + "/signed-out",
                            stage.brand + "/nothing",
                            stage.cloud + agent,
                            stage.cloud + agent + "?fault=object",
                            stage.cloud + "/connectors",
                            stage.cloud + "/key",
                            stage.cloud + "/nothing",
                            stage.cloud + "/le_unified_window/index.html",
                            stage.cloud + "/embedded/window")) {
                page.navigate(address);
                stage.accessible(page);
            }
            page.navigate(stage.cloud + agent);
            DemoStage.screenshot(page, "agent-" + scheme + "-" + width);
            page.navigate(stage.brand + "/");
            DemoStage.screenshot(page, "brand-" + scheme + "-" + width);
        }
    }

    @Test
    @DisplayName("the pages request nothing but the demo's own servers")
    void noOtherNetwork() {
        var own =
                List.of(
                        stage.brand.toString(),
                        stage.cloud.toString(),
                        stage.realm.keycloak().baseUri().toString());
        var others = new ConcurrentLinkedQueue<String>();
        context.onRequest(
                request -> {
                    if (own.stream().noneMatch(request.url()::startsWith)
                            && !request.url().startsWith("data:")) {
                        others.add(request.url());
                    }
                });

        stage.signedIn(context);
        stage.window(context, "liveperson-code", "rfc");

        assertThat(others).isEmpty();
    }
}
