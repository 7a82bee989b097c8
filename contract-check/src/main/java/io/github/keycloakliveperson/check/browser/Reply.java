package io.github.keycloakliveperson.check.browser;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * An HTTP answer.
 *
 * @param address what was asked, raw
 * @param status HTTP status; 0 when there was no answer
 * @param headers as received
 * @param body as text
 */
public record Reply(String address, int status, HttpHeaders headers, String body) {
    /** There was no answer. */
    public static Reply none(String address) {
        return new Reply(address, 0, HttpHeaders.of(Map.of(), (name, value) -> true), "");
    }

    /** In a few words, for evidence. */
    public String describe() {
        return status == 0 ? "no answer" : "HTTP " + status;
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /**
     * Where this sends the browser, character for character.
     *
     * @throws IllegalStateException when it sends it nowhere
     */
    public String location() {
        return header("Location")
                .orElseThrow(
                        () -> new IllegalStateException("No redirect: " + status + " " + body));
    }

    /** The HTML in it; an empty page where it is none. */
    public Document page() {
        var type = header("Content-Type").orElse("text/html");
        return Jsoup.parse(type.startsWith("text/html") ? body : "", address);
    }

    /** Whether this sends the browser on. */
    public boolean redirects() {
        return status >= 300 && status < 400 && header("Location").isPresent();
    }

    /** Whether a cache may not keep it. */
    public boolean noStore() {
        return headers.allValues("Cache-Control").stream()
                .anyMatch(value -> value.toLowerCase(java.util.Locale.ROOT).contains("no-store"));
    }
}
