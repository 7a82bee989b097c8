package io.github.keycloakliveperson.keycloak.admin;

import com.google.auto.service.AutoService;
import io.github.keycloakliveperson.LivePersonFactory;
import io.github.keycloakliveperson.onboarding.ClientReport;
import io.github.keycloakliveperson.onboarding.ConnectorText;
import io.github.keycloakliveperson.onboarding.setup.Viewer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ClientInstallationProvider;

/** "LivePerson connector" in the console's Download adapter config. */
@AutoService(ClientInstallationProvider.class)
public final class ConnectorInstallation
        implements ClientInstallationProvider, LivePersonFactory<ClientInstallationProvider> {

    public static final String PROVIDER_ID = "liveperson-connector";

    @Override
    public Response generateInstallation(
            KeycloakSession session, RealmModel realm, ClientModel client, URI baseUri) {
        // Keycloak doesn't say who asks, only that they may see the client
        var report =
                ClientReport.of(new SetupReader(session, realm, Viewer.OF_THE_CLIENT).read(client));
        return Response.ok(
                        ConnectorText.of(report.connector(), report.checks()),
                        MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getProtocol() {
        return "openid-connect";
    }

    @Override
    public String getDisplayType() {
        return "LivePerson connector";
    }

    @Override
    public String getHelpText() {
        return "The values of LivePerson's form for a consumer identity provider, and what is left to"
                + " fix.";
    }

    @Override
    public String getFilename() {
        return "liveperson-connector.txt";
    }

    @Override
    public String getMediaType() {
        return MediaType.TEXT_PLAIN;
    }

    @Override
    public boolean isDownloadOnly() {
        return false;
    }

    @Override
    public ClientInstallationProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
