package io.github.keycloakliveperson.sde.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * The organization for which a consumer signed in (K40): the one that this client asked for or that
 * the consumer chose on Keycloak's page for it; else the one asked for or chosen for another client
 * of the same session; else the only one that the consumer is in. A disabled one doesn't count.
 * Looked up when it is first asked for.
 */
final class ConsumerOrganization {

    private static final String SCOPE = "organization";
    private static final String ALIAS = SCOPE + ':';
    private static final String ALL = ALIAS + '*';

    private final KeycloakSession session;
    private final UserSessionModel userSession;
    private final ClientSessionContext context;
    private OrganizationModel found;
    private String absence;

    ConsumerOrganization(
            KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        this.session = session;
        this.userSession = userSession;
        this.context = context;
    }

    /** Empty where no organization counts, or where this one has no such attribute. */
    List<String> values(Source.Organization source) {
        if (absence().isPresent()) {
            return List.of();
        }
        return switch (source.name()) {
            case Source.Organization.OWN_NAME -> List.of(found.getName());
            case Source.Organization.OWN_ALIAS -> List.of(found.getAlias());
            default -> found.getAttributes().getOrDefault(source.name(), List.of());
        };
    }

    /** Why no organization counts, empty where one does. */
    Optional<String> absence() {
        if (found == null && absence == null) {
            find();
        }
        return Optional.ofNullable(absence);
    }

    private void find() {
        var provider = session.getProvider(OrganizationProvider.class);
        if (provider == null || !provider.isEnabled()) {
            absence = "organizations are turned off in the realm";
            return;
        }
        var enabled =
                provider.getByMember(userSession.getUser())
                        .filter(OrganizationModel::isEnabled)
                        .toList();
        if (enabled.isEmpty()) {
            absence = "the consumer is in no enabled organization";
            return;
        }
        var meant = meant(enabled);
        if (meant.size() == 1) {
            found = meant.get(0);
        } else if (meant.isEmpty()) {
            absence = "the organization of this sign-in is not an enabled one of the consumer's";
        } else {
            absence =
                    "the consumer is in several organizations, and the sign-in is not for a certain one";
        }
    }

    private List<OrganizationModel> meant(List<OrganizationModel> all) {
        var own = context.getClientSession();
        var granted =
                context.getClientScopesStream()
                        .filter(scope -> !(scope instanceof ClientModel))
                        .map(ClientScopeModel::getName)
                        .toList();
        var named = named(granted, own);
        if (named.isEmpty()) {
            // Keycloak drops the scope of an organization that was disabled since
            named = named(requested(own), own);
        }
        if (named.isEmpty() && all.size() > 1) {
            named = namedInSession();
        }
        var names = named;
        return names.isEmpty()
                ? all
                : all.stream()
                        .filter(
                                o ->
                                        names.contains(ALIAS + o.getAlias())
                                                || names.contains(o.getId()))
                        .toList();
    }

    private Set<String> namedInSession() {
        return userSession.getAuthenticatedClientSessions().values().stream()
                .flatMap(client -> named(requested(client), client).stream())
                .collect(Collectors.toSet());
    }

    /** Scopes that name an organization; else the id of the one chosen, if there was a choice. */
    private static Set<String> named(
            Collection<String> scopes, AuthenticatedClientSessionModel client) {
        var aliases =
                scopes.stream()
                        .filter(scope -> scope.startsWith(ALIAS) && !scope.equals(ALL))
                        .collect(Collectors.toSet());
        var chosen = client.getNote(OrganizationModel.ORGANIZATION_ATTRIBUTE);
        return aliases.isEmpty() && chosen != null && scopes.contains(SCOPE)
                ? Set.of(chosen)
                : aliases;
    }

    private static List<String> requested(AuthenticatedClientSessionModel client) {
        var scope = client.getNote(OAuth2Constants.SCOPE);
        return scope == null ? List.of() : Arrays.asList(scope.split(" "));
    }
}
