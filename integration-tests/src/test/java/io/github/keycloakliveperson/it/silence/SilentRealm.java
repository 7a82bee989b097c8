package io.github.keycloakliveperson.it.silence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import io.github.keycloakliveperson.it.sde.Sde;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmEventsConfigRepresentation;

/**
 * A realm that keeps every event it can, with clients as the admin endpoints make them, whose
 * mappers read everything of a consumer.
 */
record SilentRealm(TestRealm realm, Canaries canaries, AdminApi api) {

    static final String BRAND = "https://www.brand.example";

    static SilentRealm create(KeycloakUnderTest keycloak, Canaries canaries) {
        TestRealm realm =
                TestRealm.create(
                        keycloak,
                        r -> {
                            r.setInternationalizationEnabled(true);
                            r.setSupportedLocales(Set.of("en", "de"));
                            r.setDefaultLocale("en");
                            r.setBruteForceProtected(true);
                        });
        return new SilentRealm(realm, canaries, AdminApi.of(realm));
    }

    /** Keeps every event from now on: what the test itself set up is not looked at. */
    void listen() {
        RealmEventsConfigRepresentation events = new RealmEventsConfigRepresentation();
        events.setEventsEnabled(true);
        events.setEnabledEventTypes(List.of());
        events.setEventsListeners(List.of("jboss-logging"));
        events.setAdminEventsEnabled(true);
        events.setAdminEventsDetailsEnabled(true);
        realm.admin().updateRealmEventsConfig(events);
    }

    /** Makes a client through the admin endpoint. */
    Chat chat(String clientId, String settings) {
        JsonNode report =
                api.create(
                        "{\"clientId\":\"%s\",\"brandOrigins\":[\"%s\"],%s}"
                                .formatted(clientId, BRAND, settings));
        String secret = report.at("/connector/clientSecret").asText();
        if (!secret.isEmpty()) {
            canaries.keep("client secret", secret);
        }
        TestClient client = new TestClient(report.path("id").asText(), clientId, secret);
        configure(client, Sde.CUSTOMER, CanaryConsumer.customerInfo());
        configure(client, Sde.PERSONAL, CanaryConsumer.personalInfo());
        return new Chat(realm, client, canaries);
    }

    private void configure(TestClient client, String provider, Map<String, String> config) {
        ProtocolMappersResource mappers =
                realm.admin().clients().get(client.id()).getProtocolMappers();
        ProtocolMapperRepresentation mapper =
                mappers.getMappers().stream()
                        .filter(m -> m.getProtocolMapper().equals(provider))
                        .findFirst()
                        .orElseThrow();
        mapper.setConfig(config);
        mappers.update(mapper.getId(), mapper);
    }

    /** The setting that encrypts for a key of LivePerson's. */
    static String encryptedFor(LivePersonKey key) {
        return "\"livePersonKey\":\"%s\",\"livePersonKeyId\":\"%s\""
                .formatted(key.base64(), key.kid());
    }

    /** Makes a client by Keycloak's own admin API, which checks no mapper's settings (K31). */
    Chat unchecked(
            String clientId,
            Map<String, String> window,
            String provider,
            Map<String, String> config) {
        TestClient client =
                realm.client(
                        clientId,
                        made -> {
                            made.setRedirectUris(
                                    List.of(
                                            Chat.WINDOW,
                                            Chat.TOKEN_REDIRECT,
                                            realm.livePerson("callback").toString()));
                            made.setImplicitFlowEnabled(true);
                            made.setSecret(canaries.make("client secret"));
                            made.setProtocolMappers(
                                    List.of(
                                            TestRealm.mapperOf(
                                                    "oidc-liveperson-window-mapper", window),
                                            TestRealm.mapperOf(provider, config)));
                        });
        return new Chat(realm, client, canaries);
    }
}
