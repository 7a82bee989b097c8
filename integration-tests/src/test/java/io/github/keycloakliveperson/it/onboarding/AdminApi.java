package io.github.keycloakliveperson.it.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The extension's admin endpoints of one realm, and the checks they answer with.
 *
 * @param token gives each call its token, as one lives for a minute only; {@code null} calls
 *     without
 * @param server tells for each call which server is asked
 */
public record AdminApi(TestRealm realm, Supplier<String> token, Supplier<URI> server) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The calls of whoever has the token. */
    AdminApi(TestRealm realm, Supplier<String> token) {
        this(realm, token, realm.keycloak()::adminUri);
    }

    /** The administrator's calls for one realm. */
    public static AdminApi of(TestRealm realm) {
        return new AdminApi(realm, realm::adminToken);
    }

    /** The same calls to one node of a cluster. */
    public AdminApi at(URI node) {
        return new AdminApi(realm, token, () -> node);
    }

    /** Asks below the realm's part of the Admin API. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Posts JSON below the realm's part of the Admin API. */
    public HttpResponse<String> post(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Puts JSON below the realm's part of the Admin API. */
    public HttpResponse<String> put(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
    }

    /** What the endpoint of a client answers. */
    public JsonNode report(String id) {
        return json(expect(200, get("liveperson/clients/" + id)));
    }

    /**
     * Hands an answer on.
     *
     * @throws IllegalStateException when it has another status
     */
    public static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    /** The status of every check of a client, by the check's id. */
    Map<String, String> statuses(String id) {
        return statuses(report(id));
    }

    /** The status of every check of a report, by the check's id. */
    public static Map<String, String> statuses(JsonNode report) {
        Map<String, String> statuses = new TreeMap<>();
        report.path("checks")
                .forEach(c -> statuses.put(c.path("id").asText(), c.path("status").asText()));
        return statuses;
    }

    /** The checks that did not pass. */
    public static Map<String, String> findings(JsonNode report) {
        Map<String, String> findings = statuses(report);
        findings.values().removeIf("pass"::equals);
        return findings;
    }

    /** Reads an answer. */
    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text as JSON. */
    static String text(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                        URI.create(server.get() + "/admin" + realm.path() + "/" + path));
        String bearer = token.get();
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
