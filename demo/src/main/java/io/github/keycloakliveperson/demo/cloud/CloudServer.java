package io.github.keycloakliveperson.demo.cloud;

import io.github.keycloakliveperson.demo.site.ContentSecurityPolicy;
import io.github.keycloakliveperson.demo.site.Pages;
import io.github.keycloakliveperson.demo.site.Site;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The simulated Conversational Cloud as a web server. */
public final class CloudServer implements AutoCloseable {

    /** The external window's page, where LivePerson's own has it (L24). */
    public static final String EXTERNAL_WINDOW = "/le_unified_window/index.html";

    private final Javalin server;

    private CloudServer(Javalin server) {
        this.server = server;
    }

    /**
     * @param bind the address to listen on
     * @param origin what browsers call this server, {@code http://localhost:8082}
     * @param brandOrigin the brand's site, which embeds the window
     * @param account the brand's account
     * @param checks onboarding's checks
     * @return the running server
     */
    public static CloudServer start(
            String bind, URI origin, URI brandOrigin, Account account, ConnectorChecks checks) {
        var policy = ContentSecurityPolicy.own();
        var pages =
                new Pages(
                        "/site/cloud",
                        Map.of("brand", brandOrigin.toString(), "account", account.number()));
        var site =
                new Site(
                        "cloud",
                        bind,
                        origin,
                        Set.of("/site/common", "/site/cloud-assets"),
                        policy,
                        pages);
        var server = site.create();
        var clock = Clock.systemUTC();
        var http = HttpClient.newHttpClient();
        var desk = new TokenDesk(account, http);
        var conversations = new Conversations();
        var window = origin.resolve(EXTERNAL_WINDOW);
        var external = new ExternalWindow(account, window, brandOrigin.toString(), desk, clock);
        var embedded = new EmbeddedWindow(account, desk, clock);
        var bot = new Bot(account, origin, brandOrigin, conversations, http);
        bot.addTo(server, pages);
        new WindowApi(
                        external,
                        embedded,
                        conversations,
                        bot,
                        origin.toString(),
                        brandOrigin.toString())
                .addTo(server);
        new Workspace(conversations, new FaultyProvider(clock), pages).addTo(server);
        new WindowPages(account, conversations, pages, framedBy(brandOrigin)).addTo(server);
        new SetUpPages(account, checks, pages).addTo(server);
        server.start();
        return new CloudServer(server);
    }

    private static ContentSecurityPolicy framedBy(URI brandOrigin) {
        return ContentSecurityPolicy.own().allow("frame-ancestors", brandOrigin.toString());
    }

    @Override
    public void close() {
        server.stop();
    }
}
