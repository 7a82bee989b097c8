package io.github.keycloakliveperson.it.harness.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import io.github.keycloakliveperson.it.harness.ChromiumProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Chromium with a profile whose settings say what becomes of third-party cookies. Playwright's
 * usual contexts are private windows, where Chromium blocks them.
 */
public enum CookieProfile {
    THIRD_PARTY_ALLOWED(
            "{\"profile\":{\"block_third_party_cookies\":false,\"cookie_controls_mode\":0}}"),
    THIRD_PARTY_BLOCKED(
            "{\"profile\":{\"block_third_party_cookies\":true,\"cookie_controls_mode\":1}}");

    private final String preferences;

    CookieProfile(String preferences) {
        this.preferences = preferences;
    }

    /** Starts it; its folder has to be empty. */
    public BrowserContext launch(Browser chromium, Path folder) {
        try {
            Files.createDirectories(folder.resolve("Default"));
            Files.writeString(folder.resolve("Default").resolve("Preferences"), preferences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chromium.browserType()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(ChromiumProcess.EXECUTABLE)
                                .setArgs(ChromiumProcess.ARGUMENTS));
    }
}
