package io.github.keycloakliveperson.it.harness.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Firefox, spoken to in WebDriver BiDi. */
final class FirefoxEngine implements ConsumerEngine {

    static final Path EXECUTABLE =
            Path.of(System.getProperty("firefox.path", "/usr/bin/firefox-esr"));

    /** Nothing but what the test does may reach for the network. Cookie settings stay Firefox's. */
    private static final String PREFERENCES =
            """
            user_pref("app.update.enabled", false);
            user_pref("app.normandy.enabled", false);
            user_pref("browser.aboutwelcome.enabled", false);
            user_pref("browser.safebrowsing.malware.enabled", false);
            user_pref("browser.safebrowsing.phishing.enabled", false);
            user_pref("browser.search.update", false);
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("devtools.jsonview.enabled", false);
            user_pref("dom.security.https_first", false);
            user_pref("extensions.update.enabled", false);
            user_pref("network.captive-portal-service.enabled", false);
            user_pref("network.connectivity-service.enabled", false);
            user_pref("services.settings.server", "data:,");
            user_pref("toolkit.telemetry.enabled", false);
            """;

    /** What a consumer chooses under "Enhanced Tracking Protection". */
    private static final Map<Privacy, String> TRACKING_PROTECTION =
            Map.of(Privacy.DEFAULT, "standard", Privacy.STRICT, "strict");

    private final ListeningProcess process;
    private final BidiConnection bidi;
    private String consumer;

    private FirefoxEngine(ListeningProcess process, BidiConnection bidi) {
        this.process = process;
        this.bidi = bidi;
        bidi.call("session.new", Map.of("capabilities", Map.of()));
    }

    static FirefoxEngine start(Privacy privacy) {
        int port = LoopbackPort.free();
        Path home = ListeningProcess.newHome("firefox");
        writePreferences(home, privacy);
        ListeningProcess process =
                ListeningProcess.start(
                        home,
                        port,
                        List.of(
                                "env",
                                "HOME=" + home,
                                EXECUTABLE.toString(),
                                "--headless",
                                "--no-remote",
                                "--profile",
                                home.toString(),
                                "--remote-debugging-port=" + port));
        return new FirefoxEngine(
                process,
                BidiConnection.to(URI.create("ws://127.0.0.1:%d/session".formatted(port))));
    }

    private static void writePreferences(Path home, Privacy privacy) {
        try {
            Files.writeString(
                    home.resolve("user.js"),
                    PREFERENCES
                            + "user_pref(\"browser.contentblocking.category\", \"%s\");\n"
                                    .formatted(TRACKING_PROTECTION.get(privacy)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ConsumerWindow open() {
        if (consumer == null) {
            consumer = bidi.call("browser.createUserContext", Map.of()).get("userContext").asText();
        }
        JsonNode tab =
                bidi.call("browsingContext.create", Map.of("type", "tab", "userContext", consumer));
        return new BidiWindow(bidi, tab.get("context").asText());
    }

    /** A container of Firefox's for each consumer: cookies and tabs go with it. */
    @Override
    public void clear() {
        if (consumer != null) {
            bidi.call("browser.removeUserContext", Map.of("userContext", consumer));
            consumer = null;
        }
    }

    @Override
    public List<String> complaints() {
        return List.of();
    }

    @Override
    public void close() {
        bidi.close();
        process.close();
    }
}
