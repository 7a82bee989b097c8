package io.github.keycloakliveperson.it.onboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request of any form, which no client library would send; one byte for each character.
 *
 * @param method the method
 * @param path path and query
 * @param headers all of them, {@code Host} too
 * @param body empty for none
 */
record RawRequest(String method, String path, Map<String, String> headers, String body) {

    /** What came back. */
    record Answer(int status, String text) {}

    static RawRequest get(String path, String host) {
        return new RawRequest("GET", path, Map.of("Host", host), "");
    }

    static RawRequest post(String path, String host, String type, String body) {
        return new RawRequest("POST", path, Map.of("Host", host, "Content-Type", type), body);
    }

    /** The same request with one header more. */
    RawRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RawRequest(method, path, more, body);
    }

    /** Sends it, by HTTP/1.0 so that the answer comes in one piece. */
    Answer to(URI server) {
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.0\r\n");
        headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        text.append("Content-Length: " + body.length() + "\r\n\r\n" + body);
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(Integer.parseInt(answer.split(" ", 3)[1]), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
