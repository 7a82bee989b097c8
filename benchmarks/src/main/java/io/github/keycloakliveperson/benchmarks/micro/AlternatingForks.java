package io.github.keycloakliveperson.benchmarks.micro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the methods of a JMH benchmark turn by turn, each time in a fresh JVM: JMH itself would run
 * all forks of one method before those of the next, while the machine's speed changes.
 *
 * @param benchmark the class with the benchmark's methods
 * @param forks how many JVMs each method gets
 */
public record AlternatingForks(Class<?> benchmark, int forks) {

    private static final TimeValue SECOND = TimeValue.seconds(1);
    private static final int WARM_UP = 3;
    private static final int MEASURED = 3;

    /** All results of each method, in the order of the forks. */
    public Map<String, List<RunResult>> run(String... methods) {
        Map<String, List<RunResult>> results = new LinkedHashMap<>();
        for (int fork = 0; fork < forks; fork++) {
            for (var method : methods) {
                results.computeIfAbsent(method, m -> new ArrayList<>()).add(fork(method));
            }
        }
        return results;
    }

    /** One number of each result. */
    public static double[] numbers(List<RunResult> results, ToDoubleFunction<RunResult> number) {
        return results.stream().mapToDouble(number).toArray();
    }

    /** The average time of a call, in the benchmark's unit. */
    public static double time(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    /** The bytes that a call allocates. */
    public static double allocated(RunResult result) {
        return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    }

    private RunResult fork(String method) {
        var options =
                new OptionsBuilder()
                        .include("^" + benchmark.getName() + "\\." + method + "$")
                        .forks(1)
                        .warmupIterations(WARM_UP)
                        .warmupTime(SECOND)
                        .measurementIterations(MEASURED)
                        .measurementTime(SECOND)
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        try {
            return new Runner(options).runSingle();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
