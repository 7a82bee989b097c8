package io.github.keycloakliveperson.it.harness.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/**
 * A tab of Chromium.
 *
 * @param page Playwright's own, for what only Chromium is asked
 */
public record ChromiumWindow(Page page) implements ConsumerWindow {

    /** Makes a patient one of a page. */
    public static ChromiumWindow of(Page page) {
        page.setDefaultTimeout((double) PATIENCE.toMillis());
        page.setDefaultNavigationTimeout((double) PATIENCE.toMillis());
        return new ChromiumWindow(page);
    }

    @Override
    public void navigate(String address) {
        page.navigate(address);
    }

    @Override
    public String url() {
        // Playwright's own word for it is as old as its last call
        return (String) evaluate("location.href");
    }

    @Override
    public Object evaluate(String expression) {
        try {
            return page.evaluate("async () => (" + expression + ")");
        } catch (PlaywrightException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void fill(String selector, String text) {
        page.locator(selector).fill(text);
    }

    @Override
    public void click(String selector) {
        page.locator(selector).click();
    }

    @Override
    public void close() {
        page.close();
    }
}
