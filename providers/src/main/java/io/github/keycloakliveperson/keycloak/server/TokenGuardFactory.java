package io.github.keycloakliveperson.keycloak.server;

import com.google.auto.service.AutoService;
import io.github.keycloakliveperson.LivePersonFactory;
import io.github.keycloakliveperson.guard.TokenGuard;
import java.util.Map;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * Has {@link TokenGuard} look at every request for tokens, whichever mappers run (K33). Keycloak
 * has this hook since 26.6.3; an older one never loads this class, because it doesn't know the
 * service that it is registered for.
 */
@AutoService(TokenPostProcessorFactory.class)
public final class TokenGuardFactory
        implements TokenPostProcessorFactory, ServerInfoAwareProviderFactory {

    public static final String PROVIDER_ID = "liveperson-token-guard";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return request -> check(session, request.clientSessionCtx());
    }

    private static void check(KeycloakSession session, ClientSessionContext context) {
        TokenGuard.check(session, context.getClientSession().getUserSession(), context);
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return Map.of("version", LivePersonFactory.version());
    }
}
