package io.github.keycloakliveperson.it.operations;

import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** How the sign-ins of many consumers at once ended. */
final class Tally {

    private static final int EXAMPLES = 5;

    private final LongAdder done = new LongAdder();
    private final Map<Detour.Kind, LongAdder> detours = new EnumMap<>(Detour.Kind.class);
    private final Queue<Throwable> wrong = new ConcurrentLinkedQueue<>();
    private final Queue<String> examples = new ConcurrentLinkedQueue<>();

    Tally() {
        for (Detour.Kind kind : Detour.Kind.values()) {
            detours.put(kind, new LongAdder());
        }
    }

    /**
     * Counts the outcome of one sign-in.
     *
     * @return whether LivePerson took it
     */
    boolean count(Runnable signIn) {
        try {
            signIn.run();
            done.increment();
            return true;
        } catch (Detour detour) {
            count(detour.kind(), detour.getMessage());
        } catch (java.io.UncheckedIOException e) {
            count(Detour.Kind.GATEWAY, e.toString());
        } catch (RuntimeException | AssertionError e) {
            wrong.add(e);
        }
        return false;
    }

    private void count(Detour.Kind kind, String message) {
        detours.get(kind).increment();
        if (examples.size() < EXAMPLES) {
            examples.add(kind + ": " + message);
        }
    }

    /** Sign-ins that LivePerson took, of the right consumer, in the right window. */
    long done() {
        return done.sum();
    }

    long detours(Detour.Kind kind) {
        return detours.get(kind).sum();
    }

    /** Of every kind. */
    long detours() {
        return detours.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Wrong answers: another's state or data, a token that LivePerson doesn't take. */
    Queue<Throwable> wrong() {
        return wrong;
    }

    @Override
    public String toString() {
        return done + " done, " + detours + ", " + wrong.size() + " wrong " + examples;
    }
}
