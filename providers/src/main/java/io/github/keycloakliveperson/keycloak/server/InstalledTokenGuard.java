package io.github.keycloakliveperson.keycloak.server;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;

/** Whether {@link TokenGuardFactory} is at work here: its SPI came with Keycloak 26.6.3 (K33). */
public final class InstalledTokenGuard {

    private static final String SPI = "token-interceptor";

    private InstalledTokenGuard() {}

    /** Asks the server, by the SPI's name, since an older one has no class of it. */
    public static boolean on(KeycloakSession session) {
        var factory = session.getKeycloakSessionFactory();
        return factory.getSpis().stream()
                .filter(spi -> SPI.equals(spi.getName()))
                .anyMatch(spi -> isAtWork(factory, spi.getProviderClass()));
    }

    /** The id is a constant, so asking for it loads no class. */
    private static boolean isAtWork(
            KeycloakSessionFactory factory, Class<? extends Provider> type) {
        return factory.getProviderFactory(type, TokenGuardFactory.PROVIDER_ID) != null;
    }
}
