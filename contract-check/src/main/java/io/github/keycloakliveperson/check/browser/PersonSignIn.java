package io.github.keycloakliveperson.check.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakliveperson.contract.window.Landing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Lets a person sign in, at any provider: prints one address to open, redirects that browser from
 * request to request, and receives the answers on this machine's loopback interface.
 */
public final class PersonSignIn implements SignIn, AutoCloseable {
    private static final String START = "/liveperson-check";
    private static final String ANSWER = "/liveperson-check/answer";
    private static final Duration PATIENCE_FOR_REQUEST = Duration.ofSeconds(90);

    /** Posts the address bar, fragment and all, and goes to the next request. */
    private static final String CATCH =
            """
            <!doctype html><meta charset="utf-8"><title>LivePerson contract check</title>
            <p>Checking …</p>
            <script>
            fetch('%s', {method: 'POST', body: location.href})
              .finally(() => location.replace('%s'));
            </script>
            """
                    .formatted(ANSWER, START);

    private static final String DONE =
            """
            <!doctype html><meta charset="utf-8"><title>LivePerson contract check</title>
            <p>That is all the check needs of you. If it still waits, open this page again.</p>
            """;

    private final SynchronousQueue<String> requests = new SynchronousQueue<>();
    private final SynchronousQueue<Landing> answers = new SynchronousQueue<>();
    private final HttpServer server;
    private final FormSignIn nobody;
    private final Duration patience;

    /**
     * Starts listening.
     *
     * @param port of the loopback redirect URIs, {@code http://127.0.0.1:PORT/…}
     * @param patience how long a person may take for one sign-in
     * @param say gets one sentence that says what to open
     * @throws UncheckedIOException when the port is taken
     */
    public PersonSignIn(int port, Duration patience, Http http, Consumer<String> say) {
        this.patience = patience;
        this.nobody = new FormSignIn(http, new Credentials("", ""));
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "Port " + port + " of 127.0.0.1 is not available.", taken);
        }
        server.setExecutor(Executors.newCachedThreadPool(PersonSignIn::daemon));
        server.createContext("/", exchange -> answer(exchange, CATCH));
        server.createContext(START, this::next);
        server.createContext(ANSWER, this::caught);
        server.start();
        say.accept("Open " + start() + " in a browser and sign in as the consumer.");
    }

    /** The address the person opens. */
    String start() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + START;
    }

    @Override
    public Outcome open(String address, Predicate<String> arrived) {
        try {
            if (!requests.offer(address, patience.toSeconds(), TimeUnit.SECONDS)) {
                throw new SignInException("Nobody opened " + start() + ".");
            }
            var landing = answers.poll(patience.toSeconds(), TimeUnit.SECONDS);
            return landing == null || !arrived.test(landing.address())
                    ? new Outcome.Stopped(0, "the browser didn't come back; continue at " + start())
                    : new Outcome.Returned(landing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SignInException("The check was stopped.");
        }
    }

    @Override
    public Outcome openSignedOut(String address, Predicate<String> arrived) {
        return nobody.openSignedOut(address, arrived);
    }

    @Override
    public Optional<Reply> fetch(String address, Map<String, String> headers) {
        return Optional.empty();
    }

    @Override
    public boolean canEndAt(String redirectUri) {
        var uri = URI.create(redirectUri);
        return "http".equals(uri.getScheme())
                && uri.getPort() == server.getAddress().getPort()
                && ("127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            var request = requests.poll(PATIENCE_FOR_REQUEST.toSeconds(), TimeUnit.SECONDS);
            if (request == null) {
                answer(exchange, DONE);
                return;
            }
            exchange.getResponseHeaders().set("Location", request);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void caught(HttpExchange exchange) throws IOException {
        var address = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        try {
            answers.offer(Landing.at(address), 5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, "");
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        var body = page.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "loopback return");
        thread.setDaemon(true);
        return thread;
    }
}
