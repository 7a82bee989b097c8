package io.github.keycloakliveperson.it.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Web pages under any host name of this machine: Chromium takes every {@code *.localhost} for
 * loopback, and each of them is a site of its own.
 */
final class BrandSite implements AutoCloseable {

    private final Map<String, Content> pages = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private record Content(String type, String body, Map<String, String> headers) {}

    private BrandSite(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static BrandSite start() {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return new BrandSite(HttpServer.create(anyPort, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The origin of this server under a host name. */
    String origin(String host) {
        return "http://" + host + ":" + server.getAddress().getPort();
    }

    /** Puts a page at a path, with a Content-Security-Policy. */
    void page(String path, String policy, String body) {
        page(path, Map.of("Content-Security-Policy", policy), body);
    }

    /** Puts a page at a path, with these headers. */
    void page(String path, Map<String, String> headers, String body) {
        String html =
                "<!DOCTYPE html><html><head><meta charset=utf-8><title>%s</title></head><body>%s</body></html>";
        pages.put(path, new Content("text/html", html.formatted(path, body), headers));
    }

    /** Puts a script at a path. */
    void script(String path, String text) {
        pages.put(path, new Content("text/javascript", text, Map.of()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        Content content = pages.get(exchange.getRequestURI().getPath());
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            byte[] body = content.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", content.type() + "; charset=utf-8");
            content.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
