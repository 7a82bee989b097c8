package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.provider.Flow;
import io.github.keycloakliveperson.check.provider.PageTag;
import io.github.keycloakliveperson.check.provider.RedirectUris;
import io.github.keycloakliveperson.check.provider.Target;
import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwksEndpoint;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwtPublicKey;
import io.github.keycloakliveperson.contract.issuer.TestIssuer;
import io.github.keycloakliveperson.contract.issuer.TokenFault;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.window.Dialect;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small OpenID provider that does everything LivePerson expects, except for at most one fault. It
 * keeps nothing but sessions and codes in memory and listens on loopback.
 */
final class FakeProvider implements AutoCloseable {
    static final String CLIENT = "liveperson";
    static final String SECRET = "s3cret+with/signs%3D";
    static final String USER = "consumer";
    static final String PASSWORD = "correct horse";
    static final String ORIGIN = "https://www.brand.example";
    static final String APP = "com.brand.app:/oauth";
    static final String API_SCOPE = "bill.read";
    private static final String CALLBACK = "https://idp.example/callback/1/redirectCode";

    /** What a code stands for. */
    record Grant(String redirectUri, Optional<String> challenge, Optional<String> nonce) {}

    final Optional<Fault> fault;
    private final Optional<LivePersonKeyPair> encryption;
    final Map<String, Grant> codes = new ConcurrentHashMap<>();
    final FakeIdTokens idTokens;
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private final Javalin server;

    private FakeProvider(Optional<Fault> fault, Optional<TokenFault> ofToken, boolean encrypts) {
        this.fault = fault;
        this.encryption = encrypts ? Optional.of(FakeIdTokens.LIVEPERSON) : Optional.empty();
        this.idTokens = new FakeIdTokens(this, ofToken, encryption);
        var authorization = new FakeAuthorization(this);
        var tokens = new FakeTokenEndpoint(this);
        var pages = new FakePages(this);
        this.server =
                Javalin.create(
                        config -> {
                            config.showJavalinBanner = false;
                            config.jetty.modifyHttpConfiguration(
                                    http -> {
                                        http.setRequestHeaderSize(64 * 1024);
                                        http.setResponseHeaderSize(64 * 1024);
                                    });
                        });
        server.get("/.well-known/openid-configuration", this::discovery);
        server.get("/jwks", context -> context.result(idTokens.keySet()));
        server.get("/authorize", authorization::authorize);
        server.post("/login", authorization::login);
        server.post("/token", tokens::redeem);
        server.get("/script.js", pages::script);
        server.get("/silent-return", pages::silentReturn);
        server.get("/identity", pages::identity);
        server.start("127.0.0.1", 0);
    }

    static FakeProvider sound() {
        return new FakeProvider(Optional.empty(), Optional.empty(), false);
    }

    static FakeProvider encrypting() {
        return new FakeProvider(Optional.empty(), Optional.empty(), true);
    }

    static FakeProvider with(Fault fault) {
        return new FakeProvider(Optional.of(fault), Optional.empty(), false);
    }

    static FakeProvider with(TokenFault fault) {
        return new FakeProvider(Optional.empty(), Optional.of(fault), fault.ofEncryption());
    }

    boolean has(Fault other) {
        return fault.equals(Optional.of(other));
    }

    String issuer() {
        return "http://127.0.0.1:" + server.port();
    }

    String silentReturn() {
        return issuer() + "/silent-return";
    }

    /** The redirect URIs this client has. */
    Set<String> registered() {
        Set<String> all =
                new HashSet<>(
                        Set.of(
                                RedirectUris.DEFAULT,
                                RedirectUris.DEFAULT + "/",
                                RedirectUris.WINDOW,
                                silentReturn(),
                                CALLBACK,
                                APP));
        if (has(Fault.CALLBACK_UNKNOWN)) {
            all.remove(CALLBACK);
        }
        if (has(Fault.DEFAULT_UNKNOWN)) {
            all.remove(RedirectUris.DEFAULT);
        }
        if (has(Fault.WINDOW_UNKNOWN)) {
            all.remove(RedirectUris.WINDOW);
        }
        if (has(Fault.APP_UNKNOWN)) {
            all.remove(APP);
        }
        return all;
    }

    boolean signedIn(Context context) {
        var session = context.cookie("SESSION");
        return session != null && sessions.contains(session);
    }

    void signIn(Context context) {
        var session = UUID.randomUUID().toString();
        sessions.add(session);
        context.res().addHeader("Set-Cookie", "SESSION=" + session + "; Path=/; HttpOnly");
    }

    /** A target as a brand would name it, with the page's part. */
    Target target(Flow flow) {
        return new Target(
                new Connector(
                        flow.authenticationType(),
                        flow == Flow.CODE_PKCE,
                        "Brand",
                        issuer(),
                        URI.create(issuer() + "/authorize"),
                        Optional.of(URI.create(issuer() + "/token")),
                        CLIENT,
                        Optional.of(new ClientSecret(SECRET)),
                        flow == Flow.DELEGATION
                                ? new JwtPublicKey(JwtPublicKey.CONSUMER_DELEGATION)
                                : new JwksEndpoint(URI.create(issuer() + "/jwks")),
                        Connector.DEFAULT_JS_METHOD,
                        ""),
                EnumSet.allOf(Dialect.class),
                issuer() + "/authorize",
                new RedirectUris(
                        flow == Flow.DELEGATION ? CALLBACK : silentReturn(),
                        RedirectUris.WINDOW,
                        RedirectUris.DEFAULT,
                        Optional.of(APP)),
                encryption,
                Optional.of(TestIssuer.spki()),
                Optional.of(
                        new PageTag(
                                issuer() + "/script.js",
                                Optional.of(issuer() + "/identity"),
                                ORIGIN)),
                Set.of(API_SCOPE));
    }

    @Override
    public void close() {
        server.stop();
    }

    private void discovery(Context context) {
        context.json(
                Map.of(
                        "issuer", issuer(),
                        "authorization_endpoint", issuer() + "/authorize",
                        "token_endpoint", issuer() + "/token",
                        "jwks_uri", issuer() + "/jwks"));
    }
}
