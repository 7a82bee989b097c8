package io.github.keycloakliveperson.it.harness.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/**
 * A session of WebDriver (W3C). Selenium's client would do, with guava, OpenTelemetry and
 * byte-buddy behind it, for a dozen commands.
 */
record WebDriverSession(HttpClient http, URI address) implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    static WebDriverSession start(URI driver, Map<String, ?> capabilities) {
        // one connection after the other: the driver answers neither HTTP/2 nor two at once
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        JsonNode session =
                send(
                        http,
                        "POST",
                        URI.create(driver + "/session"),
                        Map.of("capabilities", capabilities));
        WebDriverSession started =
                new WebDriverSession(
                        http, URI.create(driver + "/session/" + session.get("sessionId").asText()));
        started.post("/timeouts", Map.of("script", ConsumerWindow.PATIENCE.toMillis()));
        return started;
    }

    String firstWindow() {
        return get("/window").asText();
    }

    String newWindow() {
        return post("/window/new", Map.of("type", "tab")).get("handle").asText();
    }

    JsonNode get(String command) {
        return send(http, "GET", URI.create(address + command), null);
    }

    JsonNode post(String command, Map<String, ?> parameters) {
        return send(http, "POST", URI.create(address + command), parameters);
    }

    JsonNode delete(String command) {
        return send(http, "DELETE", URI.create(address + command), null);
    }

    @Override
    public void close() {
        delete("");
    }

    /**
     * @throws IllegalStateException when the driver refuses, with its own words
     */
    private static JsonNode send(HttpClient http, String method, URI address, Object body) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json")
                            .timeout(ConsumerWindow.PATIENCE)
                            .method(
                                    method,
                                    body == null
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString(
                                                    JSON.writeValueAsString(body)))
                            .build();
            JsonNode value =
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).get("value");
            if (value != null && value.has("error")) {
                throw new IllegalStateException(
                        value.get("error").asText() + ": " + value.path("message").asText());
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
