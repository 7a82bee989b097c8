package io.github.keycloakliveperson.it.window;

import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.heap.HeapDump;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What a server keeps of sign-ins that were begun: authentication sessions, and what stands in its
 * single-use store.
 *
 * @param entries the stores' entries in the dump, by their keys
 */
record PendingSignIns(HeapDump heap, Map<String, Long> entries) {

    private static final String ENTRY = "org.infinispan.container.entries.MortalCacheEntry";
    private static final String SESSIONS = "org.keycloak.models.sessions.infinispan.";
    private static final String WRAPPER = SESSIONS + "changes.SessionEntityWrapper";
    private static final String SINGLE_USE = SESSIONS + "entities.SingleUseObjectValueEntity";
    private static final Set<String> SIGN_INS =
            Set.of(SINGLE_USE, SESSIONS + "entities.RootAuthenticationSessionEntity");

    /** A node of the store's hash table with its place in there, in bytes. */
    private static final int SLOT = 40;

    static PendingSignIns of(KeycloakProcess keycloak) {
        HeapDump heap = HeapDump.of(keycloak);
        Map<String, Long> entries = new HashMap<>();
        heap.instances(ENTRY)
                .filter(entry -> SIGN_INS.contains(kind(heap, entry)))
                .forEach(entry -> entries.put(heap.text(heap.get(entry, "key")), entry));
        return new PendingSignIns(heap, entries);
    }

    private static String kind(HeapDump heap, long entry) {
        long value = heap.get(entry, "value");
        String name = heap.className(value);
        return WRAPPER.equals(name) ? heap.className(heap.get(value, "entity")) : name;
    }

    /** Those that weren't there before. */
    PendingSignIns since(PendingSignIns before) {
        Map<String, Long> added = new HashMap<>(entries);
        added.keySet().removeAll(before.entries.keySet());
        return new PendingSignIns(heap, added);
    }

    /** Those in the single-use store. */
    PendingSignIns singleUse() {
        Map<String, Long> some = new HashMap<>(entries);
        some.values().removeIf(entry -> !SINGLE_USE.equals(kind(heap, entry)));
        return new PendingSignIns(heap, some);
    }

    /** All that they keep alive, with their keys. */
    long bytes() {
        return heap.bytes(addresses()) + (long) SLOT * entries.size();
    }

    /** How long the server means to keep each, in milliseconds. */
    LongStream lifespans() {
        return addresses().map(entry -> heap.number(entry, "lifespan"));
    }

    private LongStream addresses() {
        return entries.values().stream().mapToLong(Long::longValue);
    }
}
