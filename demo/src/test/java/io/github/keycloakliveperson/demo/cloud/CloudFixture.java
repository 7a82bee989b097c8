package io.github.keycloakliveperson.demo.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.demo.cloud.ConnectorChecks.Check;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.lang.JoseException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The real server over HTTP; the brand's provider is a tiny one. */
final class CloudFixture implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    final LivePersonKeyPair keyPair = LivePersonKeyPair.generate("lpsso2026");
    final TinyProvider provider;
    final URI origin;
    final URI brand;
    private final CloudServer cloud;

    CloudFixture() throws JoseException, IOException {
        provider = TinyProvider.start();
        brand = provider.address("");
        origin = URI.create("http://localhost:" + LoopbackPort.free());
        var account =
                new Account(
                        "12345678",
                        keyPair,
                        List.of(
                                provider.entry("code", AuthenticationType.CODE, false),
                                provider.entry("pkce", AuthenticationType.CODE, true),
                                provider.entry("implicit", AuthenticationType.IMPLICIT, false),
                                provider.entry("api", AuthenticationType.CODE, false)
                                        .withApi("bill.read")),
                        Optional.of(provider.bot()));
        ConnectorChecks checks =
                id ->
                        id.equals("uuid-code")
                                ? List.of(
                                        new Check("https", "warn", "It is <b>http</b>.", "Fix it."))
                                : List.of();
        cloud = CloudServer.start(LoopbackPort.ADDRESS, origin, brand, account, checks);
    }

    @Override
    public void close() {
        cloud.close();
        provider.close();
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(origin.resolve(path)).header("Accept", "text/html");
    }

    Document page(String path) {
        return Jsoup.parse(send(request(path)).body());
    }

    HttpResponse<String> post(String path, Map<String, ?> body) {
        try {
            return send(
                    request(path)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode embedded(String connector, Map<String, ?> callBack) {
        var begun = json(post("/api/embedded", Map.of("connector", connector)));
        return json(post("/api/embedded/" + begun.path("id").asText() + "/answer", callBack));
    }
}
