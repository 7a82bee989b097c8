package io.github.keycloakliveperson.it.operations;

/**
 * What is really in use on both nodes' heaps.
 *
 * @param kilobytes after a full collection, both together
 */
record HeapUse(long kilobytes) {

    /** Has both nodes collect their garbage, and looks. */
    static HeapUse afterCollection(Cluster cluster) {
        return new HeapUse((cluster.server(0).liveBytes() + cluster.server(1).liveBytes()) / 1_024);
    }

    @Override
    public String toString() {
        return kilobytes / 1_024 + " MB in use on both nodes";
    }
}
