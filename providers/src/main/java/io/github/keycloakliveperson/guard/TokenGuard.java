package io.github.keycloakliveperson.guard;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;

/**
 * Ends a request for tokens where an {@link IndispensableMapper} is configured for the client and
 * Keycloak skips it: by role, organization, client policy or protocol (K33). A skipped mapper can't
 * fail closed by itself.
 */
public final class TokenGuard {

    private static final String PASSED = TokenGuard.class.getName();

    private TokenGuard() {}

    /** Lets the request pass, or ends it by an exception with the answer in place of the tokens. */
    public static void check(
            KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        if (context.getAttribute(PASSED, Boolean.class) != null) {
            return;
        }
        var missing = missing(context);
        if (missing.isPresent()) {
            throw TokenRefusal.of(
                    missing.get().whyWithheld(), missing.get(), session, userSession, context);
        }
        context.setAttribute(PASSED, true);
    }

    /** The first mapper that is configured for the client but doesn't run in this request. */
    static Optional<IndispensableMapper> missing(ClientSessionContext context) {
        var running =
                context.getProtocolMappersStream()
                        .map(ProtocolMapperModel::getProtocolMapper)
                        .collect(Collectors.toSet());
        return Arrays.stream(IndispensableMapper.values())
                .filter(mapper -> !running.contains(mapper.id()))
                .filter(mapper -> isDemanded(mapper, context))
                .findFirst();
    }

    private static boolean isDemanded(IndispensableMapper mapper, ClientSessionContext context) {
        return mapper.isDemanded(
                context.getClientSession().getClient(),
                scope -> context.getClientScopeIds().contains(scope.getId()));
    }
}
