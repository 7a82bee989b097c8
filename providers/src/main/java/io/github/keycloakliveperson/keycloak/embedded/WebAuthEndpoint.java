package io.github.keycloakliveperson.keycloak.embedded;

import io.github.keycloakliveperson.window.embedded.WebAuthScript;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;

/** {@code web-auth.js} at its stable and at its versioned address. */
public record WebAuthEndpoint(KeycloakSession session) {

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** The newest script; the address of this very version is in {@code Content-Location}. */
    public Response newest() {
        // a 304 has no media type, which older versions take for a mistake
        session.getProvider(SecurityHeadersProvider.class).options().allowEmptyContentType();
        var tag = '"' + WebAuthScript.version() + '"';
        var known =
                session.getContext()
                        .getHttpRequest()
                        .getHttpHeaders()
                        .getHeaderString(HttpHeaders.IF_NONE_MATCH);
        var answer =
                tag.equals(known)
                        ? Response.notModified()
                        : Response.ok(WebAuthScript.text(), SCRIPT)
                                .header(
                                        HttpHeaders.CONTENT_LOCATION,
                                        WebAuthScript.versionedName());
        return EmbeddedAnswer.open(
                answer.header(HttpHeaders.ETAG, tag), EmbeddedAnswer.A_FEW_MINUTES);
    }

    /**
     * The script of this version. For a version that this server no longer has, a redirect to the
     * newest: a tag with {@code integrity} fails closed, and one without keeps working. The
     * redirect is relative, because proxies may cache it and anybody can set a Host header.
     */
    public Response versioned(String version) {
        return version.equals(WebAuthScript.version())
                ? EmbeddedAnswer.open(
                        Response.ok(WebAuthScript.text(), SCRIPT), EmbeddedAnswer.FOR_EVER)
                : EmbeddedAnswer.open(
                        Response.status(Status.FOUND)
                                .header(HttpHeaders.LOCATION, WebAuthScript.STABLE_NAME),
                        EmbeddedAnswer.A_FEW_MINUTES);
    }
}
