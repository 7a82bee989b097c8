package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.List;

/** A client that gives LivePerson's bots access to the brand's API (L39, L40). */
final class DelegationChecks {

    /** What every such client is asked. */
    static final List<SetupCheck> ALL =
            List.of(
                    DelegationChecks::audience,
                    DelegationChecks::lifespan,
                    DelegationChecks::refreshTokens,
                    DelegationChecks::offlineAccess);

    /** Tells the realm's settings. */
    static final String LIFESPAN = "access-token-lifespan";

    private static final String OFFLINE = "offline_access";
    private static final int SHORTEST = 60;
    private static final int LONGEST = 3_600;

    private DelegationChecks() {}

    /** Of a connector of its own alone (L40). */
    static Check redirectUri(Setup setup) {
        var id = "delegation-redirect-uri";
        if (setup.client().redirectUris().stream()
                .noneMatch(ClientSettings::isDelegationRedirect)) {
            return Check.fail(
                    id,
                    "LivePerson's redirect URI for consumer delegation isn't registered.",
                    "Add the redirect URI https://{LivePerson's idp domain}/callback/{your"
                            + " account}/redirectCode; or https://liveperson.net, if the client is"
                            + " for authenticated conversations.");
        }
        return Check.pass(id, "LivePerson's redirect URI for consumer delegation is registered.");
    }

    private static Check audience(Setup setup) {
        var id = "api-audience";
        var named =
                setup.mappers().stream()
                        .anyMatch(
                                mapper ->
                                        mapper.providerId().equals("oidc-audience-mapper")
                                                && "true"
                                                        .equals(
                                                                mapper.config()
                                                                        .get(
                                                                                "access.token.claim")));
        return named
                ? Check.pass(id, "Access tokens name the API that they are for.")
                : Check.warn(
                        id,
                        "No mapper puts your API into the audience of access tokens, so it can't"
                                + " tell them from others of this realm.",
                        "Add an Audience mapper to the client scope of your API, and have the API"
                                + " look at aud.");
    }

    private static Check lifespan(Setup setup) {
        var client = setup.client();
        var seconds = seconds(client, "access.token.lifespan", setup.realm().accessTokenSeconds());
        var idle = seconds(client, "client.session.idle.timeout", setup.realm().ssoIdleSeconds());
        if (seconds < SHORTEST || seconds > LONGEST) {
            return Check.warn(
                    LIFESPAN,
                    "Access tokens live for " + seconds + " seconds. LivePerson keeps them.",
                    "Set Access Token Lifespan under Advanced to 60 to 3600 seconds.");
        }
        if (refreshes(setup) && seconds >= idle) {
            return Check.warn(
                    LIFESPAN,
                    "Access tokens live for "
                            + seconds
                            + " seconds, but refresh tokens end unused after "
                            + idle
                            + ", so LivePerson can't renew.",
                    "Shorten Access Token Lifespan under Advanced, or lengthen SSO Session Idle.");
        }
        return Check.pass(LIFESPAN, "Access tokens live for " + seconds + " seconds.");
    }

    private static Check refreshTokens(Setup setup) {
        var id = "refresh-tokens";
        var on = refreshes(setup);
        if (setup.delegatesOnly() && on) {
            return Check.warn(
                    id,
                    "LivePerson gets refresh tokens, which it ignores in unauthenticated"
                            + " conversations.",
                    "Turn off Use refresh tokens under Advanced.");
        }
        if (!setup.delegatesOnly() && !on) {
            return Check.warn(
                    id,
                    "LivePerson gets no refresh token, so a bot's access ends with its first"
                            + " access token.",
                    "Turn on Use refresh tokens under Advanced.");
        }
        return Check.pass(
                id,
                on ? "LivePerson renews access tokens." : "No refresh token leaves the server.");
    }

    private static Check offlineAccess(Setup setup) {
        var id = "offline-access";
        var scopes = setup.client().scopes();
        return scopes.always().contains(OFFLINE) || scopes.asked().contains(OFFLINE)
                ? Check.warn(
                        id,
                        "The client can get offline tokens, which outlive the consumer's session.",
                        "Remove the client scope offline_access from the client.")
                : Check.pass(id, "Nothing outlives the consumer's session.");
    }

    private static boolean refreshes(Setup setup) {
        return !"false".equals(setup.client().attribute("use.refresh.tokens"));
    }

    /** A client's own lifespan, or the realm's where it has none. */
    private static int seconds(ClientSettings client, String attribute, int realms) {
        var own = client.attribute(attribute);
        return own.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(own) : realms;
    }
}
