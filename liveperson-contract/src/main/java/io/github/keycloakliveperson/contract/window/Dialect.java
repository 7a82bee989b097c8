package io.github.keycloakliveperson.contract.window;

/** How an external window speaks to the authentication endpoint (L22). */
public enum Dialect {
    /** Connectors made since May 2018 (L23–L27). */
    RFC,
    /** "openID", until LivePerson switches a connector (L29, L30). */
    LEGACY
}
