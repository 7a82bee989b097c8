package io.github.keycloakliveperson.keycloak.external;

import io.github.keycloakliveperson.window.address.LivePersonAddresses;
import io.github.keycloakliveperson.window.external.ControlCharacterEnvelope;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Lets LivePerson's {@code state} reach {@code authorize} whatever it contains: see {@link
 * ControlCharacterEnvelope}. Runs before Keycloak's own filter (priority 10) and leaves every other
 * request alone. Versions before 26.4 don't have that filter, and lose the query of a changed
 * address.
 */
@Provider
@PreMatching
@Priority(1)
public final class ControlCharacterStateFilter implements ContainerRequestFilter {

    private static final String END = LivePersonAddresses.BELOW_REALM + "authorize";

    private static final Pattern AUTHORIZE = Pattern.compile(".*/realms/[^/]+" + END);

    private static final boolean NEEDED =
            isPresent("org.keycloak.services.filters.InvalidQueryParameterFilter");

    @Override
    public void filter(ContainerRequestContext request) {
        // First of all, because other requests pay only for this
        if (!NEEDED || !request.getUriInfo().getPath().endsWith(END)) {
            return;
        }
        var address = request.getUriInfo().getRequestUri();
        if (AUTHORIZE.matcher(address.getRawPath()).matches()) {
            ControlCharacterEnvelope.wrap(address.getRawQuery())
                    .map(query -> withQuery(address.toString(), query))
                    .ifPresent(request::setRequestUri);
        }
    }

    private static URI withQuery(String address, String query) {
        return URI.create(address.substring(0, address.indexOf('?') + 1) + query);
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, ControlCharacterStateFilter.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
