package io.github.keycloakliveperson.it.harness.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Commands of WebDriver BiDi (W3C) over Firefox's own WebSocket. Alternatives: Selenium needs
 * geckodriver, which Debian doesn't package, and Playwright needs its own Firefox; puppeteer-core
 * speaks BiDi too, but changes the cookie settings that the tests are about, and would be a second
 * program in another language. The tests need nine commands.
 */
final class BidiConnection implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final StringBuilder message = new StringBuilder();
    private WebSocket socket;

    private BidiConnection() {}

    static BidiConnection to(URI address) {
        BidiConnection connection = new BidiConnection();
        connection.socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(address, connection)
                        .join();
        return connection;
    }

    /**
     * Sends a command and waits for its result.
     *
     * @throws IllegalStateException when the browser refuses, with its own words
     */
    synchronized JsonNode call(String method, Map<String, ?> parameters) {
        long id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            String command =
                    JSON.writeValueAsString(
                            Map.of("id", id, "method", method, "params", parameters));
            socket.sendText(command, true).join();
            JsonNode said = answer.get(ConsumerWindow.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (said.has("error")) {
                throw new IllegalStateException(method + ": " + said.get("message").asText());
            }
            return said.get("result");
        } catch (JsonProcessingException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(method, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method, e);
        } finally {
            waiting.remove(id);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
        message.append(part);
        if (isLast) {
            String whole = message.toString();
            message.setLength(0);
            hand(whole);
        }
        from.request(1);
        return null;
    }

    private void hand(String text) {
        try {
            JsonNode said = JSON.readTree(text);
            CompletableFuture<JsonNode> asked = waiting.get(said.path("id").asLong());
            if (asked != null) {
                asked.complete(said);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
