package io.github.keycloakliveperson.it.harness;

/** A client as a test needs it: Keycloak's own id, the OAuth client id, the secret. */
public record TestClient(String id, String clientId, String secret) {}
