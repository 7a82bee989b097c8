package io.github.keycloakliveperson.it.relyingparty;

/** Where a relying party sends the consumer. */
enum AuthorizationEndpoint {
    /** Keycloak's own, which its discovery document names. */
    STOCK("Keycloak's authorization endpoint"),

    /** The Authentication Endpoint of LivePerson's form. */
    OURS("LivePerson's Authentication Endpoint");

    private final String words;

    AuthorizationEndpoint(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
