package io.github.keycloakliveperson.check;

import io.github.keycloakliveperson.check.provider.ConnectorForm;
import io.github.keycloakliveperson.check.provider.Discovery;
import io.github.keycloakliveperson.check.provider.Flow;
import io.github.keycloakliveperson.check.provider.PageTag;
import io.github.keycloakliveperson.check.provider.RedirectUris;
import io.github.keycloakliveperson.check.provider.Target;
import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwksEndpoint;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwtPublicKey;
import io.github.keycloakliveperson.contract.window.Dialect;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the connector at LivePerson would contain, and the provider's addresses. */
final class TargetOptions {
    static final String SECRET_VARIABLE = "LIVEPERSON_CLIENT_SECRET";

    @Option(
            names = "--connector",
            description =
                    "File with the connector values from the extension (GET"
                            + " liveperson/clients/ID), or - for standard input. Other options"
                            + " override them.")
    Path connector;

    @Option(
            names = "--issuer",
            description = "The connector's JWT issuer, character for character.")
    String issuer;

    @Option(names = "--client-id", description = "The connector's Client ID.")
    String clientId;

    @Option(
            names = "--client-secret",
            interactive = true,
            arity = "0..1",
            defaultValue = "${env:" + SECRET_VARIABLE + "}",
            description =
                    "The connector's Client Secret. Without a value, the check asks for it. Also read from"
                            + " "
                            + SECRET_VARIABLE
                            + ".")
    String clientSecret;

    @Option(
            names = "--flow",
            split = ",",
            description =
                    "code, code-pkce, implicit, delegation (a bot's link), or several of them."
                            + " Default: code.")
    List<Flow> flows;

    @Option(
            names = "--dialect",
            split = ",",
            description =
                    "The external window's dialects: rfc (connectors since May 2018), openid."
                            + " Default: both.")
    Set<Dialect> dialects = EnumSet.allOf(Dialect.class);

    @Option(
            names = "--authorization-endpoint",
            description =
                    "The connector's Authentication Endpoint, which the external window opens."
                            + " Default: the provider's own.")
    String authorizationEndpoint;

    @Option(
            names = "--token-endpoint",
            description = "The connector's Token Endpoint. Default: the provider's own.")
    String tokenEndpoint;

    @Option(
            names = "--jwks",
            description = "The connector's JWKS Endpoint. Default: the provider's own.")
    String jwks;

    @Option(
            names = "--jwt-public-key",
            description = "The connector's JWT Public Key, if one is pasted.")
    String pastedKey;

    @Option(
            names = "--redirect-uri",
            description = "The brand page's redirect URI. Default: " + RedirectUris.DEFAULT + ".")
    String redirectUri;

    @Option(
            names = "--window",
            defaultValue = RedirectUris.WINDOW,
            description = "The external window's address. Default: " + RedirectUris.WINDOW + ".")
    String window;

    @Option(
            names = "--token-redirect-uri",
            defaultValue = RedirectUris.DEFAULT,
            description =
                    "What LivePerson sends to the token endpoint in the openID dialect. Default: "
                            + RedirectUris.DEFAULT
                            + ".")
    String tokenRedirectUri;

    @Option(names = "--app-redirect-uri", description = "A mobile app's redirect URI.")
    String appRedirectUri;

    @Option(
            names = "--api-scope",
            split = ",",
            description =
                    "Scopes of the brand's API that bots need, if the account has consumer"
                            + " delegation.")
    Set<String> apiScopes = Set.of();

    @Mixin private EncryptionOptions encryption = new EncryptionOptions();

    @Option(names = "--script", description = "Address of the page's script, if there is one.")
    String script;

    @Option(
            names = "--identity",
            description = "Address that the identity function calls, if it calls one.")
    String identity;

    @Option(
            names = "--origin",
            defaultValue = "https://www.brand.example",
            description = "Origin of the brand's pages, for --script and --identity.")
    String origin;

    @Option(
            names = "--method",
            description = "The JS Method Name. Default: lpGetAuthenticationToken.")
    String method;

    private void complete() {
        var form = connector == null ? ConnectorForm.empty() : ConnectorForm.in(connector);
        issuer = either(issuer, form.field("jwtIssuer"), "--issuer");
        clientId = either(clientId, form.field("clientId"), "--client-id");
        clientSecret = or(clientSecret, form.field("clientSecret"));
        authorizationEndpoint =
                or(
                        authorizationEndpoint,
                        form.field("authenticationEndpoint").or(form::linkEndpoint));
        tokenEndpoint = or(tokenEndpoint, form.field("tokenEndpoint"));
        jwks = or(jwks, form.field("jwksEndpoint"));
        pastedKey = or(pastedKey, form.field("jwtPublicKey"));
        method = or(method, form.field("jsMethodName"));
        script = or(script, form.script());
        identity = or(identity, form.besideScript("identity"));
        redirectUri =
                or(
                        redirectUri,
                        form.besideScript("silent-return").or(() -> form.ofLink("redirect_uri")));
        if (apiScopes.isEmpty()) {
            apiScopes =
                    form.ofLink("scope").map(scopes -> Set.of(scopes.split(" "))).orElse(apiScopes);
        }
        if (flows == null) {
            flows = List.of(form.flow().orElse(Flow.CODE));
        }
    }

    /**
     * One target for each flow asked for; what isn't given comes from the connector file, and then
     * from the provider's discovery.
     *
     * @param asked asks a provider, by its issuer
     * @throws IllegalArgumentException in a sentence, when something is missing after that
     */
    List<Target> targets(Function<String, Discovery> asked) {
        complete();
        var discovery = asked.apply(issuer);
        var redirectUris =
                new RedirectUris(
                        given(redirectUri).orElse(RedirectUris.DEFAULT),
                        window,
                        tokenRedirectUri,
                        given(appRedirectUri));
        return flows.stream().map(flow -> target(flow, discovery, redirectUris)).toList();
    }

    private Target target(Flow flow, Discovery discovery, RedirectUris redirectUris) {
        var record =
                new Connector(
                        flow.authenticationType(),
                        flow == Flow.CODE_PKCE,
                        issuer,
                        issuer,
                        URI.create(
                                given(authorizationEndpoint)
                                        .orElse(discovery.authorizationEndpoint())),
                        Optional.of(
                                URI.create(given(tokenEndpoint).orElse(discovery.tokenEndpoint()))),
                        clientId,
                        given(clientSecret).map(ClientSecret::new),
                        flow == Flow.DELEGATION
                                ? new JwtPublicKey(JwtPublicKey.CONSUMER_DELEGATION)
                                : new JwksEndpoint(
                                        URI.create(given(jwks).orElse(discovery.jwksUri()))),
                        given(method).orElse(Connector.DEFAULT_JS_METHOD),
                        "");
        return new Target(
                record,
                dialects,
                discovery.authorizationEndpoint(),
                redirectUris,
                encryption.key(),
                given(pastedKey),
                given(script).map(address -> new PageTag(address, given(identity), origin)),
                apiScopes);
    }

    private static String either(String option, Optional<String> field, String name) {
        return given(option)
                .or(() -> field)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Missing required option: " + name + " (or --connector)."));
    }

    private static String or(String option, Optional<String> field) {
        return given(option).or(() -> field).orElse(null);
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
