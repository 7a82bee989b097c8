package io.github.keycloakliveperson.it.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, driven by Playwright. */
public record ChromiumProcess(Playwright playwright, Browser browser) implements AutoCloseable {

    static final String MISSING =
            "There is no Chromium at /usr/bin/chromium: install it, or name another with"
                    + " -Dchromium.path=…";

    /** Where it is. */
    public static final Path EXECUTABLE =
            Path.of(System.getProperty("chromium.path", "/usr/bin/chromium"));

    /** Nothing but what the test does may reach for the network; as root there is no sandbox. */
    public static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    static boolean isInstalled() {
        return Files.isExecutable(EXECUTABLE);
    }

    /** The one of this JVM, started where it doesn't run yet. */
    public static Browser shared() {
        return SharedInJvm.get(ChromiumProcess.class, type -> start(), ChromiumProcess.class)
                .browser();
    }

    private static ChromiumProcess start() {
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(EXECUTABLE)
                                        .setArgs(ARGUMENTS)
                                        .setHeadless(true));
        return new ChromiumProcess(playwright, browser);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
