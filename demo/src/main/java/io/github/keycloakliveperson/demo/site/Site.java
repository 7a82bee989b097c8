package io.github.keycloakliveperson.demo.site;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * One of the demo's web servers, with what all of them do: one address to listen on, static files,
 * safe headers, error pages.
 *
 * @param name for the threads
 * @param bind the address to listen on, {@code 127.0.0.1}
 * @param origin what browsers call it, {@code http://localhost:8081}
 * @param assets folders of static files in the class path, shown under {@code /assets}
 * @param policy the pages' Content-Security-Policy
 * @param pages for the error pages; needs the template {@code message}
 */
public record Site(
        String name,
        String bind,
        URI origin,
        Set<String> assets,
        ContentSecurityPolicy policy,
        Pages pages) {

    /** An openID answer carries configuration and token in one query; in bytes. */
    private static final int HEADER_LIMIT = 65_536;

    /** {@return a server with everything but its own pages, not started} */
    public Javalin create() {
        var server =
                Javalin.create(
                        config -> {
                            config.showJavalinBanner = false;
                            config.startupWatcherEnabled = false;
                            config.jetty.defaultHost = bind;
                            config.jetty.defaultPort = origin.getPort();
                            config.jetty.modifyHttpConfiguration(
                                    http -> {
                                        http.setRequestHeaderSize(HEADER_LIMIT);
                                        http.setSendServerVersion(false);
                                    });
                            for (var folder : assets) {
                                config.staticFiles.add(
                                        files -> {
                                            files.hostedPath = "/assets";
                                            files.directory = folder;
                                            files.location = Location.CLASSPATH;
                                        });
                            }
                        });
        server.before(this::refuseOtherHosts);
        server.before(this::headers);
        server.error(
                HttpStatus.NOT_FOUND,
                context -> {
                    if (wantsPage(context)) {
                        message(context, "There is nothing here", "Check the address.");
                    }
                });
        server.exception(
                IllegalArgumentException.class,
                (e, context) -> {
                    context.status(HttpStatus.BAD_REQUEST);
                    message(context, "Bad request", e.getMessage());
                });
        return server;
    }

    private static boolean wantsPage(Context context) {
        var accept = context.header("Accept");
        return accept != null && accept.contains("text/html");
    }

    private void message(Context context, String title, String text) {
        pages.show(context, "message", Map.of("title", title, "text", String.valueOf(text)));
    }

    /**
     * A page under another host name that resolves to this machine (DNS rebinding) gets nothing.
     */
    private void refuseOtherHosts(Context context) {
        var host = context.header("Host");
        if (host == null || !host.equals(origin.getAuthority())) {
            context.status(HttpStatus.MISDIRECTED_REQUEST)
                    .result("Call this site " + origin + ".")
                    .skipRemainingHandlers();
        }
    }

    private void headers(Context context) {
        context.header("Content-Security-Policy", policy.header());
        context.header("Referrer-Policy", "no-referrer");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Cache-Control", "no-store");
    }
}
