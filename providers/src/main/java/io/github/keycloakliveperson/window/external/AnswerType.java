package io.github.keycloakliveperson.window.external;

/** What the window gets in the end, and what Keycloak is asked for. */
public enum AnswerType {
    /** An authorization code: the code flow, with or without PKCE. */
    CODE("code"),
    /** An id_token: the implicit flow. */
    ID_TOKEN("id_token");

    private final String value;

    AnswerType(String value) {
        this.value = value;
    }

    /** The {@code response_type}, and the name of the answer's parameter. */
    public String value() {
        return value;
    }
}
