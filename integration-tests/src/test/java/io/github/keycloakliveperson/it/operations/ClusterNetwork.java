package io.github.keycloakliveperson.it.operations;

import io.github.keycloakliveperson.launcher.KeycloakConfiguration;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.time.Duration;

/** How nodes speak to each other: on the loopback address alone. */
final class ClusterNetwork {

    private static final Runtime.Version HAS_THE_OPTION = Runtime.Version.parse("26.4");

    private ClusterNetwork() {}

    /**
     * A node with that network; before 26.4 its address is a system property.
     *
     * @param jvmArguments further arguments of the node's JVM
     */
    static KeycloakConfiguration of(KeycloakConfiguration node, String jvmArguments) {
        if (Runtime.Version.parse(node.version()).compareTo(HAS_THE_OPTION) < 0) {
            return node.withEnvironment(
                    "JAVA_OPTS_APPEND",
                    jvmArguments + " -Djgroups.bind.address=" + LoopbackPort.ADDRESS);
        }
        return node.withEnvironment("JAVA_OPTS_APPEND", jvmArguments)
                .withOption("--cache-embedded-network-bind-address=" + LoopbackPort.ADDRESS);
    }

    /** Waits until a node that joined shares its caches with the other one. */
    static void awaitBoth(KeycloakServer joined, Duration limit) {
        // see the log of a node that joins: its view of two members comes before it answers
        long deadline = System.nanoTime() + limit.toNanos();
        while (!joined.log().text().contains("(2) [")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The nodes don't find each other: " + joined.log().lastLines(20));
            }
            Thread.onSpinWait();
        }
    }
}
