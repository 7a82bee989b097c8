package io.github.keycloakliveperson.guard;

import org.keycloak.models.ProtocolMapperModel;

/** The protocol that a mapper is saved with: under any but OpenID Connect it never runs (K33). */
public final class RunningProtocol {

    public static final String PROBLEM =
            "The mapper is saved with another protocol, so Keycloak never runs it.";

    public static final String FIX = "Save it with the protocol openid-connect.";

    private static final String OPENID_CONNECT = "openid-connect";

    private RunningProtocol() {}

    /** Whether Keycloak runs a mapper of this extension. */
    public static boolean isOf(ProtocolMapperModel mapper) {
        return OPENID_CONNECT.equals(mapper.getProtocol());
    }
}
