package io.github.keycloakliveperson.keycloak.external;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.protocol.oidc.utils.OAuth2CodeParser;

/**
 * Keycloak's own authorization endpoint, asked within the request that is being served. Everything
 * that the external window needs from Keycloak beyond its public SPI is here:
 *
 * <ul>
 *   <li>the endpoint and the authenticators read form, query and headers from the context's
 *       request, so that a request of our own can stand in for the window's (K34);
 *   <li>the context computes its address again when its realm is set;
 *   <li>a code waits in the single-use store under its id, behind a prefix in newer versions (K35).
 * </ul>
 */
record StockAuthorization(KeycloakSession session) {

    private static final String CODE_PREFIX = codePrefix();

    /**
     * A redirect or a page.
     *
     * @param parameters the endpoint's parameters, decoded; it sees no others
     * @throws jakarta.ws.rs.WebApplicationException with an error page, if it trusts no address
     */
    Response ask(Map<String, String> parameters, EventBuilder event) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>(parameters);
        var received = session.getContext().getHttpRequest();
        serve(asking(received, form));
        try {
            return new AuthorizationEndpoint(session, event).buildPost();
        } finally {
            serve(received);
        }
    }

    /** Where a code waits for the token endpoint. */
    static String codeKey(String id) {
        return CODE_PREFIX + id;
    }

    private void serve(HttpRequest request) {
        var context = session.getContext();
        context.setHttpRequest(request);
        context.setRealm(context.getRealm());
    }

    /** The request with another form, also as its query: nothing else is passed on (K7). */
    private static HttpRequest asking(HttpRequest received, MultivaluedMap<String, String> form) {
        var address =
                with(
                        UriInfo.class,
                        received.getUri(),
                        Map.of(
                                "getQueryParameters",
                                () -> form,
                                "getRequestUri",
                                received.getUri()::getAbsolutePath));
        return with(
                HttpRequest.class,
                received,
                Map.of("getDecodedFormParameters", () -> form, "getUri", () -> address));
    }

    /** A proxy instead of a class, because versions may add methods. */
    private static <T> T with(Class<T> type, T original, Map<String, Supplier<Object>> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        StockAuthorization.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            Supplier<Object> answer = answers.get(method.getName());
                            try {
                                return answer != null
                                        ? answer.get()
                                        : method.invoke(original, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    /** Not as a constant, which the compiler would copy from the version it sees. */
    private static String codePrefix() {
        try {
            var prefix = OAuth2CodeParser.class.getDeclaredField("CACHE_KEY_PREFIX");
            prefix.setAccessible(true);
            return (String) prefix.get(null);
        } catch (NoSuchFieldException e) {
            return "";
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
