package io.github.keycloakliveperson.keycloak.admin;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

/** Finds out whether Keycloak's address depends on the request, by asking with a made-up one. */
record RequestlessAddress(KeycloakSession session) {

    private static final URI MADE_UP = URI.create("https://made-up.invalid/");

    boolean isFixed() {
        String host =
                session.getProvider(HostnameProvider.class)
                        .getHostname(madeUpRequest(), UrlType.FRONTEND);
        return !MADE_UP.getHost().equals(host);
    }

    private static UriInfo madeUpRequest() {
        return (UriInfo)
                Proxy.newProxyInstance(
                        UriInfo.class.getClassLoader(),
                        new Class<?>[] {UriInfo.class},
                        (proxy, method, arguments) ->
                                method.getReturnType() == UriBuilder.class
                                        ? UriBuilder.fromUri(MADE_UP)
                                        : method.getReturnType() == URI.class ? MADE_UP : null);
    }
}
