package io.github.keycloakliveperson.it.relyingparty;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** LivePerson's form as a metadata document, for a relying party that reads nothing else. */
record ConnectorMetadata(HttpServer server) implements AutoCloseable {

    static ConnectorMetadata serve(TemplateClient client) {
        try {
            byte[] document = new ObjectMapper().writeValueAsBytes(document(client));
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        exchange.getResponseHeaders().set("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, document.length);
                        exchange.getResponseBody().write(document);
                        exchange.close();
                    });
            server.start();
            return new ConnectorMetadata(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address. */
    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static Map<String, Object> document(TemplateClient client) {
        Map<String, Object> document = new HashMap<>();
        document.put("issuer", client.form("jwtIssuer"));
        document.put("authorization_endpoint", client.form("authenticationEndpoint"));
        document.put("jwks_uri", client.form("jwksEndpoint"));
        document.put("response_types_supported", List.of("code", "id_token"));
        if (!client.form("tokenEndpoint").isEmpty()) {
            document.put("token_endpoint", client.form("tokenEndpoint"));
        }
        return document;
    }
}
