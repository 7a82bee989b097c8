package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** The external window of a realm whose consumers sign in at another identity provider. */
@RealKeycloak
@DisplayName("With an identity provider behind Keycloak")
class BrokeredWindowIT {

    @InjectRealm private static TestRealm realm;
    @AutoClose private static TestRealm provider;
    private static WindowClient code;
    private static WindowClient implicit;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        provider = TestRealm.create(keycloak);
        provider.user("consumer", Map.of());
        TestClient broker =
                provider.client(
                        "upstream",
                        c ->
                                c.setRedirectUris(
                                        List.of(realm.issuer() + "/broker/elsewhere/endpoint")));
        IdentityProviderRepresentation elsewhere = new IdentityProviderRepresentation();
        elsewhere.setAlias("elsewhere");
        elsewhere.setProviderId("oidc");
        elsewhere.setEnabled(true);
        elsewhere.setTrustEmail(true);
        elsewhere.setConfig(
                new HashMap<>(
                        Map.of(
                                "authorizationUrl", provider.protocol("auth").toString(),
                                "tokenUrl", provider.protocol("token").toString(),
                                "userInfoUrl", provider.protocol("userinfo").toString(),
                                "issuer", provider.issuer(),
                                "clientId", broker.clientId(),
                                "clientSecret", broker.secret(),
                                "clientAuthMethod", "client_secret_post",
                                "defaultScope", "openid profile email")));
        try (jakarta.ws.rs.core.Response created =
                realm.admin().identityProviders().create(elsewhere)) {
            assertThat(created.getStatus()).isEqualTo(201);
        }
        code = WindowClient.code(realm, "code", Map.of());
        implicit = WindowClient.implicit(realm, "implicit", Map.of());
    }

    @Test
    @DisplayName("kc_idp_hint leads to it, and the answer returns to the window")
    void hint() {
        ConsumerBrowser browser = new ConsumerBrowser();

        String first = code.window(browser, code.rfc("code", STATE, "&kc_idp_hint=elsewhere"));
        String second =
                implicit.window(browser, implicit.rfc("id_token", STATE, "&kc_idp_hint=elsewhere"));

        assertThat(first).startsWith(WINDOW + "?code=").endsWith("&state=" + STATE);
        assertThat(code.redeem(WindowClient.code(first), WINDOW, Map.of()).status()).isEqualTo(200);
        assertThat(second).startsWith(WINDOW + "#id_token=").endsWith("&state=" + STATE);
    }
}
