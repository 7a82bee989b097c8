package io.github.keycloakliveperson.benchmarks.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A relying party's landing for posted forms, which accepts them and redirects, the least that it
 * must do.
 */
public final class FormLanding implements AutoCloseable {

    private static final int FOUND = 302;

    private final HttpServer server;

    private FormLanding(HttpServer server) {
        this.server = server;
    }

    /** Opens one on a free port of this machine. */
    public static FormLanding open() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        exchange.getRequestBody().readAllBytes();
                        exchange.getResponseHeaders().set("Location", "/");
                        exchange.sendResponseHeaders(FOUND, -1);
                        exchange.close();
                    });
            server.start();
            return new FormLanding(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where forms are posted. */
    String address() {
        return "http://"
                + server.getAddress().getAddress().getHostAddress()
                + ":"
                + server.getAddress().getPort()
                + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
