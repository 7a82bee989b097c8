package io.github.keycloakliveperson.demo.brand;

import io.github.keycloakliveperson.demo.brand.BrandSignIn.Customer;
import io.github.keycloakliveperson.demo.cloud.Account;
import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import io.github.keycloakliveperson.demo.site.ContentSecurityPolicy;
import io.github.keycloakliveperson.demo.site.Pages;
import io.github.keycloakliveperson.demo.site.RandomId;
import io.github.keycloakliveperson.demo.site.Recent;
import io.github.keycloakliveperson.demo.site.Site;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The brand's site as a web server: signed out, signed in, account, the two tags, its API. */
public final class BrandServer implements AutoCloseable {

    private static final String SESSION = "fernhill_session";
    private static final String STATE = "fernhill_state";
    private static final String CONNECTOR = "fernhill_connector";
    private static final int MOST_SESSIONS = 500;

    private final Account account;
    private final BrandSignIn signIn;
    private final Pages pages;
    private final Recent<Customer> sessions = new Recent<>(MOST_SESSIONS);
    private final Javalin server;

    private BrandServer(Account account, BrandSignIn signIn, Pages pages, Site site) {
        this.account = account;
        this.signIn = signIn;
        this.pages = pages;
        this.server = site.create();
    }

    /**
     * @param bind the address to listen on
     * @param origin what browsers call this server, {@code http://localhost:8081}
     * @param cloudOrigin the Conversational Cloud's origin
     * @param keycloak where customers sign in
     * @param account the brand's account at LivePerson
     * @return the running server
     */
    public static BrandServer start(
            String bind, URI origin, URI cloudOrigin, KeycloakSite keycloak, Account account) {
        var kc = keycloak.browserUri().toString();
        var cloud = cloudOrigin.toString();
        // The lines that a real brand adds to its policy: its Keycloak and LivePerson.
        var policy =
                ContentSecurityPolicy.own()
                        .allow("script-src", kc, cloud)
                        .allow("style-src", cloud)
                        .allow("connect-src", kc, cloud)
                        .allow("frame-src", kc, cloud)
                        .allow("form-action", kc);
        var pages =
                new Pages(
                        "/site/brand",
                        Map.of(
                                "cloud", cloud,
                                "realm", keycloak.issuer(),
                                "account", account.number()));
        var site =
                new Site(
                        "brand",
                        bind,
                        origin,
                        Set.of("/site/common", "/site/brand-assets"),
                        policy,
                        pages);
        var brand = new BrandServer(account, new BrandSignIn(keycloak, origin), pages, site);
        brand.addPages();
        brand.server.get(BillApi.PATH, new BillApi(keycloak)::bill);
        brand.server.start();
        return brand;
    }

    private void addPages() {
        server.get("/", context -> page(context, "home"));
        server.get("/signed-out", context -> page(context, "signed-out"));
        server.get("/account", this::account);
        server.get("/sign-in", this::begin);
        server.get("/sign-in/return", this::finish);
        server.post("/sign-out", this::signOut);
        server.get("/connector/{clientId}", this::chooseConnector);
    }

    private void account(Context context) {
        if (customer(context).isEmpty()) {
            context.redirect("/sign-in");
            return;
        }
        page(context, "account");
    }

    private void begin(Context context) {
        var begun = signIn.begin();
        context.cookie(cookie(STATE, begun.state()));
        context.redirect(begun.location().toString());
    }

    /** The state must be the one this browser left with. */
    private void finish(Context context) throws InterruptedException {
        var state = context.queryParam("state");
        var code = context.queryParam("code");
        var own = state != null && state.equals(context.cookie(STATE));
        context.removeCookie(STATE);
        var customer =
                own && code != null ? signIn.finish(state, code) : Optional.<Customer>empty();
        if (customer.isEmpty()) {
            pages.show(
                    context,
                    "message",
                    Map.of("title", "You are not signed in", "text", "Please try again."));
            return;
        }
        var session = RandomId.create();
        sessions.put(session, customer.get());
        context.cookie(cookie(SESSION, session));
        context.redirect("/account");
    }

    private void signOut(Context context) {
        var id = context.cookie(SESSION);
        context.removeCookie(SESSION);
        var customer = id == null ? Optional.<Customer>empty() : sessions.take(id);
        context.redirect(
                customer.map(c -> signIn.signOutAddress(c).toString()).orElse("/signed-out"));
    }

    private void chooseConnector(Context context) {
        account.connector(context.pathParam("clientId"))
                .ifPresent(e -> context.cookie(cookie(CONNECTOR, e.connector().clientId())));
        context.redirect(customer(context).isPresent() ? "/account" : "/");
    }

    private Optional<Customer> customer(Context context) {
        var id = context.cookie(SESSION);
        return id == null ? Optional.empty() : sessions.get(id);
    }

    private void page(Context context, String name) {
        Map<String, Object> values = new HashMap<>();
        customer(context)
                .ifPresent(
                        c -> values.put("customer", Map.of("name", c.name(), "email", c.email())));
        values.putAll(ChatChoices.of(account, context.cookie(CONNECTOR)));
        values.put("on-" + name, true);
        pages.show(context, name, values);
    }

    private static Cookie cookie(String name, String value) {
        return new Cookie(name, value, "/", -1, false, 0, true, null, null, SameSite.LAX);
    }

    @Override
    public void close() {
        server.stop();
    }
}
