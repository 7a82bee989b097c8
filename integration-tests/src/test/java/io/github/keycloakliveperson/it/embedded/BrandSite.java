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

    private record Content(String html, String policy) {}

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
        String html =
                "<!DOCTYPE html><html><head><meta charset=utf-8><title>%s</title></head><body>%s</body></html>";
        pages.put(path, new Content(html.formatted(path, body), policy));
    }

    private void answer(HttpExchange exchange) throws IOException {
        Content content = pages.get(exchange.getRequestURI().getPath());
        byte[] body =
                content == null ? new byte[0] : content.html().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        if (content != null) {
            exchange.getResponseHeaders().add("Content-Security-Policy", content.policy());
        }
        exchange.sendResponseHeaders(
                content == null ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
