package io.github.keycloakliveperson.it.harness.browser;

import io.github.keycloakliveperson.it.harness.ChromiumProcess;
import io.github.keycloakliveperson.it.harness.ListeningProcess;
import io.github.keycloakliveperson.it.harness.SharedInJvm;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The engines that consumers' browsers are made of, as Debian packages them. */
public enum Engine {
    CHROMIUM("Chromium", "chromium", ChromiumEngine::start, ChromiumProcess.EXECUTABLE),
    FIREFOX("Firefox", "firefox-esr", FirefoxEngine::start, FirefoxEngine.EXECUTABLE),
    WEBKIT(
            "WebKit",
            "webkit2gtk-driver and xvfb",
            WebKitEngine::start,
            WebKitEngine.EXECUTABLE,
            WebKitEngine.SCREEN);

    private final String title;
    private final String packages;
    private final Function<Privacy, ConsumerEngine> starter;
    private final List<Path> programs;

    Engine(
            String title,
            String packages,
            Function<Privacy, ConsumerEngine> starter,
            Path... programs) {
        this.title = title;
        this.packages = packages;
        this.starter = starter;
        this.programs = List.of(programs);
    }

    /**
     * Skips the test where its programs aren't installed; in continuous integration they have to
     * be.
     */
    public void require() {
        ListeningProcess.require(title, packages, programs.get(0), programs.toArray(Path[]::new));
    }

    /** The settings that differ: WebKit has no stricter one for other sites' cookies. */
    public Set<Privacy> privacies() {
        return this == WEBKIT ? EnumSet.of(Privacy.DEFAULT) : EnumSet.allOf(Privacy.class);
    }

    /** Starts one of this setting. */
    public ConsumerEngine start(Privacy privacy) {
        return starter.apply(privacy);
    }

    /** The one that all tests of this JVM share, as it comes; signed out, without tabs. */
    public ConsumerEngine shared() {
        ConsumerEngine engine =
                SharedInJvm.get(this, missing -> start(Privacy.DEFAULT), ConsumerEngine.class);
        engine.clear();
        return engine;
    }

    @Override
    public String toString() {
        return title;
    }
}
