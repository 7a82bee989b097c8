package io.github.keycloakliveperson.it.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.token.Verification;
import io.github.keycloakliveperson.it.embedded.LivePersonSide;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * A client that the admin endpoint made, and LivePerson's server with its connector.
 *
 * @param kind how it signs in
 */
record Channel(Kind kind, WindowClient window, LivePersonSide livePerson) {

    /** Where the brand's pages are. */
    static final String ORIGIN = "https://www.brand.example";

    /** What LivePerson decrypts with; encrypting clients begin with this one. */
    static final LivePersonKeyPair KEY = LivePersonKeyPair.generate("lpsso2026");

    static final LivePersonKeyPair NEXT_KEY = LivePersonKeyPair.generate("lpsso2027");

    enum Kind {
        CODE,
        PKCE,
        IMPLICIT,
        ENCRYPTED_CODE,
        ENCRYPTED_IMPLICIT;

        boolean implicit() {
            return this == IMPLICIT || this == ENCRYPTED_IMPLICIT;
        }

        boolean encrypted() {
            return this == ENCRYPTED_CODE || this == ENCRYPTED_IMPLICIT;
        }

        private String clientId() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Makes one of each kind. */
    static Map<Kind, Channel> all(TestRealm realm) {
        Map<Kind, Channel> channels = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            channels.put(kind, make(realm, kind));
        }
        return channels;
    }

    static Channel make(TestRealm realm, Kind kind) {
        ObjectNode wish =
                new ObjectMapper()
                        .createObjectNode()
                        .put("clientId", kind.clientId())
                        .put("flow", kind.implicit() ? "implicit" : "code")
                        .put("pkce", kind == Kind.PKCE);
        wish.putArray("brandOrigins").add(ORIGIN);
        if (kind.encrypted()) {
            wish.put("livePersonKey", KEY.publicKeyAsHandedOut());
            wish.put("livePersonKeyId", KEY.kid());
        }
        JsonNode made = AdminApi.of(realm).create(wish.toString());
        TestClient client =
                new TestClient(
                        made.path("id").asText(),
                        kind.clientId(),
                        kind.implicit()
                                ? "unused"
                                : made.path("connector").path("clientSecret").asText());
        return of(realm, kind, client);
    }

    /** A client that is there already: of the realm template, or of an earlier start. */
    static Channel existing(TestRealm realm, Kind kind, String clientId) {
        ClientRepresentation found = realm.admin().clients().findByClientId(clientId).get(0);
        return of(realm, kind, new TestClient(found.getId(), clientId, found.getSecret()));
    }

    private static Channel of(TestRealm realm, Kind kind, TestClient client) {
        return new Channel(kind, new WindowClient(realm, client), LivePersonSide.of(realm, client));
    }

    /** The same client on the realm's next server. */
    Channel at(TestRealm next) {
        return of(next, kind, window.client());
    }

    /** What the admin endpoint says of it. */
    JsonNode report() {
        return AdminApi.of(realm()).report(window.client().id());
    }

    TestRealm realm() {
        return window.realm();
    }

    String clientId() {
        return window.client().clientId();
    }

    /** What LivePerson makes of a token, in the clear or not as the client is set up (L16). */
    Verification verify(String token) {
        return kind.encrypted()
                ? livePerson.verifyEncrypted(token, KEY, NEXT_KEY)
                : livePerson.verify(token);
    }
}
