package io.github.keycloakliveperson.it.harness.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One tab of a real browser, as much of it as the stories need. */
public interface ConsumerWindow extends AutoCloseable {

    /** A loaded machine takes its time. */
    Duration PATIENCE = Duration.ofSeconds(90);

    /** Goes to an address and waits until the page has loaded. */
    void navigate(String address);

    /** The address of the page that it shows. */
    String url();

    /**
     * The value of a JavaScript expression, a promise's once it is kept: maps, lists, strings,
     * numbers, booleans, null.
     *
     * @throws IllegalStateException when the page throws, or goes away meanwhile
     */
    Object evaluate(String expression);

    /** Types into the field that a CSS selector finds. */
    void fill(String selector, String text);

    /** Clicks where a person would, on what a CSS selector finds. */
    void click(String selector);

    /** Closes the tab. */
    @Override
    void close();

    /** Waits until an expression is true on whatever page is there then. */
    default void waitFor(String expression) {
        waitUntil(expression, () -> Boolean.TRUE.equals(evaluate("Boolean(" + expression + ")")));
    }

    /** Waits until it shows an address that begins like this, and the page has loaded. */
    default void waitForUrl(String beginning) {
        waitUntil(
                beginning,
                () ->
                        url().startsWith(beginning)
                                && "complete".equals(evaluate("document.readyState")));
    }

    private void waitUntil(String what, Supplier<Boolean> seen) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!isSeen(seen)) {
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException("Waited in vain for " + what + " at " + url());
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static boolean isSeen(Supplier<Boolean> seen) {
        try {
            return seen.get();
        } catch (IllegalStateException pageIsGoing) {
            return false;
        }
    }
}
