package io.github.keycloakliveperson.it.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is really in use on both nodes' heaps.
 *
 * @param kilobytes after a full collection, both together
 */
record HeapUse(long kilobytes) {

    private static final Pattern USED = Pattern.compile("heap +total \\d+K, used (\\d+)K");

    /** Has both nodes collect their garbage, and looks. */
    static HeapUse afterCollection(Cluster cluster) throws Exception {
        return new HeapUse(used(cluster, 0) + used(cluster, 1));
    }

    private static long used(Cluster cluster, int node) throws Exception {
        long pid = cluster.server(node).javaProcess().pid();
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd doesn't tell the heap of process " + pid);
        }
        return Long.parseLong(used.group(1));
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                "" + pid,
                                command)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Override
    public String toString() {
        return kilobytes / 1024 + " MB in use on both nodes";
    }
}
