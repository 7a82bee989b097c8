package io.github.keycloakliveperson.it.idtoken;

import com.sun.net.httpserver.HttpServer;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where Keycloak asks for a consumer's consent beside the browser (CIBA): it always agrees. */
final class AuthenticationDevice implements AutoCloseable {

    /** Where it listens; the server is told when it starts. */
    static final int PORT = 28_766;

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final HttpServer server;

    AuthenticationDevice() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
                    exchange.sendResponseHeaders(201, -1);
                    exchange.close();
                });
        server.start();
    }

    /** Waits until it is asked, and agrees. */
    void agree(TestRealm realm) throws InterruptedException {
        String bearer = asked.poll(60, TimeUnit.SECONDS);
        int status =
                new ConsumerBrowser()
                        .send(
                                HttpRequest.newBuilder(realm.protocol("ext/ciba/auth/callback"))
                                        .header("Authorization", bearer)
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString("{\"status\":\"SUCCEED\"}")))
                        .status();
        if (status != 200) {
            throw new IllegalStateException("The callback answered " + status);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
