package io.github.keycloakliveperson.check.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Plain HTTP, one request at a time: redirects are answers here, not something to follow. */
public final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(20))
                    .build();

    /** The client behind it. */
    public HttpClient client() {
        return client;
    }

    /** GETs the address unchanged. */
    public Reply get(String address, Map<String, String> headers) {
        return send(request(address, headers));
    }

    /** POSTs a body that is form-encoded already. */
    public Reply post(String address, String form, Map<String, String> headers) {
        return send(
                request(address, headers)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Sends any request. */
    public Reply send(HttpRequest.Builder request) {
        try {
            var sent = request.timeout(PATIENCE).build();
            var response = client.send(sent, BodyHandlers.ofString());
            return new Reply(
                    sent.uri().toString(),
                    response.statusCode(),
                    response.headers(),
                    response.body());
        } catch (IOException broken) {
            throw new Unreachable(
                    "did not answer (" + broken.getClass().getSimpleName() + ")", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable("was not called to the end", new IOException(stopped));
        }
    }

    static HttpRequest.Builder request(String address, Map<String, String> headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address));
            headers.forEach(request::header);
            return request;
        } catch (IllegalArgumentException notAnAddress) {
            throw new Unreachable("is not a valid http address", new IOException(notAnAddress));
        }
    }

    /** An address gave no answer; the message completes a sentence that begins with the address. */
    public static final class Unreachable extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, IOException cause) {
            super(message, cause);
        }
    }
}
