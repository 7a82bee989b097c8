package io.github.keycloakliveperson.it.operations;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How many entries of windows that wait a node's memory holds, as Keycloak's metrics count them.
 */
final class WaitingWindows {

    /**
     * Keycloak keeps what may be used once in this cache; entries that expired count until freed.
     */
    private static final Pattern ENTRIES =
            Pattern.compile(
                    "(?m)^vendor_statistics_approximate_entries\\{cache=\"actionTokens\".*} ([0-9.E]+)$");

    private WaitingWindows() {}

    static List<Long> atEachNode(Cluster cluster) {
        return IntStream.range(0, 2).mapToObj(node -> entries(cluster, node)).toList();
    }

    private static long entries(Cluster cluster, int node) {
        String metrics = new ConsumerBrowser().get(cluster.metrics(node)).body();
        Matcher entries = ENTRIES.matcher(metrics);
        if (!entries.find()) {
            throw new IllegalStateException("Node " + node + " doesn't count its cache's entries");
        }
        return (long) Double.parseDouble(entries.group(1));
    }
}
