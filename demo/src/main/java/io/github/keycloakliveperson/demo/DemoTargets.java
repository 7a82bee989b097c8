package io.github.keycloakliveperson.demo;

import io.github.keycloakliveperson.check.target.Dialect;
import io.github.keycloakliveperson.check.target.Endpoints;
import io.github.keycloakliveperson.check.target.Flow;
import io.github.keycloakliveperson.check.target.LivePersonKey;
import io.github.keycloakliveperson.check.target.PageTag;
import io.github.keycloakliveperson.check.target.RedirectUris;
import io.github.keycloakliveperson.check.target.Target;
import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import io.github.keycloakliveperson.demo.cloud.Account;
import io.github.keycloakliveperson.demo.setup.BrandSetup;
import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;

/**
 * The demo's connectors as the contract check wants them.
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
                connector.jwtIssuer(),
                connector.clientId(),
                connector.clientSecret().map(ClientSecret::value),
                flow(connector),
                EnumSet.allOf(Dialect.class),
                endpoints(connector),
                redirectUris(connector),
                entry.encryption() == Encryption.EXPECTED
                        ? Optional.of(new LivePersonKey(keyPair.privateKey(), keyPair.kid()))
                        : Optional.empty(),
                Optional.empty(),
                Optional.of(pageTag(connector)));
    }

    private Endpoints endpoints(Connector connector) {
        URI token = keycloak.forServers("/protocol/openid-connect/token");
        return new Endpoints(
                connector.authenticationEndpoint().toString(),
                keycloak.forBrowsers("/protocol/openid-connect/auth").toString(),
                connector.tokenEndpoint().orElse(token).toString(),
                keycloak.forServers("/liveperson/jwks").toString());
    }

    private RedirectUris redirectUris(Connector connector) {
        String silentReturn = "/liveperson/silent-return/" + connector.clientId();
        return new RedirectUris(
                keycloak.forBrowsers(silentReturn).toString(),
                addresses.cloud().resolve("/le_unified_window/index.html").toString(),
                RedirectUris.DEFAULT,
                Optional.of(BrandSetup.APP_REDIRECT_URI));
    }

    private PageTag pageTag(Connector connector) {
        String identity = "/liveperson/identity/" + connector.clientId();
        return new PageTag(
                keycloak.forBrowsers("/liveperson/web-auth.js").toString(),
                Optional.of(keycloak.forBrowsers(identity).toString()),
                addresses.brand().toString(),
                connector.jsMethodName());
    }

    private static Flow flow(Connector connector) {
        if (connector.authenticationType() == AuthenticationType.IMPLICIT) {
            return Flow.IMPLICIT;
        }
        return connector.pkce() ? Flow.CODE_PKCE : Flow.CODE;
    }
}
