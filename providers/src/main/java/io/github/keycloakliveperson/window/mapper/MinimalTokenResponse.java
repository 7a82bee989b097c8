package io.github.keycloakliveperson.window.mapper;

import org.keycloak.representations.AccessTokenResponse;

/** The token response that LivePerson needs (L20): an id_token, and a word for an access token. */
final class MinimalTokenResponse {

    /** LivePerson requires the field, but doesn't use it. */
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
