package io.github.keycloakliveperson.keycloak.admin;

import io.github.keycloakliveperson.LivePersonFactory;
import io.github.keycloakliveperson.onboarding.ClientReport;
import io.github.keycloakliveperson.onboarding.FixReport;
import io.github.keycloakliveperson.onboarding.NewClientReader;
import io.github.keycloakliveperson.onboarding.Overview;
import io.github.keycloakliveperson.onboarding.Refusal;
import io.github.keycloakliveperson.onboarding.RefusedException;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** The endpoints below {@code /admin/realms/{realm}/liveperson}. */
@Produces(MediaType.APPLICATION_JSON)
public final class AdminEndpoints {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientPermissions permissions;
    private final AdminEventBuilder events;

    AdminEndpoints(
            KeycloakSession session,
            RealmModel realm,
            ClientPermissions permissions,
            AdminEventBuilder events) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.events = events;
    }

    /** Lists the LivePerson clients that the admin may see, each with its worst check. */
    @GET
    public Response overview() {
        permissions.requireList();
        var reader = new SetupReader(session, realm, permissions.viewer());
        var clients =
                realm.getClientsStream()
                        .filter(permissions::canView)
                        .map(reader::read)
                        .filter(Setup::isLivePerson)
                        .map(Overview.Entry::of)
                        .toList();
        return answer(Response.ok(), new Overview(LivePersonFactory.version(), clients));
    }

    /** 201 with {@code Location} and a {@link ClientReport}; 400 with every fault; 409. */
    @POST
    @Path("clients")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        permissions.requireManage();
        try {
            var order =
                    NewClientReader.read(
                            NewClientReader.object(body),
                            new MapperProblems(session, realm)::ofKey,
                            name -> KeycloakModelUtils.getClientScopeByName(realm, name) != null);
            if (realm.getClientByClientId(order.clientId()) != null) {
                return answer(
                        Response.status(Response.Status.CONFLICT),
                        Refusal.conflict(order.clientId()));
            }
            var client = new ClientWriter(session, realm, permissions, events).make(order);
            return answer(
                    Response.created(
                            session.getContext()
                                    .getUri()
                                    .getAbsolutePathBuilder()
                                    .path(client.getId())
                                    .build()),
                    endpoint().report(client));
        } catch (RefusedException refused) {
            return answer(Response.status(Response.Status.BAD_REQUEST), refused.refusal());
        }
    }

    /** 200 with a {@link ClientReport}. */
    @GET
    @Path("clients/{id}")
    public Response client(@PathParam("id") String id) {
        return endpoint().report(id);
    }

    /** 200 with a {@link FixReport}; 400 when Keycloak refuses what would be changed. */
    @POST
    @Path("clients/{id}/fix")
    public Response fix(@PathParam("id") String id) {
        return endpoint().fix(id);
    }

    /** It may contain a secret, so it must not be cached. */
    static Response answer(Response.ResponseBuilder response, Object body) {
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }

    private ClientEndpoint endpoint() {
        return new ClientEndpoint(session, realm, permissions, events);
    }
}
