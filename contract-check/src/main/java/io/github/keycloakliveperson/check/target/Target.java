package io.github.keycloakliveperson.check.target;

import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.window.Dialect;
import java.util.Optional;
import java.util.Set;

/**
 * One client in one flow: the connector record at LivePerson, and what the check needs beside it.
 *
 * @param connector the record, with the JWKS endpoint as its certificate
 * @param dialects what external windows speak to this provider
 * @param pageEndpoint the authorization endpoint that the brand's page and app use
 * @param redirectUris where answers go to
 * @param livePersonKey for encrypted tokens; without it tokens are expected in the clear
 * @param pastedKey the connector's JWT Public Key, where one is pasted (L11)
 * @param pageTag the provider's part in the brand's pages
 */
public record Target(
        Connector connector,
        Set<Dialect> dialects,
        String pageEndpoint,
        RedirectUris redirectUris,
        Optional<LivePersonKeyPair> livePersonKey,
        Optional<String> pastedKey,
        Optional<PageTag> pageTag) {
    public Target {
        dialects = Set.copyOf(dialects);
        if (connector.hasTokenCall() && connector.clientSecret().isEmpty()) {
            throw new IllegalArgumentException(
                    "The flow "
                            + Flow.of(connector)
                            + " needs the client's secret: LivePerson has one (L18).");
        }
    }

    /** Client and flow, as a heading. */
    public String title() {
        return connector.clientId()
                + ", "
                + Flow.of(connector)
                + (livePersonKey.isPresent() ? ", encrypted" : "");
    }

    @Override
    public String toString() {
        return "Target[" + title() + "]";
    }
}
