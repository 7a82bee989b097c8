package io.github.keycloakliveperson.benchmarks;

import io.github.keycloakliveperson.benchmarks.part.CpuPart;
import io.github.keycloakliveperson.benchmarks.part.HeapPart;
import io.github.keycloakliveperson.benchmarks.part.InstalledPart;
import io.github.keycloakliveperson.benchmarks.part.JwePart;
import io.github.keycloakliveperson.benchmarks.part.Part;
import io.github.keycloakliveperson.benchmarks.part.SdePart;
import io.github.keycloakliveperson.benchmarks.part.SizePart;
import io.github.keycloakliveperson.benchmarks.part.StartPart;
import io.github.keycloakliveperson.benchmarks.part.TokenPart;
import io.github.keycloakliveperson.benchmarks.part.WindowPart;
import io.github.keycloakliveperson.benchmarks.report.Figure;
import io.github.keycloakliveperson.benchmarks.report.PerformancePage;
import io.github.keycloakliveperson.benchmarks.statistics.Estimate;
import io.github.keycloakliveperson.launcher.KeycloakConfiguration;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Measures the figures of {@code docs/performance.md}, prints them, and writes them there. */
public final class Benchmarks {

    private static final Map<String, Supplier<Part>> PARTS = parts();

    private Benchmarks() {}

    /**
     * Runs parts.
     *
     * @param args the names of the parts, separated by commas, or {@code all}; the page to write to
     */
    public static void main(String[] args) {
        var names = args[0].equals("all") ? PARTS.keySet() : Arrays.asList(args[0].split(","));
        for (var name : names) {
            if (!PARTS.containsKey(name)) {
                throw new IllegalArgumentException(
                        "There is no part " + name + ". The parts are " + PARTS.keySet() + ".");
            }
        }
        var page = new PerformancePage(Path.of(args[1]).normalize());
        var version = KeycloakConfiguration.standard().version();
        for (var name : names) {
            say("Measuring " + name + " …");
            long start = System.nanoTime();
            var measured = PARTS.get(name).get().measure();
            measured.forEach((figure, estimate) -> say(line(figure, estimate)));
            say("  (" + (System.nanoTime() - start) / 1_000_000_000 + " s)");
            page.write(measured, version);
        }
        say("Written to " + page.file());
    }

    private static Map<String, Supplier<Part>> parts() {
        Map<String, Supplier<Part>> parts = new LinkedHashMap<>();
        parts.put("jwe", JwePart::new);
        parts.put("sde", SdePart::new);
        parts.put("token", TokenPart::new);
        parts.put("window", WindowPart::new);
        parts.put("installed", InstalledPart::new);
        parts.put("start", StartPart::new);
        parts.put("size", SizePart::new);
        parts.put("heap", HeapPart::new);
        parts.put("cpu", CpuPart::new);
        return parts;
    }

    private static String line(Figure figure, Estimate estimate) {
        return "  "
                + figure.unit().write(estimate.median())
                + " ("
                + figure.unit().write(estimate.low())
                + " – "
                + figure.unit().write(estimate.high())
                + ") "
                + figure.text()
                + " / "
                + figure.against();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
