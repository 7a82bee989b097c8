package io.github.keycloakliveperson.it.compatibility;

import java.util.Comparator;

/**
 * One run of integration tests against one server, as its reports tell.
 *
 * @param keycloak the server's version
 * @param java the feature release of the Java that server and tests ran on
 * @param tests which tests were asked for
 * @param run how many there were, the skipped ones included
 * @param failed how many failed, errors included
 * @param skipped how many were skipped
 */
record ServerRun(String keycloak, int java, TestSet tests, int run, int failed, int skipped) {

    /** By version, the oldest first, then by Java. */
    static final Comparator<ServerRun> IN_ORDER =
            Comparator.<ServerRun, Runtime.Version>comparing(r -> Runtime.Version.parse(r.keycloak))
                    .thenComparing(ServerRun::java)
                    .thenComparing(ServerRun::tests);

    /** Whether something was tested and nothing failed. */
    boolean passed() {
        return run > skipped && failed == 0;
    }
}
