package io.github.keycloakliveperson.window.mapper;

import org.keycloak.representations.AccessTokenResponse;

/**
 * The token response that LivePerson needs and no more (L20): the id_token, and in place of an
 * access token a word that opens nothing.
 */
final class MinimalTokenResponse {

    /** LivePerson wants the field, and doesn't use it. */
    static final String NOT_APPLICABLE = "NotApplicable";

    private MinimalTokenResponse() {}

    static AccessTokenResponse trim(AccessTokenResponse response) {
        if (response.getToken() != null) {
            response.setToken(NOT_APPLICABLE);
        }
        response.setRefreshToken(null);
        response.setRefreshExpiresIn(0);
        return response;
    }
}
