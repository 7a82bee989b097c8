package io.github.keycloakliveperson.window.mapper;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.TokenCategory;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

/**
 * An access token that never leaves the server (L20): Keycloak makes and signs one at every token
 * request, the minimal token response discards it. Nobody verifies it, so it is signed like
 * Keycloak's own tokens, by HMAC, and not by RSA, which was a quarter of the request.
 *
 * <p>Otherwise it is the token it was made from: Keycloak takes the id_token's claims from it, and
 * mappers that run later go on working on it.
 */
final class DiscardedAccessToken extends AccessToken {

    private static final long serialVersionUID = 1L;

    static AccessToken of(AccessToken token) {
        // Other claims keep their identity: a later mapper may hold on to an object in there.
        Map<String, Object> otherClaims = new HashMap<>(token.getOtherClaims());
        token.getOtherClaims().clear();
        var unseen = JsonSerialization.mapper.convertValue(token, DiscardedAccessToken.class);
        unseen.getOtherClaims().putAll(otherClaims);
        return unseen;
    }

    @Override
    public TokenCategory getCategory() {
        return TokenCategory.INTERNAL;
    }
}
