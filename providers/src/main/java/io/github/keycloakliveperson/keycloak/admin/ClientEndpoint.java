package io.github.keycloakliveperson.keycloak.admin;

import static io.github.keycloakliveperson.keycloak.admin.AdminEndpoints.answer;

import io.github.keycloakliveperson.onboarding.ClientReport;
import io.github.keycloakliveperson.onboarding.FixReport;
import io.github.keycloakliveperson.onboarding.RefusedException;
import io.github.keycloakliveperson.onboarding.check.Check;
import io.github.keycloakliveperson.onboarding.check.SetupChecks;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AdminClientViewContext;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** {@code clients/{id}} and what is below. */
record ClientEndpoint(
        KeycloakSession session,
        RealmModel realm,
        ClientPermissions permissions,
        AdminEventBuilder events) {

    Response report(String id) {
        var client = find(id);
        permissions.requireView(client);
        triggerView(client);
        return answer(Response.ok(), report(client));
    }

    /** Does every repair that is safe, by one update of the client, or by none. */
    Response fix(String id) {
        var client = find(id);
        permissions.requireConfigure(client);
        var setup = reader().read(client);
        if (!setup.isLivePerson() || !setup.client().openIdConnect()) {
            throw new NotFoundException("Not an OpenID Connect client with a LivePerson mapper");
        }
        List<Check> broken = SetupChecks.run(setup).stream().filter(Check::hasRepair).toList();
        try {
            if (!broken.isEmpty()) {
                new ClientWriter(session, realm, permissions, events)
                        .repair(client, broken.stream().map(Check::repair).toList());
            }
            return answer(
                    Response.ok(),
                    new FixReport(
                            broken.stream().map(Check::id).toList(), report(client).checks()));
        } catch (RefusedException refused) {
            return answer(Response.status(Response.Status.BAD_REQUEST), refused.refusal());
        }
    }

    ClientReport report(ClientModel client) {
        return ClientReport.of(reader().read(client));
    }

    private ClientModel find(String id) {
        var client = realm.getClientById(id);
        if (client == null) {
            // as the stock admin API: an admin who may not list clients learns nothing about ids
            throw permissions.canList()
                    ? new NotFoundException("Could not find client")
                    : new ForbiddenException();
        }
        return client;
    }

    private SetupReader reader() {
        return new SetupReader(session, realm, permissions.viewer());
    }

    /** As the stock admin API: a client policy may refuse the view of a client. */
    private void triggerView(ClientModel client) {
        session.getContext().setClient(client);
        try {
            session.clientPolicy()
                    .triggerOnEvent(new AdminClientViewContext(client, permissions.admin()));
        } catch (ClientPolicyException refused) {
            throw new ErrorResponseException(
                    refused.getError(), refused.getErrorDetail(), Response.Status.BAD_REQUEST);
        }
    }
}
