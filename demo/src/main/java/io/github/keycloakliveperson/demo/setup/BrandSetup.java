package io.github.keycloakliveperson.demo.setup;

import static io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption.OPTIONAL;

import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.connector.IdpCertificate;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwksEndpoint;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwtPublicKey;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import io.github.keycloakliveperson.demo.cloud.Account;
import io.github.keycloakliveperson.demo.cloud.ConnectorChecks;
import io.github.keycloakliveperson.demo.setup.AdminApi.Administrator;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what a brand's administrator does: prepares the realm and fills in LivePerson's form. */
public final class BrandSetup implements ConnectorChecks {

    /** Where the brand's mobile app gets its answers (L35). */
    public static final String APP_REDIRECT_URI = "com.fernhill.app:/oauth";

    private static final String ACCOUNT_NUMBER = "12345678";

    /** Where LivePerson takes the code of a bot's link, below the address of its service (L40). */
    public static final String BOT_CALLBACK = Account.botCallback(ACCOUNT_NUMBER);

    private final KeycloakSite keycloak;
    private final AdminApi api;
    private final DemoRealm realm;

    /**
     * @param keycloak where Keycloak is; its realm comes from the realm template
     * @param name the administrator's name
     * @param password the administrator's password
     */
    public BrandSetup(KeycloakSite keycloak, String name, String password) {
        this.keycloak = keycloak;
        this.api =
                new AdminApi(
                        keycloak.serverUri(), keycloak.realm(), new Administrator(name, password));
        this.realm = new DemoRealm(api);
    }

    /**
     * Prepares the realm and fills in one connector for each LivePerson client.
     *
     * @param brandOrigin the brand site's origin
     * @param keyPair LivePerson's key pair, of which the brand gets the public key
     * @return the brand's account at LivePerson
     * @throws SetupException when Keycloak refuses something; the message says what
     */
    public Account fillIn(URI brandOrigin, LivePersonKeyPair keyPair) {
        realm.prepare(brandOrigin.toString(), keyPair);
        List<Account.Entry> entries = new ArrayList<>();
        entries.add(code("liveperson-code-pkce", "Code flow with PKCE", true, OPTIONAL));
        entries.add(code("liveperson-code", "Code flow", false, OPTIONAL));
        entries.add(
                code(
                        "liveperson-code-encrypted",
                        "Code flow, encrypted",
                        false,
                        Encryption.EXPECTED));
        entries.add(implicit("liveperson-implicit", "Implicit flow"));
        entries.add(
                code(DemoRealm.DELEGATION_CLIENT, "Code flow, with a bot", false, OPTIONAL)
                        .withApi(KeycloakSite.API_SCOPE));
        var bot =
                code(
                                DemoRealm.BOT_CLIENT,
                                "A bot's link",
                                false,
                                OPTIONAL,
                                new JwtPublicKey(JwtPublicKey.CONSUMER_DELEGATION))
                        .withApi(KeycloakSite.API_SCOPE);
        return new Account(ACCOUNT_NUMBER, keyPair, entries, Optional.of(bot));
    }

    /**
     * Changes the content encryption of the encrypted client, as an administrator would.
     *
     * @param keyPair LivePerson's key pair, of which the brand has the public key
     * @param contentEncryption one of the six of RFC 7518 §5.1 (L15)
     * @throws SetupException when Keycloak refuses it
     */
    public void encryptWith(LivePersonKeyPair keyPair, String contentEncryption) {
        realm.encryptWith(keyPair, contentEncryption);
    }

    private Account.Entry code(String clientId, String title, boolean pkce, Encryption encryption) {
        return code(clientId, title, pkce, encryption, jwks());
    }

    private JwksEndpoint jwks() {
        return new JwksEndpoint(keycloak.forServers("/liveperson/jwks"));
    }

    private Account.Entry code(
            String clientId,
            String title,
            boolean pkce,
            Encryption encryption,
            IdpCertificate certificate) {
        var id = id(clientId);
        var secret = api.require("/clients/" + id + "/client-secret").path("value").asText();
        var connector =
                connector(
                        AuthenticationType.CODE,
                        pkce,
                        clientId,
                        Optional.of(keycloak.forServers("/protocol/openid-connect/token")),
                        Optional.of(new ClientSecret(secret)),
                        certificate);
        return new Account.Entry(id, title, connector, encryption);
    }

    private Account.Entry implicit(String clientId, String title) {
        var connector =
                connector(
                        AuthenticationType.IMPLICIT,
                        false,
                        clientId,
                        Optional.empty(),
                        Optional.empty(),
                        jwks());
        return new Account.Entry(id(clientId), title, connector, OPTIONAL);
    }

    private String id(String clientId) {
        return realm.id(clientId)
                .orElseThrow(() -> new SetupException("The realm has no client " + clientId + "."));
    }

    private Connector connector(
            AuthenticationType type,
            boolean pkce,
            String clientId,
            Optional<URI> tokenEndpoint,
            Optional<ClientSecret> secret,
            IdpCertificate certificate) {
        return new Connector(
                type,
                pkce,
                "Fernhill 🌿",
                keycloak.issuer(),
                keycloak.forBrowsers("/liveperson/authorize"),
                tokenEndpoint,
                clientId,
                secret,
                certificate,
                Connector.DEFAULT_JS_METHOD,
                "");
    }

    @Override
    public List<Check> of(String keycloakId) {
        var answer = api.get("/liveperson/clients/" + keycloakId);
        List<Check> checks = new ArrayList<>();
        for (var check : answer.body().path("checks")) {
            checks.add(
                    new Check(
                            check.path("id").asText(),
                            check.path("status").asText(),
                            check.path("message").asText(),
                            check.path("fix").asText("")));
        }
        return checks;
    }
}
