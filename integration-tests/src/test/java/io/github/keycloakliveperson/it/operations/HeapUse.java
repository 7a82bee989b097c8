package io.github.keycloakliveperson.it.operations;

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
    static HeapUse afterCollection(Cluster cluster) {
        return new HeapUse(used(cluster, 0) + used(cluster, 1));
    }

    private static long used(Cluster cluster, int node) {
        cluster.server(node).jcmd("GC.run");
        Matcher used = USED.matcher(cluster.server(node).jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd doesn't tell the heap of node " + node);
        }
        return Long.parseLong(used.group(1));
    }

    @Override
    public String toString() {
        return kilobytes / 1024 + " MB in use on both nodes";
    }
}
