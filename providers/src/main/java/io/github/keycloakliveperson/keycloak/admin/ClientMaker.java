package io.github.keycloakliveperson.keycloak.admin;

import io.github.keycloakliveperson.onboarding.ClientTemplate;
import io.github.keycloakliveperson.onboarding.NewClient;
import io.github.keycloakliveperson.onboarding.Refusal;
import io.github.keycloakliveperson.onboarding.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AdminClientRegisterContext;
import org.keycloak.services.clientpolicy.context.AdminClientRegisteredContext;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.util.JsonSerialization;
import org.keycloak.validation.ValidationUtil;

/** Makes a client as the stock admin API does: client policies, validation, admin event. */
record ClientMaker(
        KeycloakSession session,
        RealmModel realm,
        ClientPermissions permissions,
        AdminEventBuilder events) {

    /**
     * Makes a client; Keycloak makes its secret.
     *
     * @throws RefusedException when a client policy or Keycloak's own validation refuses it; then
     *     nothing is saved
     */
    ClientModel make(NewClient order) throws RefusedException {
        var representation = representation(order);
        try {
            session.clientPolicy()
                    .triggerOnEvent(
                            new AdminClientRegisterContext(representation, permissions.admin()));
            var client = ClientManager.createClient(session, realm, representation);
            requireValid(client);
            session.getContext().setClient(client);
            session.clientPolicy()
                    .triggerOnEvent(new AdminClientRegisteredContext(client, permissions.admin()));
            events.resource(ResourceType.CLIENT)
                    .operation(OperationType.CREATE)
                    .resourcePath("clients", client.getId())
                    .representation(representation)
                    .success();
            return client;
        } catch (ClientPolicyException refused) {
            session.getTransactionManager().setRollbackOnly();
            throw new RefusedException(Refusal.of(refused.getError(), refused.getErrorDetail()));
        }
    }

    private ClientRepresentation representation(NewClient order) {
        try {
            return JsonSerialization.mapper.treeToValue(
                    ClientTemplate.load(order.template(), JsonSerialization.mapper)
                            .fill(new RealmReader(session, realm).read(), order),
                    ClientRepresentation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireValid(ClientModel client) throws RefusedException {
        List<String> problems = new ArrayList<>();
        ValidationUtil.validateClient(
                session, client, true, result -> problems.add(result.getAllErrorsAsString()));
        if (!problems.isEmpty()) {
            session.getTransactionManager().setRollbackOnly();
            throw new RefusedException(Refusal.of("invalid_input", String.join(" ", problems)));
        }
    }
}
