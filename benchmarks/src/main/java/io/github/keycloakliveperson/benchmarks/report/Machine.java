package io.github.keycloakliveperson.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that measures, in a line: absolute times mean nothing without it. */
final class Machine {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String describe(String keycloakVersion) {
        return "Machine: "
                + processor()
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " virtual cores; "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + "; Java "
                + Runtime.version().toString().split("\\+")[0]
                + "; Keycloak "
                + keycloakVersion
                + ".";
    }

    private static String processor() {
        try (var lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
