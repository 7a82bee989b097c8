package io.github.keycloakliveperson.demo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Keycloak's admin REST API, called as the administrator. */
public final class AdminApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;
    private final String realm;
    private final Administrator administrator;

    /** Name and password of the administrator, in the realm master. */
    public record Administrator(String name, String password) {
        @Override
        public String toString() {
            return "Administrator[" + name + "]";
        }
    }

    /**
     * The API of one realm.
     *
     * @param server the server's address
     */
    public AdminApi(URI server, String realm, Administrator administrator) {
        this.server = server.toString().replaceAll("/$", "");
        this.realm = realm;
        this.administrator = administrator;
    }

    /** An answer: its status, and its JSON or a missing node. */
    public record Answer(int status, JsonNode body) {
        /** Whether the call succeeded. */
        public boolean ok() {
            return status / 100 == 2;
        }
    }

    Answer get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    /** Posts to a path below the realm's. */
    public Answer post(String path, JsonNode body) {
        return call("POST", path, BodyPublishers.ofString(body.toString()));
    }

    Answer put(String path, JsonNode body) {
        return call("PUT", path, BodyPublishers.ofString(body.toString()));
    }

    /** Like {@link #get}, for what must exist. */
    JsonNode require(String path) {
        return required("GET", path, get(path)).body();
    }

    /**
     * Requires a successful answer.
     *
     * @throws SetupException for any other
     */
    public Answer required(String method, String path, Answer answer) {
        if (!answer.ok()) {
            var said =
                    answer.body()
                            .path("errorMessage")
                            .asText(answer.body().path("error").asText(""));
            throw new SetupException(
                    "Keycloak answered "
                            + answer.status()
                            + " to "
                            + method
                            + " "
                            + path
                            + (said.isEmpty() ? "." : ": " + said + "."));
        }
        return answer;
    }

    private Answer call(String method, String path, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create(server + "/admin/realms/" + realm + path))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + accessToken())
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .method(method, body)
                        .build();
        return send(request);
    }

    /** Admin tokens live a minute; asking again each time keeps this simple. */
    private String accessToken() {
        var form =
                "grant_type=password&client_id=admin-cli&username="
                        + encode(administrator.name())
                        + "&password="
                        + encode(administrator.password());
        var request =
                HttpRequest.newBuilder(
                                URI.create(server + "/realms/master/protocol/openid-connect/token"))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        var answer = send(request);
        if (!answer.ok()) {
            throw new SetupException(
                    "Keycloak does not let the administrator in (status " + answer.status() + ").");
        }
        return answer.body().path("access_token").asText();
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new SetupException("Keycloak at " + server + " does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetupException("The call to Keycloak was interrupted.", e);
        }
    }

    private static JsonNode json(String text) {
        try {
            var json = JSON.readTree(text);
            return json == null ? MissingNode.getInstance() : json;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
