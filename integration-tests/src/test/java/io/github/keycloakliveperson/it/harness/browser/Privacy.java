package io.github.keycloakliveperson.it.harness.browser;

/** How a consumer's browser treats cookies of other sites. */
public enum Privacy {
    /** As the browser comes. */
    DEFAULT,
    /** As its strictest ordinary setting, or its private window, has it. */
    STRICT
}
