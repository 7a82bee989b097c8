package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak under names that {@code java.net.URI} finds no host in, but Keycloak itself serves. */
@RealKeycloak
@Tag("core")
class HostNamesIT {

    private static final String JSON = "application/json";
    private static final String NEW_CLIENT = "{\"clientId\":\"new\",\"flow\":\"implicit\"}";

    @InjectRealm private static TestRealm realm;
    private static AdminApi api;
    private static URI server;
    private static String id;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        api = AdminApi.of(realm);
        server = keycloak.adminUri();
        id = api.create("{\"clientId\":\"lp\",\"flow\":\"code\"}").path("id").asText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kc_dev:8080",
                "_kc",
                "kc.1",
                "kc-",
                "kc-:8080",
                "-kc",
                "a..b",
                "1.2.3",
                "[::1]:8080",
                "*",
                "'",
                ":80",
                "KC.Example:80",
                "xn--bcher-kva.example",
                "a,b",
                "a;b"
            })
    @DisplayName("K38: every address answers under every host name that Keycloak accepts")
    void hosts(String host) {
        String token = token(host);
        String admin = "/admin" + realm.path() + "/";
        assertThat(
                        Stream.of(
                                admin + "liveperson",
                                admin + "liveperson/clients/" + id,
                                admin
                                        + "clients/"
                                        + id
                                        + "/installation/providers/liveperson-connector",
                                realm.path() + "/liveperson/jwks",
                                realm.path() + "/liveperson/web-auth.js",
                                realm.path() + "/liveperson/silent-return/lp"))
                .allSatisfy(path -> assertThat(get(path, host, token)).isEqualTo(200));
        assertThat(get(authorize(), host, token)).as("the login page").isEqualTo(200);
        assertThat(get(realm.path() + "/liveperson/web-auth-00.js", host, token)).isEqualTo(302);
        assertThat(get(realm.path() + "/liveperson/callback?state=a&code=b", host, token))
                .isEqualTo(400);
        assertThat(
                        RawRequest.get(realm.path() + "/liveperson/identity/lp", host)
                                .with("Origin", "http://" + host)
                                .with("Sec-Fetch-Site", "same-origin")
                                .to(server)
                                .status())
                .isIn(204, 403);
        assertNewClient(
                RawRequest.post(admin + "liveperson/clients", host, JSON, NEW_CLIENT)
                        .with("Authorization", "Bearer " + token)
                        .to(server));
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.b\u00fccher.example, warn",
        "https://login_sso.brand.example, pass",
        "https://kc-:8443/auth, pass",
        "https://Login.Example/, warn",
        "https://login.example:443, pass",
        "https://login.example/a b/, pass",
        "https://login.example/'~\u00e9, pass",
        "https://kc.1, fail",
        "https://a..b, fail",
        "https://x:99999, fail",
        "https://u:p@login.example, fail",
        "https://login.example?x=y, fail",
        "https://login.example#x, fail",
        "https://[::1]:8443, pass",
        "login.example, warn",
        "https://[::1, warn",
        "ftp://login.example, warn",
    })
    @DisplayName("K38: every address answers at every frontend URL that Keycloak accepts")
    void frontendUrls(String frontendUrl, String issuer) {
        ProtectedRealm.serveAt(realm, frontendUrl);
        Reply metadata = realmAnswer("/.well-known/openid-configuration");
        assumeTrue(metadata.status() < 500, "Keycloak's own metadata is a server error");
        JsonNode report = api.report(id);
        // an older Keycloak reads some of these addresses in another way
        boolean newest =
                System.getProperty("keycloak.newest")
                        .equals(System.getProperty("keycloak.version"));
        if (newest) {
            assertThat(AdminApi.statuses(report)).containsEntry("issuer", issuer);
        }
        String known = AdminApi.json(AdminApi.expect(200, metadata)).path("issuer").asText();
        assertThat(report.at("/connector/jwtIssuer").asText()).as("L4").isEqualTo(known);

        String host = "localhost:" + server.getPort();
        String token = realm.adminToken();
        String admin = "/admin" + realm.path() + "/";
        assertThat(get(admin + "liveperson", host, token)).isEqualTo(200);
        assertThat(
                        get(
                                admin
                                        + "clients/"
                                        + id
                                        + "/installation/providers/liveperson-connector",
                                host,
                                token))
                .isEqualTo(200);
        assertThat(get(authorize(), host, token))
                .as("the login page, or the window is told that no sign-in can return here")
                .isIn(
                        frontendUrl.matches(".*[?#].*")
                                ? (newest ? Set.of(302) : Set.of(200, 302))
                                : Set.of(200));
        assertThat(get(realm.path() + "/liveperson/web-auth-00.js", host, token)).isEqualTo(302);
        assertThat(get(realm.path() + "/liveperson/silent-return/lp", host, token)).isEqualTo(200);
        assertThat(get(realm.path() + "/liveperson/identity/lp", host, token)).isEqualTo(403);
        JsonNode made =
                assertNewClient(
                        RawRequest.post(admin + "liveperson/clients", host, JSON, NEW_CLIENT)
                                .with("Authorization", "Bearer " + token)
                                .to(server));
        if (!"fail".equals(issuer)) {
            assertThat(AdminApi.statuses(made)).as("a fresh client").doesNotContainValue("fail");
        }
    }

    /** Deletes what was made, so that the next may be made. */
    private static JsonNode assertNewClient(RawRequest.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        Matcher made = Pattern.compile("liveperson/clients/([0-9a-f-]{36})").matcher(answer.text());
        assertThat(made.find()).isTrue();
        JsonNode report = api.report(made.group(1));
        realm.admin().clients().get(made.group(1)).remove();
        return report;
    }

    private static Reply realmAnswer(String path) {
        return new ConsumerBrowser().get(URI.create(realm.issuer() + path));
    }

    private static int get(String path, String host, String token) {
        RawRequest request = RawRequest.get(path, host);
        return (path.startsWith("/admin")
                        ? request.with("Authorization", "Bearer " + token)
                        : request)
                .to(server)
                .status();
    }

    private static String authorize() {
        return realm.path()
                + "/liveperson/authorize?client_id=lp&response_type=code&state=x&redirect_uri="
                + Query.encode("https://lpcdn.lpsnmedia.net/le_unified_window/index.html");
    }

    /** The administrator's token for calls under a host: its issuer is that host's. */
    private static String token(String host) {
        RawRequest.Answer answer =
                RawRequest.post(
                                "/realms/master/protocol/openid-connect/token",
                                host,
                                "application/x-www-form-urlencoded",
                                Query.encode(
                                        Map.of(
                                                "grant_type",
                                                "password",
                                                "client_id",
                                                "admin-cli",
                                                "username",
                                                realm.keycloak().adminUser(),
                                                "password",
                                                realm.keycloak().adminPassword())))
                        .to(server);
        assumeTrue(answer.status() < 500, "Keycloak's own token endpoint is a server error");
        assertThat(answer.status()).as(host).isEqualTo(200);
        Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)").matcher(answer.text());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
