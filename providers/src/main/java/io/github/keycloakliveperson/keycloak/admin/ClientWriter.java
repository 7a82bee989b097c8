package io.github.keycloakliveperson.keycloak.admin;

import io.github.keycloakliveperson.onboarding.ClientTemplate;
import io.github.keycloakliveperson.onboarding.NewClient;
import io.github.keycloakliveperson.onboarding.Refusal;
import io.github.keycloakliveperson.onboarding.RefusedException;
import io.github.keycloakliveperson.onboarding.setup.Repair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AdminClientRegisterContext;
import org.keycloak.services.clientpolicy.context.AdminClientRegisteredContext;
import org.keycloak.services.clientpolicy.context.AdminClientUpdateContext;
import org.keycloak.services.clientpolicy.context.AdminClientUpdatedContext;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.util.JsonSerialization;
import org.keycloak.validation.ValidationUtil;

/**
 * Makes and changes clients as the stock admin API does: client policies, validation, admin event.
 * Where a client policy or Keycloak's own validation refuses, nothing is kept.
 */
record ClientWriter(
        KeycloakSession session,
        RealmModel realm,
        ClientPermissions permissions,
        AdminEventBuilder events) {

    /** Makes a client; Keycloak makes its secret. */
    ClientModel make(NewClient order) throws RefusedException {
        var representation = representation(order);
        try {
            session.clientPolicy()
                    .triggerOnEvent(
                            new AdminClientRegisterContext(representation, permissions.admin()));
            var client = ClientManager.createClient(session, realm, representation);
            requireValid(client, true);
            session.getContext().setClient(client);
            session.clientPolicy()
                    .triggerOnEvent(new AdminClientRegisteredContext(client, permissions.admin()));
            record(OperationType.CREATE, client, representation);
            return client;
        } catch (ClientPolicyException refused) {
            throw refused(refused.getError(), refused.getErrorDetail());
        }
    }

    /** Does these repairs to a client by one update, and nothing else. */
    void repair(ClientModel client, List<Repair> repairs) throws RefusedException {
        var representation = ModelToRepresentation.toRepresentation(client, session);
        // stays as it is without being named, and has no place in an event
        representation.setSecret(null);
        repairs.forEach(repair -> write(repair, client, representation));
        session.getContext().setClient(client);
        try {
            session.clientPolicy()
                    .triggerOnEvent(
                            new AdminClientUpdateContext(
                                    representation, client, permissions.admin()));
            RepresentationToModel.updateClient(representation, client, session);
            RepresentationToModel.updateClientProtocolMappers(representation, client);
            requireValid(client, false);
            session.clientPolicy()
                    .triggerOnEvent(
                            new AdminClientUpdatedContext(
                                    representation, client, permissions.admin()));
            record(OperationType.UPDATE, client, representation);
        } catch (ClientPolicyException refused) {
            throw refused(refused.getError(), refused.getErrorDetail());
        }
    }

    private void write(Repair repair, ClientModel client, ClientRepresentation representation) {
        repair.redirectUris().stream()
                .map(uri -> redirectUri(uri, client))
                .forEach(representation.getRedirectUris()::add);
        representation.getAttributes().putAll(repair.attributes());
        repair.mappers()
                .forEach(
                        (name, config) ->
                                representation.getProtocolMappers().stream()
                                        .filter(mapper -> mapper.getName().equals(name))
                                        .forEach(mapper -> mapper.setConfig(config)));
    }

    /** Keycloak's own without its address where the templates have it so, as that may change. */
    private String redirectUri(String uri, ClientModel client) {
        var base = session.getContext().getUri().getBaseUri().toString();
        var relative = uri.startsWith(base) ? uri.substring(base.length() - 1) : uri;
        return RedirectUtils.resolveValidRedirects(session, client.getRootUrl(), Set.of(relative))
                        .contains(uri)
                ? relative
                : uri;
    }

    private void record(
            OperationType operation, ClientModel client, ClientRepresentation representation) {
        events.resource(ResourceType.CLIENT)
                .operation(operation)
                .resourcePath("clients", client.getId())
                .representation(representation)
                .success();
    }

    private RefusedException refused(String error, String sentence) {
        session.getTransactionManager().setRollbackOnly();
        return new RefusedException(Refusal.of(error, sentence));
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

    private void requireValid(ClientModel client, boolean isNew) throws RefusedException {
        List<String> problems = new ArrayList<>();
        ValidationUtil.validateClient(
                session, client, isNew, result -> problems.add(result.getAllErrorsAsString()));
        if (!problems.isEmpty()) {
            throw refused("invalid_input", String.join(" ", problems));
        }
    }
}
