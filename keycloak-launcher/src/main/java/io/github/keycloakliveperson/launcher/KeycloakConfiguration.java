package io.github.keycloakliveperson.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a Keycloak server is to be started with. Every {@code with…} method returns a changed copy.
 *
 * @param version the Keycloak version
 * @param providers JARs for {@code providers}; a later one of the same file name wins
 * @param realms realm files to import at the first start
 * @param options further arguments of the start command, {@code --features=…}
 * @param environment environment variables beside those of this process
 * @param command the start command with its own arguments
 * @param buildOptions what {@code kc.sh build} is run with before the start; {@code null} when the
 *     start command does that by itself
 * @param port the loopback port; 0 for any free one
 * @param home where the server lives; {@code null} for a temporary directory that goes with it
 * @param startLimit how long the server may take until it answers
 */
public record KeycloakConfiguration(
        String version,
        List<Path> providers,
        List<Path> realms,
        List<String> options,
        Map<String, String> environment,
        List<String> command,
        List<String> buildOptions,
        int port,
        Path home,
        Duration startLimit) {

    /** Copies the collections, so that the value stays as it is. */
    public KeycloakConfiguration {
        providers = List.copyOf(providers);
        realms = List.copyOf(realms);
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
        command = List.copyOf(command);
        buildOptions = buildOptions == null ? null : List.copyOf(buildOptions);
    }

    /**
     * The pinned version in development mode, with nothing added, on any free port, in 120 seconds.
     */
    public static KeycloakConfiguration standard() {
        return new KeycloakConfiguration(
                BuildSettings.load().keycloakVersion(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of("start-dev"),
                null,
                0,
                null,
                Duration.ofSeconds(120));
    }

    /** Runs another Keycloak version. */
    public KeycloakConfiguration withVersion(String other) {
        return with(draft -> draft.version = other);
    }

    /**
     * Adds a provider JAR.
     *
     * @throws LaunchException when there is no such file
     */
    public KeycloakConfiguration withProvider(Path jar) {
        requireFile(jar, "The provider JAR", "Build it first: mvn package");
        return with(draft -> draft.providers.add(jar));
    }

    /**
     * Adds a realm file, and imports it with {@code --import-realm}.
     *
     * @throws LaunchException when there is no such file
     */
    public KeycloakConfiguration withRealm(Path file) {
        requireFile(file, "The realm file", "Check the path.");
        return with(
                draft -> {
                    draft.realms.add(file);
                    if (!draft.options.contains("--import-realm")) {
                        draft.options.add("--import-realm");
                    }
                });
    }

    /** Adds an argument to the start command. */
    public KeycloakConfiguration withOption(String option) {
        return with(draft -> draft.options.add(option));
    }

    /** Sets an environment variable. */
    public KeycloakConfiguration withEnvironment(String name, String value) {
        return with(draft -> draft.environment.put(name, value));
    }

    /** Starts with another command than {@code start-dev}, {@code start --optimized} for one. */
    public KeycloakConfiguration withCommand(String... words) {
        return with(draft -> draft.command = List.of(words));
    }

    /**
     * Runs {@code kc.sh build} first and starts what that made, in production mode: {@code start
     * --optimized}.
     *
     * @param words the options of the build, {@code --db=postgres} for one
     */
    public KeycloakConfiguration optimized(String... words) {
        return with(
                draft -> {
                    draft.command = List.of("start", "--optimized");
                    draft.buildOptions = List.of(words);
                });
    }

    /** Listens on a port of one's choice. */
    public KeycloakConfiguration withPort(int number) {
        return with(draft -> draft.port = number);
    }

    /** Keeps the server's files in a directory that stays, with the data of earlier runs in it. */
    public KeycloakConfiguration withHome(Path directory) {
        return with(draft -> draft.home = directory);
    }

    /** Waits longer, or not as long, for the first answer. */
    public KeycloakConfiguration withStartLimit(Duration limit) {
        return with(draft -> draft.startLimit = limit);
    }

    private KeycloakConfiguration with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.configuration();
    }

    /** A copy while it is being changed. */
    private static final class Draft {

        private String version;
        private final List<Path> providers;
        private final List<Path> realms;
        private final List<String> options;
        private final Map<String, String> environment;
        private List<String> command;
        private List<String> buildOptions;
        private int port;
        private Path home;
        private Duration startLimit;

        Draft(KeycloakConfiguration from) {
            version = from.version;
            providers = new ArrayList<>(from.providers);
            realms = new ArrayList<>(from.realms);
            options = new ArrayList<>(from.options);
            environment = new LinkedHashMap<>(from.environment);
            command = from.command;
            buildOptions = from.buildOptions;
            port = from.port;
            home = from.home;
            startLimit = from.startLimit;
        }

        KeycloakConfiguration configuration() {
            return new KeycloakConfiguration(
                    version,
                    providers,
                    realms,
                    options,
                    environment,
                    command,
                    buildOptions,
                    port,
                    home,
                    startLimit);
        }
    }

    private static void requireFile(Path file, String what, String fix) {
        if (!Files.isRegularFile(file)) {
            throw new LaunchException(
                    what + " " + file.toAbsolutePath().normalize() + " isn't there. " + fix);
        }
    }
}
