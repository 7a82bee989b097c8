package io.github.keycloakliveperson.onboarding.setup;

/** What the admin who asks may see besides the client itself, as in Keycloak's own admin API. */
public record Viewer(boolean realm, boolean profile, boolean scopes) {

    /** May see the client and nothing else. */
    public static final Viewer OF_THE_CLIENT = new Viewer(false, false, false);

    /** Stands for a name that may not be seen. */
    public static final String HIDDEN = "hidden";
}
