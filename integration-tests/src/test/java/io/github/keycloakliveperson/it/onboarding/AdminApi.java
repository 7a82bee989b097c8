package io.github.keycloakliveperson.it.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

    private static final Http HTTP = new Http();
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
    public Reply get(String path) {
        return HTTP.send(request(path).GET());
    }

    /** Posts JSON below the realm's part of the Admin API. */
    public Reply post(String path, String body) {
        return HTTP.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Puts JSON below the realm's part of the Admin API. */
    public Reply put(String path, String body) {
        return HTTP.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
    }

    /** Makes a client of this body, and returns what its endpoint answers. */
    public JsonNode create(String body) {
        return json(expect(201, post("liveperson/clients", body)));
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
    public static Reply expect(int status, Reply answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
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
    public static JsonNode json(Reply answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A representation as JSON. */
    static JsonNode tree(Object representation) {
        return JSON.valueToTree(representation);
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
}
