package io.github.keycloakliveperson.keycloak.embedded;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * A client session that lives for one request and is never stored: mappers want one, and asking who
 * is signed in must not make one.
 */
// the versions this JAR runs on still have the timestamp's accessors as abstract methods
@SuppressWarnings("removal")
final class TransientClientSession implements AuthenticatedClientSessionModel {

    private final String id = UUID.randomUUID().toString();
    private final Map<String, String> notes = new HashMap<>();
    private final UserSessionModel userSession;
    private final ClientModel client;
    private String redirectUri;
    private String action;
    private String protocol;
    private int timestamp;

    TransientClientSession(UserSessionModel userSession, ClientModel client) {
        this.userSession = userSession;
        this.client = client;
        this.protocol = client.getProtocol();
        this.timestamp = userSession.getLastSessionRefresh();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public int getTimestamp() {
        return timestamp;
    }

    @Override
    public void setTimestamp(int timestamp) {
        this.timestamp = timestamp;
    }

    @Override
    public void detachFromUserSession() {
        // was never attached
    }

    @Override
    public UserSessionModel getUserSession() {
        return userSession;
    }

    @Override
    public String getNote(String name) {
        return notes.get(name);
    }

    @Override
    public void setNote(String name, String value) {
        notes.put(name, value);
    }

    @Override
    public void removeNote(String name) {
        notes.remove(name);
    }

    @Override
    public Map<String, String> getNotes() {
        return Map.copyOf(notes);
    }

    @Override
    public String getRedirectUri() {
        return redirectUri;
    }

    @Override
    public void setRedirectUri(String uri) {
        redirectUri = uri;
    }

    @Override
    public RealmModel getRealm() {
        return userSession.getRealm();
    }

    @Override
    public ClientModel getClient() {
        return client;
    }

    @Override
    public String getAction() {
        return action;
    }

    @Override
    public void setAction(String action) {
        this.action = action;
    }

    @Override
    public String getProtocol() {
        return protocol;
    }

    @Override
    public void setProtocol(String method) {
        protocol = method;
    }
}
