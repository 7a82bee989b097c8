package io.github.keycloakliveperson.keycloak.embedded;

import io.github.keycloakliveperson.window.embedded.AllowedOrigins;
import io.github.keycloakliveperson.window.embedded.SilentReturnPage;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.KeycloakSession;

/** {@code silent-return/{client_id}}: the page that the silent sign-in ends on (K21). */
public record SilentReturnEndpoint(KeycloakSession session) {

    public Response answer(String clientId) {
        return EmbeddedClient.find(session, clientId)
                .map(client -> page(client.origins()))
                .orElseGet(EmbeddedAnswer::noSuchClient);
    }

    private Response page(AllowedOrigins origins) {
        // the realm's own headers would forbid every frame; those that matter are set here
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        var page =
                Response.ok(SilentReturnPage.html(origins, fetchSite()), "text/html; charset=utf-8")
                        .header(
                                "Content-Security-Policy",
                                SilentReturnPage.contentSecurityPolicy(origins))
                        .header("Referrer-Policy", "no-referrer")
                        .header("X-Content-Type-Options", "nosniff")
                        .header("X-Robots-Tag", "none")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return withTransportSecurity(EmbeddedAnswer.embeddable(page)).build();
    }

    private String fetchSite() {
        return session.getContext()
                .getHttpRequest()
                .getHttpHeaders()
                .getHeaderString("Sec-Fetch-Site");
    }

    private ResponseBuilder withTransportSecurity(ResponseBuilder page) {
        var header = BrowserSecurityHeaders.STRICT_TRANSPORT_SECURITY;
        var value =
                session.getContext().getRealm().getBrowserSecurityHeaders().get(header.getKey());
        return value == null || value.isEmpty() ? page : page.header(header.getHeaderName(), value);
    }
}
