package io.github.keycloakliveperson.keycloak;

import io.github.keycloakliveperson.keycloak.embedded.EmbeddedAnswer;
import io.github.keycloakliveperson.keycloak.embedded.IdentityEndpoint;
import io.github.keycloakliveperson.keycloak.embedded.SilentReturnEndpoint;
import io.github.keycloakliveperson.keycloak.embedded.SilentSignInEndpoint;
import io.github.keycloakliveperson.keycloak.embedded.WebAuthEndpoint;
import io.github.keycloakliveperson.keycloak.external.AuthorizeEndpoint;
import io.github.keycloakliveperson.keycloak.external.CallbackEndpoint;
import io.github.keycloakliveperson.keycloak.server.SigningKeys;
import io.github.keycloakliveperson.window.address.RawQuery;
import io.github.keycloakliveperson.window.embedded.SigningKey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;

/** The endpoints below {@code /realms/{realm}/liveperson}; each has a class that answers it. */
public final class RealmEndpoints {

    private final KeycloakSession session;

    public RealmEndpoints(KeycloakSession session) {
        this.session = session;
    }

    /** The connector's Authentication Endpoint: LivePerson's external window begins here (L22). */
    @GET
    @Path("authorize")
    public Response authorize() {
        return new AuthorizeEndpoint(session).answer();
    }

    /** Receives a code or an error; never an id_token, as addresses are in histories and logs. */
    @GET
    @Path("callback")
    public Response callback() {
        var answer =
                RawQuery.parse(session.getContext().getUri().getRequestUri().getRawQuery())
                        .values();
        answer.remove(OAuth2Constants.ID_TOKEN);
        return new CallbackEndpoint(session).answer(answer);
    }

    /** Receives an id_token or an error by {@code form_post}. */
    @POST
    @Path("callback")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response postedCallback() {
        Map<String, String> answer = new HashMap<>();
        session.getContext()
                .getHttpRequest()
                .getDecodedFormParameters()
                .forEach(
                        (name, values) -> {
                            if (values.size() == 1) {
                                answer.put(name, values.get(0));
                            }
                        });
        return new CallbackEndpoint(session).answer(answer);
    }

    /** Refused: it would be served like a GET otherwise, and sign somebody in. */
    @HEAD
    @Path("authorize")
    public Response headOfAuthorize() {
        throw new NotAllowedException(HttpMethod.GET);
    }

    /** Refused: it would be served like a GET otherwise, and take the waiting window. */
    @HEAD
    @Path("callback")
    public Response headOfCallback() {
        throw new NotAllowedException(HttpMethod.GET, new String[] {HttpMethod.POST});
    }

    /** The script of a brand's pages, newest version. */
    @GET
    @Path("web-auth.js")
    public Response webAuth() {
        return new WebAuthEndpoint(session).newest();
    }

    /** The script of a brand's pages, one version. */
    @GET
    @Path("web-auth-{version: [0-9a-f]+}.js")
    public Response webAuth(@PathParam("version") String version) {
        return new WebAuthEndpoint(session).versioned(version);
    }

    /** Where the silent sign-in of a brand's page begins. */
    @GET
    @Path("silent-sign-in")
    public Response silentSignIn(
            @QueryParam("client_id") String clientId, @QueryParam("prompt") String prompt) {
        return new SilentSignInEndpoint(session).answer(clientId, prompt);
    }

    /** Where the silent sign-in of a brand's page ends. */
    @GET
    @Path("silent-return/{client_id}")
    public Response silentReturn(@PathParam("client_id") String clientId) {
        return new SilentReturnEndpoint(session).answer(clientId);
    }

    /** Who is signed in, for a brand's page. */
    @GET
    @Path("identity/{client_id}")
    public Response identity(@PathParam("client_id") String clientId) {
        return new IdentityEndpoint(session).answer(clientId);
    }

    /** Whether a brand's page may ask that with headers of its monitoring. */
    @OPTIONS
    @Path("identity/{client_id}")
    public Response identityPreflight(@PathParam("client_id") String clientId) {
        return new IdentityEndpoint(session).preflight(clientId);
    }

    /** The realm's RS256 signing keys. */
    @GET
    @Path("jwks")
    public Response jwks() {
        return EmbeddedAnswer.open(
                Response.ok(
                        SigningKey.jwks(
                                SigningKeys.enabled(session, session.getContext().getRealm())),
                        MediaType.APPLICATION_JSON_TYPE),
                EmbeddedAnswer.A_FEW_MINUTES);
    }
}
