package io.github.keycloakliveperson.demo.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        return new KeycloakConfiguration(
                other,
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

    /**
     * Adds a provider JAR.
     *
     * @throws LaunchException when there is no such file
     */
    public KeycloakConfiguration withProvider(Path jar) {
        requireFile(jar, "The provider JAR", "Build it first: mvn package");
        return new KeycloakConfiguration(
                version,
                plus(providers, jar),
                realms,
                options,
                environment,
                command,
                buildOptions,
                port,
                home,
                startLimit);
    }

    /**
     * Adds a realm file, and imports it with {@code --import-realm}.
     *
     * @throws LaunchException when there is no such file
     */
    public KeycloakConfiguration withRealm(Path file) {
        requireFile(file, "The realm file", "Check the path.");
        List<String> more =
                options.contains("--import-realm") ? options : plus(options, "--import-realm");
        return new KeycloakConfiguration(
                version,
                providers,
                plus(realms, file),
                more,
                environment,
                command,
                buildOptions,
                port,
                home,
                startLimit);
    }

    /** Adds an argument to the start command. */
    public KeycloakConfiguration withOption(String option) {
        return new KeycloakConfiguration(
                version,
                providers,
                realms,
                plus(options, option),
                environment,
                command,
                buildOptions,
                port,
                home,
                startLimit);
    }

    /** Sets an environment variable. */
    public KeycloakConfiguration withEnvironment(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new KeycloakConfiguration(
                version,
                providers,
                realms,
                options,
                more,
                command,
                buildOptions,
                port,
                home,
                startLimit);
    }

    /** Starts with another command than {@code start-dev}, {@code start --optimized} for one. */
    public KeycloakConfiguration withCommand(String... words) {
        return new KeycloakConfiguration(
                version,
                providers,
                realms,
                options,
                environment,
                List.of(words),
                buildOptions,
                port,
                home,
                startLimit);
    }

    /**
     * Runs {@code kc.sh build} first and starts what that made, in production mode: {@code start
     * --optimized}.
     *
     * @param words the options of the build, {@code --db=postgres} for one
     */
    public KeycloakConfiguration optimized(String... words) {
        return new KeycloakConfiguration(
                version,
                providers,
                realms,
                options,
                environment,
                List.of("start", "--optimized"),
                List.of(words),
                port,
                home,
                startLimit);
    }

    /** Listens on a port of one's choice. */
    public KeycloakConfiguration withPort(int number) {
        return new KeycloakConfiguration(
                version,
                providers,
                realms,
                options,
                environment,
                command,
                buildOptions,
                number,
                home,
                startLimit);
    }

    /** Keeps the server's files in a directory that stays, with the data of earlier runs in it. */
    public KeycloakConfiguration withHome(Path directory) {
        return new KeycloakConfiguration(
                version,
                providers,
                realms,
                options,
                environment,
                command,
                buildOptions,
                port,
                directory,
                startLimit);
    }

    /** Waits longer, or not as long, for the first answer. */
    public KeycloakConfiguration withStartLimit(Duration limit) {
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
                limit);
    }

    private static void requireFile(Path file, String what, String mend) {
        if (!Files.isRegularFile(file)) {
            throw new LaunchException(
                    what + " " + file.toAbsolutePath().normalize() + " isn't there. " + mend);
        }
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> more = new ArrayList<>(list);
        more.add(element);
        return more;
    }
}
