package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks an address until it answers 200. */
final class Readiness {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(250);

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest question;

    Readiness(URI address) {
        this.question = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build();
    }

    /** Asks once, and waits a little when the answer isn't there yet. */
    boolean reached() {
        try {
            if (answered()) {
                return true;
            }
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while the server started", e);
        }
    }

    private boolean answered() throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }
}
