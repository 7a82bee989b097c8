package io.github.keycloakliveperson.window.external;

/** The two ways LivePerson's external window asks (L22). */
enum Dialect {
    /** "OAuth 2 RFC": the window's configuration is in {@code state} (L23, L25, L27). */
    RFC,
    /** "openID": the window's configuration is in the address's own query (L29, L30). */
    OPENID
}
