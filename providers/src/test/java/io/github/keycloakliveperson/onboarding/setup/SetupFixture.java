package io.github.keycloakliveperson.onboarding.setup;

import io.github.keycloakliveperson.idtoken.EncryptionReadiness;
import io.github.keycloakliveperson.idtoken.key.TestKeys;
import io.github.keycloakliveperson.onboarding.setup.ClientSettings.Access;
import io.github.keycloakliveperson.onboarding.setup.ClientSettings.Grants;
import io.github.keycloakliveperson.window.address.LivePersonAddresses;
import io.github.keycloakliveperson.window.embedded.SigningKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A setup without a fault, of which a test spoils one thing. */
public final class SetupFixture {

    public String frontendBase = "https://login.shop.example";
    public String name = "shop";
    public String path = "/realms/shop";
    public boolean addressFixed = true;
    public String displayName = "The Shop";
    public String defaultAlgorithm = "RS256";
    public Optional<SigningKey> signingKey =
            Optional.of(new SigningKey("k1", TestKeys.publicKey(TestKeys.FIRST)));
    public boolean bruteForceProtected = true;
    public int ssoMaxSeconds = 36_000;
    public int ssoIdleSeconds = 1_800;
    public int accessTokenSeconds = 300;
    public Set<String> profile =
            new HashSet<>(Set.of("username", "email", "firstName", "lastName"));
    public boolean anyAttribute;
    public boolean emailAsUsername;
    public List<UserStorage> storagesWithoutImport = new ArrayList<>();
    public boolean verifiesEmail = true;
    public boolean organizations;

    public String clientId = "liveperson";
    public boolean enabled = true;
    public boolean openIdConnect = true;
    public Access access = new Access(false, "client-secret", "s3cret");
    public Grants grants = new Grants(true, false, false, false);
    public boolean fullScope;
    public boolean consentRequired;
    public List<String> redirectUris =
            new ArrayList<>(
                    List.of(
                            "https://liveperson.net",
                            "https://liveperson.net/",
                            "https://liveperson.net/oauth2/code_redirect",
                            "https://lpcdn.lpsnmedia.net/le_unified_window/index.html",
                            "https://login.shop.example/realms/shop/liveperson/callback",
                            "https://login.shop.example/realms/shop/liveperson/silent-return/liveperson"));
    public Set<String> webOrigins = new HashSet<>(Set.of("https://www.shop.example"));
    public Map<String, String> attributes =
            new HashMap<>(
                    Map.of(
                            "id.token.signed.response.alg", "RS256",
                            "exclude.session.state.from.auth.response", "true",
                            "exclude.issuer.from.auth.response", "true"));
    public List<MapperSettings> mappers =
            new ArrayList<>(
                    List.of(
                            mapper(MapperSettings.WINDOW, Map.of("id.token.lifespan", "3600")),
                            mapper(MapperSettings.CUSTOMER_INFO, Map.of("userName", "username")),
                            mapper(MapperSettings.PERSONAL_INFO, Map.of("email", "email"))));
    public Set<String> optionalScopes = new HashSet<>();
    public Optional<EncryptionReadiness> encryption = Optional.empty();
    public Optional<Setup.Role> requiredRole = Optional.empty();
    public Guard guard = new Guard(true, true);
    public Viewer viewer = new Viewer(true, true, true);

    /**
     * The same, but also for LivePerson's bots, who call an API with the consumer's access (L39).
     */
    public SetupFixture delegating() {
        mappers.set(
                0,
                mapper(
                        MapperSettings.WINDOW,
                        Map.of("id.token.lifespan", "3600", "minimal.token.response", "false")));
        mappers.add(
                mapper(
                        "oidc-audience-mapper",
                        Map.of(
                                "included.custom.audience",
                                "orders",
                                "access.token.claim",
                                "true")));
        return this;
    }

    /** A separate connector, for consumer delegation in unauthenticated conversations (L40). */
    public SetupFixture delegatingOnly() {
        delegating().mappers.subList(1, 3).clear();
        redirectUris =
                new ArrayList<>(
                        List.of(
                                "https://idp.liveperson.example/callback/12345678/redirectCode",
                                "https://login.shop.example/realms/shop/liveperson/callback"));
        webOrigins = Set.of();
        consentRequired = true;
        optionalScopes = new HashSet<>(Set.of("orders", "invoices"));
        attributes.put("use.refresh.tokens", "false");
        return this;
    }

    /** A mapper on the client, installed and without a problem. */
    public static MapperSettings mapper(String providerId, Map<String, String> config) {
        return new MapperSettings(
                "a " + providerId, providerId, Optional.empty(), true, true, config);
    }

    /** The realm alone. */
    public RealmSettings realm() {
        return new RealmSettings(
                name,
                displayName,
                new LivePersonAddresses(frontendBase + path),
                path,
                addressFixed,
                defaultAlgorithm,
                signingKey,
                bruteForceProtected,
                ssoMaxSeconds,
                ssoIdleSeconds,
                accessTokenSeconds,
                profile,
                anyAttribute,
                emailAsUsername,
                storagesWithoutImport,
                verifiesEmail,
                organizations);
    }

    /** The setup as it now is. */
    public Setup setup() {
        ClientSettings client =
                new ClientSettings(
                        "6f1c",
                        clientId,
                        enabled,
                        openIdConnect,
                        access,
                        grants,
                        fullScope,
                        consentRequired,
                        redirectUris,
                        webOrigins,
                        attributes,
                        new ClientSettings.Scopes(Set.of("basic"), optionalScopes));
        return new Setup(realm(), client, mappers, encryption, requiredRole, guard, viewer);
    }
}
