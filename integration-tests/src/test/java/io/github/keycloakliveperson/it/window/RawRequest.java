package io.github.keycloakliveperson.it.window;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request whose address no client library would write. */
final class RawRequest {

    private RawRequest() {}

    /** Sends it, one byte for each character, and returns the whole answer with its headers. */
    static String get(URI server, String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            String request =
                    "GET "
                            + path
                            + " HTTP/1.1\r\nHost: localhost:"
                            + server.getPort()
                            + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
