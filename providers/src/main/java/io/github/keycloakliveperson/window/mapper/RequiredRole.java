package io.github.keycloakliveperson.window.mapper;

import io.github.keycloakliveperson.guard.ConsumerRefusal;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * The role without which a consumer may not message.
 *
 * @param name as Keycloak's own mappers write it: a realm role {@code role}, or a client's {@code
 *     client.role}; empty where everybody may
 */
public record RequiredRole(String name) {

    /** What a consumer without the role is refused with; legal as an {@code error_description}. */
    public static final String REFUSAL =
            "The consumer does not have the role that the messaging window mapper requires.";

    /**
     * Whether a consumer has it, be it through a group or a composite role. Nobody has a role that
     * doesn't exist; null has none. The consumer is looked up only where a role is required.
     */
    public boolean isHeldBy(Supplier<UserModel> consumer, RealmModel realm) {
        return name.isEmpty() || in(realm).filter(role -> has(consumer.get(), role)).isPresent();
    }

    private static boolean has(UserModel consumer, RoleModel role) {
        return consumer != null && consumer.hasRole(role);
    }

    /** Ends a request for tokens of a consumer who doesn't have it. */
    void require(
            KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        if (!isHeldBy(userSession::getUser, userSession.getRealm())) {
            throw ConsumerRefusal.of(REFUSAL, session, userSession, context);
        }
    }

    /**
     * The role itself, empty where it doesn't exist. Keycloak's own {@code getRoleFromString},
     * which this agrees with, goes away in one form, and older versions don't have the other.
     */
    public Optional<RoleModel> in(RealmModel realm) {
        for (var dot = name.lastIndexOf('.'); dot >= 0; dot = name.lastIndexOf('.', dot - 1)) {
            var client = realm.getClientByClientId(name.substring(0, dot));
            if (client != null) {
                return Optional.ofNullable(client.getRole(name.substring(dot + 1)));
            }
        }
        return Optional.ofNullable(realm.getRole(name));
    }
}
