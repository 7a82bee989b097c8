package io.github.keycloakliveperson.it.idtoken;

import io.github.keycloakliveperson.it.harness.TestRealm;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** An identity provider whose assertions a realm takes for tokens (RFC 7523). */
record Asserting(TestRealm realm) {

    /** Its alias, which a client has to allow. */
    static final String ALIAS = "asserting";

    private static final String ISSUER = "https://idp.example";
    private static final LivePersonKey KEY = LivePersonKey.make("idp");

    /** The realm's one, made where there is none yet. */
    static Asserting in(TestRealm realm) {
        Asserting asserting = new Asserting(realm);
        if (realm.admin().identityProviders().findAll().isEmpty()) {
            asserting.register();
        }
        return asserting;
    }

    /** An assertion about the user {@code consumer}. */
    String assertion() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject("consumer-there");
        claims.setAudience(realm.issuer());
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(2);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKey(KEY.pair().getPrivate());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void register() {
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(ALIAS);
        provider.setProviderId("oidc");
        provider.setEnabled(true);
        Map<String, String> config = new HashMap<>();
        config.put("issuer", ISSUER);
        config.put("clientId", "realm");
        config.put("clientSecret", "secret");
        config.put("authorizationUrl", ISSUER + "/auth");
        config.put("tokenUrl", ISSUER + "/token");
        config.put("validateSignature", "true");
        config.put("useJwksUrl", "false");
        config.put("publicKeySignatureVerifier", KEY.base64());
        config.put("jwtAuthorizationGrantEnabled", "true");
        provider.setConfig(config);
        try (Response response = realm.admin().identityProviders().create(provider)) {
            if (response.getStatus() != 201) {
                throw new IllegalStateException(response.readEntity(String.class));
            }
        }
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setIdentityProvider(ALIAS);
        link.setUserId("consumer-there");
        link.setUserName("consumer-there");
        String user = realm.admin().users().searchByUsername("consumer", true).get(0).getId();
        realm.admin().users().get(user).addFederatedIdentity(ALIAS, link).close();
    }
}
