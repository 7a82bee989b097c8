package io.github.keycloakliveperson.demo;

import io.github.keycloakliveperson.check.provider.PageTag;
import io.github.keycloakliveperson.check.provider.RedirectUris;
import io.github.keycloakliveperson.check.provider.Target;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import io.github.keycloakliveperson.contract.window.Dialect;
import io.github.keycloakliveperson.demo.cloud.Account;
import io.github.keycloakliveperson.demo.cloud.CloudServer;
import io.github.keycloakliveperson.demo.setup.BrandSetup;
import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import java.util.EnumSet;
import java.util.Optional;

/**
 * The demo's connectors as the contract check needs them.
 *
 * @param keycloak where Keycloak is
 * @param addresses where the demo's own servers are
 * @param keyPair LivePerson's
 */
record DemoTargets(
        KeycloakSite keycloak, DemoWorld.Addresses addresses, LivePersonKeyPair keyPair) {

    Target of(Account.Entry entry) {
        var connector = entry.connector();
        return new Target(
                connector,
                EnumSet.allOf(Dialect.class),
                keycloak.forBrowsers("/protocol/openid-connect/auth").toString(),
                redirectUris(connector),
                entry.encryption() == Encryption.EXPECTED ? Optional.of(keyPair) : Optional.empty(),
                Optional.empty(),
                Optional.of(pageTag(connector)),
                entry.apiScopes());
    }

    private RedirectUris redirectUris(Connector connector) {
        var silentReturn = "/liveperson/silent-return/" + connector.clientId();
        return new RedirectUris(
                connector.delegates()
                        ? addresses.cloud().resolve(BrandSetup.BOT_CALLBACK).toString()
                        : keycloak.forBrowsers(silentReturn).toString(),
                addresses.cloud().resolve(CloudServer.EXTERNAL_WINDOW).toString(),
                RedirectUris.DEFAULT,
                Optional.of(BrandSetup.APP_REDIRECT_URI));
    }

    private PageTag pageTag(Connector connector) {
        var identity = "/liveperson/identity/" + connector.clientId();
        return new PageTag(
                keycloak.forBrowsers("/liveperson/web-auth.js").toString(),
                Optional.of(keycloak.forBrowsers(identity).toString()),
                addresses.brand().toString());
    }
}
