package io.github.keycloakliveperson.it.relyingparty;

import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page that mod_auth_openidc protects for one client, in an Apache of its own. */
record ProtectedPage(Apache apache, ConnectorMetadata form) implements AutoCloseable {

    /**
     * Registers the page at the client and puts it up.
     *
     * @param endpoint whose metadata mod_auth_openidc reads
     * @param directives further ones of mod_auth_openidc
     */
    static ProtectedPage open(
            TemplateClient client, AuthorizationEndpoint endpoint, String... directives) {
        int port = LoopbackPort.free();
        client.addRedirectUri(Apache.redirectUri(port));
        ConnectorMetadata form = ConnectorMetadata.serve(client);
        List<String> all = new ArrayList<>(List.of(directives));
        all.add(
                "OIDCProviderMetadataURL "
                        + (endpoint == AuthorizationEndpoint.STOCK
                                ? client.form("jwtIssuer") + "/.well-known/openid-configuration"
                                : form.address()));
        all.add("OIDCProviderTokenEndpointAuth client_secret_basic");
        all.add("OIDCClientID " + client.form("clientId"));
        if (!client.form("clientSecret").isEmpty()) {
            all.add("OIDCClientSecret " + client.form("clientSecret"));
        }
        all.add("OIDCScope openid");
        return new ProtectedPage(Apache.start(port, all), form);
    }

    /** The directive that gives mod_auth_openidc a private key. */
    static String opensWith(LivePersonKey key) {
        try {
            Path file = Files.createTempFile("private-key", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(
                    file, LivePersonKey.pem("PRIVATE KEY", key.pair().getPrivate().getEncoded()));
            return "OIDCPrivateKeyFiles " + key.kid() + "#" + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address. */
    URI address() {
        return apache.page();
    }

    @Override
    public void close() {
        apache.close();
        form.close();
    }
}
