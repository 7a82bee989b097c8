package io.github.keycloakliveperson.check.provider;

import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;

/** The flow that follows from the connector's authentication type and PKCE switch. */
public enum Flow {
    CODE("code"),
    CODE_PKCE("code-pkce"),
    IMPLICIT("implicit"),
    /** A bot's link in unauthenticated conversations (L40). */
    DELEGATION("delegation");

    private final String word;

    Flow(String word) {
        this.word = word;
    }

    /** The word on the command line and in reports. */
    public String word() {
        return word;
    }

    /** The flow of a connector. */
    public static Flow of(Connector connector) {
        if (!connector.hasTokenCall()) {
            return IMPLICIT;
        }
        if (connector.delegates()) {
            return DELEGATION;
        }
        return connector.pkce() ? CODE_PKCE : CODE;
    }

    /** The form's "Authentication type". */
    public AuthenticationType authenticationType() {
        return this == IMPLICIT ? AuthenticationType.IMPLICIT : AuthenticationType.CODE;
    }

    @Override
    public String toString() {
        return word;
    }
}
