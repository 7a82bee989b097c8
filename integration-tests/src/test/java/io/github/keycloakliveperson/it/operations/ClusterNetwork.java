package io.github.keycloakliveperson.it.operations;

import io.github.keycloakliveperson.demo.launcher.KeycloakConfiguration;
import io.github.keycloakliveperson.demo.launcher.LoopbackPort;

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
}
