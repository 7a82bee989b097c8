package io.github.keycloakliveperson.it.harness.browser;

import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** WebKitGTK's MiniBrowser, spoken to in WebDriver, on a screen that nobody sees. */
final class WebKitEngine implements ConsumerEngine {

    static final Path EXECUTABLE =
            Path.of(System.getProperty("webkitdriver.path", "/usr/bin/WebKitWebDriver"));
    static final Path SCREEN = Path.of("/usr/bin/Xvfb");

    /** Intelligent Tracking Prevention: on in Safari and GNOME Web, a switch of MiniBrowser's. */
    private static final Map<String, ?> CAPABILITIES =
            Map.of(
                    "alwaysMatch",
                    Map.of(
                            "webkitgtk:browserOptions",
                            Map.of(
                                    "binary",
                                    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                                    "args",
                                    List.of("--automation", "--enable-itp"))));

    private final VirtualScreen screen;
    private final ListeningProcess process;
    private WebDriverSession session;

    private WebKitEngine(VirtualScreen screen, ListeningProcess process) {
        this.screen = screen;
        this.process = process;
    }

    /** There is one setting: what Safari calls default is all that it has for third parties. */
    static WebKitEngine start(Privacy privacy) {
        VirtualScreen screen = VirtualScreen.start(SCREEN);
        int port = LoopbackPort.free();
        Path home = ListeningProcess.newHome("webkit");
        return new WebKitEngine(
                screen,
                ListeningProcess.start(
                        home,
                        port,
                        List.of(
                                "env",
                                "HOME=" + home,
                                "DISPLAY=" + screen.display(),
                                // as root its sandbox can't be made
                                "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1",
                                EXECUTABLE.toString(),
                                "--port=" + port)));
    }

    @Override
    public ConsumerWindow open() {
        if (session == null) {
            session = WebDriverSession.start(process.address(), CAPABILITIES);
            return new WebDriverWindow(session, session.firstWindow());
        }
        return new WebDriverWindow(session, session.newWindow());
    }

    /** A new session is a new MiniBrowser without a memory. */
    @Override
    public void clear() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public List<String> complaints() {
        return List.of();
    }

    @Override
    public void close() {
        clear();
        process.close();
        screen.close();
    }
}
