package io.github.keycloakliveperson.it.abuse;

import io.github.keycloakliveperson.it.harness.TestRealm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** HTTP/1.1 by hand, for what no client would send. */
record RawHttp(URI server) {

    private static final int PATIENCE_MILLISECONDS = 60_000;

    /** The header of an administrator, for the next request: a token lives for a minute only. */
    static String administrator(TestRealm realm) {
        return "Authorization: Bearer " + realm.adminToken();
    }

    /**
     * Sends a request line and headers, and a body if there is one; reads until the server hangs
     * up, or has refused a body: an older Keycloak leaves the connection open then.
     */
    RawAnswer send(String requestLine, List<String> headers, String body) {
        try (Socket socket = begin(requestLine, headers, body.length(), body)) {
            return RawAnswer.of(readAll(socket, !body.isEmpty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A GET of a path and query as they are. */
    RawAnswer get(String target, String... headers) {
        return send("GET " + target + " HTTP/1.1", List.of(headers), "");
    }

    /** A POST of a body as it is. */
    RawAnswer post(String target, String contentType, String body, String... headers) {
        List<String> all = new java.util.ArrayList<>(List.of(headers));
        if (contentType != null) {
            all.add("Content-Type: " + contentType);
        }
        return send("POST " + target + " HTTP/1.1", all, body);
    }

    /**
     * Begins a request and leaves it there.
     *
     * @param announced the length of the body that never comes whole
     */
    Socket begin(String requestLine, List<String> headers, int announced, String sent)
            throws IOException {
        Socket socket = open();
        StringBuilder head = new StringBuilder(requestLine).append("\r\nHost: ");
        head.append(server.getAuthority()).append("\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (announced > 0 || requestLine.startsWith("POST")) {
            head.append("Content-Length: ").append(announced).append("\r\n");
        }
        try {
            write(socket, head.append("\r\n").append(sent).toString());
        } catch (SocketException cut) {
            // the server has seen enough: its answer is there to be read
        }
        return socket;
    }

    /** A connection on which nothing was said yet. */
    Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        return socket;
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String readAll(Socket socket, boolean mayRefuse) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try {
            int read = socket.getInputStream().read(some);
            while (read >= 0) {
                bytes.write(some, 0, read);
                read = mayRefuse && refused(bytes) ? -1 : socket.getInputStream().read(some);
            }
        } catch (SocketException reset) {
            // a server that doesn't want the rest of a body may cut the connection after its answer
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static boolean refused(ByteArrayOutputStream answer) {
        return RawAnswer.of(answer.toString(StandardCharsets.ISO_8859_1)).isWholeRefusal();
    }
}
