package io.github.keycloakliveperson.sde.source;

import io.github.keycloakliveperson.PastedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * The consumer as Keycloak knows them. Attributes are looked up like Keycloak's own user attribute
 * mapper does it: the user's, else those of the first group that has any, a group's own before its
 * parents'. Unlike {@code KeycloakModelUtils.resolveAttribute} it keeps equal values of a group's
 * attribute, so that contacts pair by position there too.
 */
public final class ConsumerProfile implements ConsumerValues {

    private final UserModel user;
    private final UserSessionModel userSession;
    private final ConsumerOrganization organization;
    private List<GroupModel> groups;

    /** The consumer for whom a token of the context is made. */
    public ConsumerProfile(
            KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        this.user = userSession.getUser();
        this.userSession = userSession;
        this.organization = new ConsumerOrganization(session, userSession, context);
    }

    @Override
    public List<String> attribute(String name) {
        var own = listOf(user.getAttributeStream(name));
        if (!own.isEmpty()) {
            return own;
        }
        for (var group : groups()) {
            var inherited = ofGroup(group, name);
            if (!inherited.isEmpty()) {
                return inherited;
            }
        }
        return List.of();
    }

    @Override
    public String note(String name) {
        return userSession.getNote(name);
    }

    @Override
    public List<String> organization(Source.Organization source) {
        return organization.values(source);
    }

    @Override
    public Optional<String> noOrganization() {
        return organization.absence();
    }

    /** A user name may be the address, too. */
    @Override
    public boolean isUnverifiedEmail(String text) {
        return PastedText.strip(text).equalsIgnoreCase(user.getEmail()) && !user.isEmailVerified();
    }

    private List<GroupModel> groups() {
        if (groups == null) {
            groups = user.getGroupsStream().toList();
        }
        return groups;
    }

    private static List<String> ofGroup(GroupModel group, String name) {
        for (GroupModel next = group; next != null; next = parentOf(next)) {
            var values = listOf(next.getAttributeStream(name));
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    private static GroupModel parentOf(GroupModel group) {
        return group.getParentId() == null ? null : group.getParent();
    }

    /** Once for each field of each token: a stream's own {@code toList} allocates far more. */
    private static List<String> listOf(Stream<String> values) {
        if (values == null) {
            return List.of();
        }
        List<String> list = new ArrayList<>(1);
        values.forEachOrdered(list::add);
        return list;
    }
}
