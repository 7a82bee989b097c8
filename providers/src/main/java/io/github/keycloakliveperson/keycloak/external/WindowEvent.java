package io.github.keycloakliveperson.keycloak.external;

import io.github.keycloakliveperson.keycloak.server.WindowLabels;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/**
 * The event of a sign-in that the stock endpoint does for a window. The stock endpoint records the
 * redirect URI it was given, which is our callback, at several places: here it is the window's, so
 * that an administrator sees one sign-in and where it led.
 */
final class WindowEvent extends EventBuilder {

    private final String address;

    WindowEvent(KeycloakSession session, String address, WindowLabels labels) {
        super(session.getContext().getRealm(), session, session.getContext().getConnection());
        this.address = address;
        event(EventType.LOGIN);
        detail(Details.REDIRECT_URI, address);
        labels.tell(this);
    }

    @Override
    public EventBuilder detail(String key, String value) {
        return super.detail(key, Details.REDIRECT_URI.equals(key) ? address : value);
    }

    /** Whether an error was recorded: a failed sign-in is reported once. */
    boolean hasError() {
        return getEvent().getError() != null;
    }
}
