package io.github.keycloakliveperson.it.relyingparty;

import static io.github.keycloakliveperson.it.relyingparty.AuthorizationEndpoint.OURS;
import static io.github.keycloakliveperson.it.relyingparty.AuthorizationEndpoint.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.ForeignTool;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Debian's mod_auth_openidc with what LivePerson's form says, or with Keycloak's own discovery
 * document. What its page does with an answer in the fragment takes a browser: {@link
 * ModAuthOpenidcBrowserIT}.
 *
 * <p>Its JOSE library, cjose 0.6.2, knows RSA-OAEP and not RSA-OAEP-256, so there is no encryption
 * that both it and LivePerson (L13) take. A newer one that knows it turns {@link #sealed} round.
 */
@RealKeycloak
@ForeignTool(
        needs = {Apache.EXECUTABLE, Apache.MODULE},
        install = Apache.INSTALL)
@DisplayName("mod_auth_openidc")
class ModAuthOpenidcIT {

    private static final LivePersonKey KEY = LivePersonKey.make("lpsso2026");

    @InjectRealm private static TestRealm realm;
    private static String consumer;

    @BeforeAll
    static void setUp() {
        consumer = realm.user("consumer", Map.of());
    }

    @ParameterizedTest(name = "at {0}, PKCE {1}")
    @CsvSource({"STOCK, false", "STOCK, true", "OURS, false", "OURS, true"})
    @DisplayName("signs a consumer in with a code")
    void code(AuthorizationEndpoint endpoint, boolean pkce) {
        TemplateClient client =
                TemplateClient.create(
                        realm,
                        "code-" + endpoint.name() + "-" + pkce,
                        "\"flow\":\"code\",\"pkce\":" + pkce);

        try (ProtectedPage page =
                ProtectedPage.open(client, endpoint, pkce ? "OIDCPKCEMethod S256" : "")) {
            signedIn(page);
        }
    }

    @Test
    @DisplayName("signs a consumer in with an id_token that Keycloak's endpoint posts")
    void idTokenByFormPost() {
        TemplateClient client = TemplateClient.create(realm, "form-post", "\"flow\":\"implicit\"");

        try (ProtectedPage page =
                ProtectedPage.open(
                        client, STOCK, "OIDCResponseType id_token", "OIDCResponseMode form_post")) {
            signedIn(page);
        }
    }

    @ParameterizedTest(name = "at {0}")
    @EnumSource
    @DisplayName("refuses LivePerson's RSA-OAEP-256 (L13), which Debian's cjose doesn't support")
    void sealed(AuthorizationEndpoint endpoint) {
        TemplateClient client =
                TemplateClient.create(
                        realm,
                        "sealed-" + endpoint.name(),
                        "\"flow\":\"code\",\"livePersonKey\":\"%s\",\"livePersonKeyId\":\"%s\""
                                .formatted(KEY.base64(), KEY.kid()));

        try (ProtectedPage page =
                ProtectedPage.open(client, endpoint, ProtectedPage.opensWith(KEY))) {
            refused(page);
        }
    }

    @Test
    @DisplayName("signs a consumer in with Keycloak's own RSA-OAEP, the same key, kid and enc")
    void sealedByKeycloak() {
        TemplateClient client = TemplateClient.create(realm, "native", "\"flow\":\"code\"");
        client.encryptNatively(KEY);

        try (ProtectedPage page = ProtectedPage.open(client, OURS, ProtectedPage.opensWith(KEY))) {
            signedIn(page);
        }
        try (ProtectedPage page = ProtectedPage.open(client, OURS)) {
            refused(page);
        }
    }

    private static void signedIn(ProtectedPage page) {
        Visit visit = new Visit(page);
        Reply answer = visit.answer();

        assertThat(answer.status()).as(page.apache().log()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("signed in");
        assertThat(answer.header("X-Issuer")).contains(realm.issuer());
        assertThat(answer.header("X-Sub")).contains(consumer);
        assertThat(answer.header("X-Email")).contains("consumer@example.org");
        assertThat(visit.again().status()).as("stays signed in").isEqualTo(200);
    }

    private static void refused(ProtectedPage page) {
        Visit visit = new Visit(page);

        assertThat(visit.answer().body()).contains("Error in handling response type");
        assertThat(page.apache().log()).contains("oidc_proto_parse_idtoken: oidc_jwt_parse failed");
        assertThat(visit.again().status()).as("nobody is signed in").isEqualTo(401);
    }

    /** A consumer who isn't signed in yet opens the page. */
    private record Visit(ProtectedPage page, ConsumerBrowser browser, Reply answer) {

        Visit(ProtectedPage page) {
            this(page, new ConsumerBrowser());
        }

        private Visit(ProtectedPage page, ConsumerBrowser browser) {
            this(page, browser, open(page, browser));
        }

        /** As a script: it sends those who want a page to the login, and tells scripts 401. */
        Reply again() {
            return browser.get(page.address());
        }

        private static Reply open(ProtectedPage page, ConsumerBrowser browser) {
            Reply begun =
                    browser.send(
                            HttpRequest.newBuilder(page.address()).header("Accept", "text/html"));
            return browser.proceed(begun, target -> false, "consumer", TestRealm.PASSWORD);
        }
    }
}
