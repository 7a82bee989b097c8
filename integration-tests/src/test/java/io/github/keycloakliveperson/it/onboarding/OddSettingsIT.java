package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * Settings that nobody meant, as far as Keycloak takes them, and requests that nobody would send:
 * no address of ours answers 5xx.
 */
@RealKeycloak
@Tag("core")
class OddSettingsIT {

    private static final String WINDOW = "https://lpcdn.lpsnmedia.net/le_unified_window/index.html";

    /** Each is a redirect URI, a web origin, a root URL, a name and a redirect for token calls. */
    private static final List<String> ODD =
            List.of(
                    "https://my_shop.example.com",
                    "https://www.b\u00fccher.example/x",
                    "http://kc_dev:8080/realms",
                    "https://kc-/",
                    "https://kc.1",
                    "https://[::1",
                    "https://ho{st}/a b",
                    "https://x:99999",
                    "https://x:abc/",
                    "https://u:p@x/",
                    "https://",
                    "https:///",
                    "//x",
                    "/",
                    "/../..",
                    "x",
                    " ",
                    "%",
                    "https://x/%zz",
                    "${",
                    "${authBaseUrl}",
                    "${env.HOME}",
                    "\\",
                    "a\tb\u0001c",
                    "\ud83d\ude00\u200b\u202e\u00a0",
                    "javascript:alert(1)",
                    "data:text/html,x",
                    "urn:ietf:wg:oauth:2.0:oob",
                    "+",
                    "*",
                    "https://*.brand.example/*",
                    "'\"<>&;,",
                    "https://stra\u00dfe.example:443/");

    @AutoClose private static TestRealm realm;
    private static AdminApi api;
    private static List<ClientRepresentation> clients;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = TestRealm.create(keycloak, r -> r.setDisplayName("<b>\u00c4\ud83d\ude00'\""));
        api = AdminApi.of(realm);
        odd().forEach(OddSettingsIT::register);
        clients =
                realm.admin().clients().findAll().stream()
                        .filter(client -> client.getClientId().startsWith("odd "))
                        .toList();
    }

    /** Leaves out, one after the other, what Keycloak itself refuses to keep. */
    private static void register(ClientRepresentation client) {
        List<Runnable> refused =
                List.of(
                        () -> client.setBaseUrl(null),
                        () -> client.setRootUrl(null),
                        () -> client.setRedirectUris(List.of(WINDOW, "/" + client.getName())),
                        () -> client.setRedirectUris(List.of(WINDOW)),
                        () -> client.setWebOrigins(List.of()),
                        () -> client.setAttributes(new HashMap<>()));
        int status = create(client);
        for (int i = 0; status != 201 && i < refused.size(); i++) {
            refused.get(i).run();
            status = create(client);
        }
        assertThat(status).as(client.getClientId()).isEqualTo(201);
    }

    private static int create(ClientRepresentation client) {
        try (Response response = realm.admin().clients().create(client)) {
            return response.getStatus();
        }
    }

    private static List<ClientRepresentation> odd() {
        List<ClientRepresentation> odd = new ArrayList<>();
        for (String setting : ODD) {
            ClientRepresentation client = new ClientRepresentation();
            client.setClientId("odd " + odd.size() + setting);
            client.setName(setting);
            client.setDescription(setting);
            client.setProtocol("openid-connect");
            client.setRootUrl(setting);
            client.setBaseUrl(setting);
            client.setSecret("${vault." + setting);
            client.setRedirectUris(List.of(setting, "/" + setting, WINDOW));
            client.setWebOrigins(List.of(setting));
            client.setAttributes(
                    new HashMap<>(
                            Map.of(
                                    "id.token.signed.response.alg",
                                    setting,
                                    "pkce.code.challenge.method",
                                    setting,
                                    "login_theme",
                                    setting)));
            ProtocolMapperRepresentation window =
                    TestRealm.mapperOf(
                            "oidc-liveperson-window-mapper",
                            Map.of("token.redirect.uri", setting, "id.token.lifespan", setting));
            client.setProtocolMappers(List.of(window));
            odd.add(client);
        }
        return odd;
    }

    @Test
    @DisplayName("in a client's addresses, origins, names and mapper: the admin addresses answer")
    void adminAddresses() {
        assertThat(clients).hasSameSizeAs(ODD);
        JsonNode overview = AdminApi.json(AdminApi.expect(200, api.get("liveperson")));
        assertThat(overview.path("clients")).hasSameSizeAs(ODD);
        assertThat(clients)
                .allSatisfy(
                        client -> {
                            assertThat(api.report(client.getId()).path("checks")).isNotEmpty();
                            assertThat(
                                            api.get(
                                                            "clients/"
                                                                    + client.getId()
                                                                    + "/installation/providers/"
                                                                    + "liveperson-connector")
                                                    .status())
                                    .isEqualTo(200);
                        });
    }

    @Test
    @DisplayName("in a client's settings: the realm addresses answer")
    void realmAddresses() {
        assertThat(clients)
                .allSatisfy(
                        client -> {
                            String id = Query.encode(client.getClientId());
                            assertNoServerError("silent-return/" + id);
                            assertNoServerError("identity/" + id);
                            assertNoServerError(
                                    "authorize?response_type=code&state=s&client_id="
                                            + id
                                            + "&redirect_uri="
                                            + Query.encode(WINDOW));
                            assertNoServerError(
                                    "authorize?response_type=token&client_id="
                                            + id
                                            + "&redirect_uri="
                                            + Query.encode(client.getName()));
                        });
    }

    @Test
    @DisplayName("in requests to POST clients: refused with a sentence, or created")
    void newClients() {
        for (String odd : ODD) {
            String text = AdminApi.text(odd);
            for (String body :
                    List.of(
                            "{\"clientId\":" + text + ",\"flow\":\"code\"}",
                            "{\"clientId\":\"n\",\"flow\":\"code\",\"brandOrigins\":["
                                    + text
                                    + "]}",
                            "{\"clientId\":\"n\",\"flow\":" + text + "}",
                            text,
                            "[" + text + "]",
                            odd)) {
                var answer = api.post("liveperson/clients", body);
                assertThat(answer.status()).as(body).isIn(201, 400, 409);
                if (answer.status() == 201) {
                    realm.admin().clients().get(AdminApi.json(answer).path("id").asText()).remove();
                }
            }
        }
    }

    @Test
    @DisplayName("in a thousand random requests: the realm addresses answer")
    void requests() {
        Random random = new Random(20_261_128);
        URI server = realm.keycloak().adminUri();
        List<String> endpoints =
                List.of(
                        "authorize?",
                        "callback?",
                        "silent-return/",
                        "identity/",
                        "web-auth",
                        "jwks?",
                        "");
        Stream.generate(() -> endpoints.get(random.nextInt(endpoints.size())) + words(random))
                .limit(1_000)
                .forEach(
                        rest -> {
                            String path = realm.path() + "/liveperson/" + rest;
                            RawRequest request =
                                    RawRequest.get(path, "localhost:" + server.getPort())
                                            .with("Origin", words(random))
                                            .with("Cookie", words(random))
                                            .with("Sec-Fetch-Site", "same-origin");
                            assertThat(request.to(server).status()).as(path).isLessThan(500);
                        });
    }

    /** A few pieces that addresses are made of, no space among them. */
    private static String words(Random random) {
        List<String> pieces =
                List.of(
                        "client_id=odd%200",
                        "redirect_uri=",
                        "response_type=code",
                        "state=",
                        "&",
                        "=",
                        "%",
                        "%00",
                        "%ff",
                        "%C3%A4",
                        "https://",
                        "b\u00fc",
                        "_",
                        ":",
                        "@",
                        "//",
                        "..",
                        ";",
                        "?",
                        "#",
                        "'",
                        "\"",
                        "{",
                        "[::1",
                        "+",
                        "*",
                        "code",
                        "x",
                        "0");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private static void assertNoServerError(String path) {
        URI server = realm.keycloak().adminUri();
        RawRequest.Answer answer =
                RawRequest.get(
                                realm.path() + "/liveperson/" + path,
                                "localhost:" + server.getPort())
                        .with("Origin", "https://my_shop.example.com")
                        .to(server);
        assertThat(answer.status()).as(path).isLessThan(500);
    }
}
