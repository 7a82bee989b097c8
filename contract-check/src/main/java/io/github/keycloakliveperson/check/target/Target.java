package io.github.keycloakliveperson.check.target;

import java.util.Optional;
import java.util.Set;

/**
 * One client in one flow: what a connector record at LivePerson would hold, and what the check
 * needs beside it.
 *
 * @param issuer the connector's JWT issuer
 * @param clientId the connector's Client ID
 * @param clientSecret the connector's Client Secret; none in the implicit flow
 * @param flow authentication type and PKCE
 * @param dialects what external windows speak to this provider
 * @param endpoints the provider's addresses
 * @param redirectUris where answers go to
 * @param livePersonKey for encrypted tokens; without it tokens are expected in the clear
 * @param pastedKey the connector's JWT Public Key, where one is pasted (L11)
 * @param pageTag the provider's part in the brand's pages
 */
public record Target(
        String issuer,
        String clientId,
        Optional<String> clientSecret,
        Flow flow,
        Set<Dialect> dialects,
        Endpoints endpoints,
        RedirectUris redirectUris,
        Optional<LivePersonKey> livePersonKey,
        Optional<String> pastedKey,
        Optional<PageTag> pageTag) {
    public Target {
        dialects = Set.copyOf(dialects);
        if (flow.hasTokenCall() && clientSecret.isEmpty()) {
            throw new IllegalArgumentException(
                    "The flow " + flow + " needs the client's secret: LivePerson has one (L18).");
        }
    }

    /** Client and flow, as a heading. */
    public String title() {
        return clientId + ", " + flow + (livePersonKey.isPresent() ? ", encrypted" : "");
    }

    @Override
    public String toString() {
        return "Target[" + title() + "]";
    }
}
