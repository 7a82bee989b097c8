package io.github.keycloakliveperson.window.mapper;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.representations.IDToken;
import org.keycloak.util.JsonSerialization;

/**
 * An id_token without the hashes of things that its receiver never sees.
 *
 * <p>Keycloak adds {@code at_hash} after all mappers ran, from the access token that the trimmed
 * response then replaces; and in the implicit flow {@code s_hash} from the {@code state} it saw,
 * which for the external window is a handle of ours and not LivePerson's {@code state}. A relying
 * party that checks them (OpenID Connect Core 3.1.3.6) would refuse the token. Without them there
 * is nothing to check: {@code at_hash} is optional in the code flow and in {@code
 * response_type=id_token}.
 *
 * <p>Otherwise it is the token it was made from: mappers that run later go on working on it.
 */
final class IdTokenWithoutHashes extends IDToken {

    private static final long serialVersionUID = 1L;

    private transient boolean accessTokenOmitted;
    private transient boolean stateOmitted;

    /** The token to go on with: a copy, unless there is nothing to leave out. */
    static IDToken of(IDToken token, boolean omitAccessTokenHash, boolean omitStateHash) {
        if (!omitAccessTokenHash && !omitStateHash) {
            return token;
        }
        // Other claims keep their identity: a later mapper may hold on to an object in there.
        Map<String, Object> otherClaims = new HashMap<>(token.getOtherClaims());
        token.getOtherClaims().clear();
        var bare = JsonSerialization.mapper.convertValue(token, IdTokenWithoutHashes.class);
        bare.getOtherClaims().putAll(otherClaims);
        bare.accessTokenOmitted = omitAccessTokenHash;
        bare.stateOmitted = omitStateHash;
        return bare;
    }

    @Override
    public void setAccessTokenHash(String accessTokenHash) {
        if (!accessTokenOmitted) {
            super.setAccessTokenHash(accessTokenHash);
        }
    }

    @Override
    public void setStateHash(String stateHash) {
        if (!stateOmitted) {
            super.setStateHash(stateHash);
        }
    }
}
