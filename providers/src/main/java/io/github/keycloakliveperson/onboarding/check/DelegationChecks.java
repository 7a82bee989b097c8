package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;

/** A client that gives LivePerson's bots access to the brand's API (L39, L40). */
final class DelegationChecks {

    private static final String OFFLINE = "offline_access";
    private static final int SHORTEST = 60;
    private static final int LONGEST = 3_600;

    private DelegationChecks() {}

    /** Only for a separate connector (L40). */
    static Finding redirectUri(Setup setup) {
        return setup.client().redirectUris().stream().anyMatch(ClientSettings::isDelegationRedirect)
                ? Finding.pass("LivePerson's redirect URI for consumer delegation is registered.")
                : Finding.fail(
                        "LivePerson's redirect URI for consumer delegation isn't registered.",
                        "Add the redirect URI https://{LivePerson's idp domain}/callback/{your"
                                + " account}/redirectCode; or https://liveperson.net, if the client"
                                + " is for authenticated conversations.");
    }

    static Finding audience(Setup setup) {
        var named =
                setup.mappers().stream()
                        .filter(mapper -> mapper.providerId().equals("oidc-audience-mapper"))
                        .anyMatch(m -> "true".equals(m.config().get("access.token.claim")));
        return named
                ? Finding.pass("Access tokens name the API that they are for.")
                : Finding.warn(
                        "No mapper puts your API into the audience of access tokens, so it can't"
                                + " tell them from others of this realm.",
                        "Add an Audience mapper to the client scope of your API, and have the API"
                                + " look at aud.");
    }

    static Finding lifespan(Setup setup) {
        var client = setup.client();
        var seconds = seconds(client, "access.token.lifespan", setup.realm().accessTokenSeconds());
        var idle = seconds(client, "client.session.idle.timeout", setup.realm().ssoIdleSeconds());
        var live = "Access tokens live for " + seconds + " seconds";
        if (seconds < SHORTEST || seconds > LONGEST) {
            return Finding.warn(
                    live + ". LivePerson keeps them.",
                    "Set Access Token Lifespan under Advanced to 60 to 3600 seconds.");
        }
        return refreshes(setup) && seconds >= idle
                ? Finding.warn(
                        "%s, but refresh tokens end unused after %s, so LivePerson can't renew."
                                .formatted(live, idle),
                        "Shorten Access Token Lifespan under Advanced, or lengthen SSO Session"
                                + " Idle.")
                : Finding.pass(live + ".");
    }

    static Finding refreshTokens(Setup setup) {
        var on = refreshes(setup);
        if (setup.delegatesOnly() && on) {
            return Finding.warn(
                    "LivePerson gets refresh tokens, which it ignores in unauthenticated"
                            + " conversations.",
                    "Turn off Use refresh tokens under Advanced.");
        }
        if (!setup.delegatesOnly() && !on) {
            return Finding.warn(
                    "LivePerson gets no refresh token, so a bot's access ends with its first access"
                            + " token.",
                    "Turn on Use refresh tokens under Advanced.");
        }
        return Finding.pass(
                on ? "LivePerson renews access tokens." : "No refresh token leaves the server.");
    }

    static Finding offlineAccess(Setup setup) {
        var scopes = setup.client().scopes();
        return scopes.always().contains(OFFLINE) || scopes.asked().contains(OFFLINE)
                ? Finding.warn(
                        "The client can get offline tokens, which outlive the consumer's session.",
                        "Remove the client scope offline_access from the client.")
                : Finding.pass("Nothing outlives the consumer's session.");
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
