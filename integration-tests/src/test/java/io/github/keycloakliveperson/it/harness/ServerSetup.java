package io.github.keycloakliveperson.it.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/** What a shared server is started with; equal setups share one. */
public record ServerSetup(
        String version,
        List<Path> providers,
        List<Path> realms,
        List<String> options,
        Map<String, String> environment) {

    /** Our package logs everything it can, so that a test of the log sees the worst case. */
    private static final String LOG_LEVEL = "--log-level=info,io.github.keycloakliveperson:trace";

    /** On the same port as everything else, so that tests side by side don't want the same one. */
    private static final List<String> METRICS =
            List.of("--metrics-enabled=true", "--legacy-observability-interface=true");

    /** A server of a few minutes starts faster without the optimizing compiler. */
    private static final String JVM_ARGUMENTS = "-XX:TieredStopAtLevel=1";

    static ServerSetup of(RealKeycloak wish) {
        List<Path> providers = new ArrayList<>();
        if (wish.withExtension()) {
            providers.add(extensionJar());
        }
        for (String jar : wish.providers()) {
            providers.add(projectDirectory().resolve(jar));
        }
        List<String> options = new ArrayList<>();
        options.add(LOG_LEVEL);
        options.addAll(METRICS);
        options.addAll(List.of(wish.options()));
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("JAVA_OPTS_APPEND", JVM_ARGUMENTS);
        for (String variable : wish.environment()) {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        List<Path> realms =
                List.of(wish.realms()).stream().map(projectDirectory()::resolve).toList();
        return new ServerSetup(
                System.getProperty("keycloak.version"), providers, realms, options, environment);
    }

    /** The packaged JAR, the same file that an admin installs. */
    public static Path extensionJar() {
        return Path.of(System.getProperty("providers.jar")).normalize();
    }

    /** The version in the packaged JAR's manifest. */
    public static String extensionVersion() throws IOException {
        try (JarFile jar = new JarFile(extensionJar().toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
        }
    }

    /** The top of the project. */
    public static Path projectDirectory() {
        return Path.of(System.getProperty("project.directory")).normalize();
    }
}
