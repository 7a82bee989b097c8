package io.github.keycloakliveperson.it.harness.browser;

import java.util.List;

/** A running browser of some make. */
public interface ConsumerEngine extends AutoCloseable {

    /** Opens a tab. */
    ConsumerWindow open();

    /** Closes the tabs and forgets who is signed in where. */
    void clear();

    /**
     * What the browser itself said in the consoles since the last clearing; empty where it has no
     * way to tell.
     */
    List<String> complaints();

    @Override
    void close();
}
