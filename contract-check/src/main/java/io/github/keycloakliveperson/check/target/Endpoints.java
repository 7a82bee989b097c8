package io.github.keycloakliveperson.check.target;

/**
 * The provider's addresses.
 *
 * @param authentication the connector's Authentication Endpoint, which the external window opens
 * @param page the authorization endpoint that the brand's page and app use
 * @param token the connector's Token Endpoint
 * @param jwks the connector's JWKS Endpoint
 */
public record Endpoints(String authentication, String page, String token, String jwks) {}
