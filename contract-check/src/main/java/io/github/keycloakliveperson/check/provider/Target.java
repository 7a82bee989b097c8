package io.github.keycloakliveperson.check.provider;

import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.window.Dialect;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One client in one flow: the connector record at LivePerson, and what else the check needs.
 *
 * @param connector the record, with the JWKS endpoint as its certificate
 * @param dialects the dialects of external windows at this provider
 * @param pageEndpoint the authorization endpoint that the brand's page and app use
 * @param redirectUris where answers go to
 * @param livePersonKey for encrypted tokens; without it, tokens must not be encrypted
 * @param pastedKey the connector's JWT Public Key, where one is pasted (L11)
 * @param pageTag the provider's part in the brand's pages
 * @param apiScopes the scopes that bots need for the brand's API; none where no bot acts for
 *     consumers (L39, L40)
 */
public record Target(
        Connector connector,
        Set<Dialect> dialects,
        String pageEndpoint,
        RedirectUris redirectUris,
        Optional<LivePersonKeyPair> livePersonKey,
        Optional<String> pastedKey,
        Optional<PageTag> pageTag,
        Set<String> apiScopes) {
    public Target {
        dialects = Set.copyOf(dialects);
        apiScopes = Collections.unmodifiableSet(new TreeSet<>(apiScopes));
        if (connector.hasTokenCall() && connector.clientSecret().isEmpty()) {
            throw new IllegalArgumentException(
                    "The flow "
                            + Flow.of(connector)
                            + " needs the client's secret, which LivePerson sends (L18).");
        }
    }

    /** What is asked for: an id_token, or by a bot's link the API's scopes (L40). */
    public String pageScope() {
        return connector.delegates() ? String.join(" ", apiScopes) : "openid";
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
