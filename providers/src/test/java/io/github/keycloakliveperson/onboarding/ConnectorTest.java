package io.github.keycloakliveperson.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.idtoken.key.TestKeys;
import io.github.keycloakliveperson.onboarding.check.Check;
import io.github.keycloakliveperson.onboarding.check.Status;
import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.onboarding.setup.ClientSettings.Grants;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.onboarding.setup.SetupFixture;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConnectorTest {

    @Test
    @DisplayName("the code flow's form is filled in completely")
    void code() {
        assertThat(Connector.of(new SetupFixture().setup()))
                .isEqualTo(
                        new Connector(
                                "code",
                                false,
                                "The Shop",
                                "https://login.shop.example/realms/shop",
                                "https://login.shop.example/realms/shop/liveperson/authorize",
                                "https://login.shop.example/realms/shop/protocol/openid-connect/token",
                                "liveperson",
                                "s3cret",
                                "JWKS Endpoint",
                                "https://login.shop.example/realms/shop/liveperson/jwks",
                                TestKeys.base64(TestKeys.FIRST),
                                "lpGetAuthenticationToken",
                                "window",
                                "<script src=\"https://login.shop.example/realms/shop/liveperson/"
                                        + "web-auth.js\" data-client-id=\"liveperson\""
                                        + " data-flow=\"code\"></script>",
                                ""));
    }

    @Test
    @DisplayName("L40: for consumer delegation only what LivePerson names is filled in")
    void delegation() {
        Connector connector = Connector.of(new SetupFixture().delegatingOnly().setup());
        assertThat(connector)
                .isEqualTo(
                        new Connector(
                                "code",
                                false,
                                "",
                                "",
                                "",
                                "https://login.shop.example/realms/shop/protocol/openid-connect/token",
                                "liveperson",
                                "s3cret",
                                "JWT Public Key",
                                "",
                                "CONSUMER_DELEGATION",
                                "",
                                "",
                                "",
                                "https://login.shop.example/realms/shop/liveperson/authorize"
                                        + "?response_type=code&client_id=liveperson&redirect_uri="
                                        + "https%3A%2F%2Fidp.liveperson.example%2Fcallback%2F12345678"
                                        + "%2FredirectCode&scope=invoices+orders&state="));
        assertThat(ConnectorText.of(connector, List.of()))
                .contains("CONSUMER_DELEGATION", connector.consumerLink())
                .doesNotContain("JWT issuer", "JS Method", "or JWT", "script");
    }

    @Test
    @DisplayName("L39: authenticated conversations keep their connector")
    void delegationBeside() {
        assertThat(Connector.of(new SetupFixture().delegating().setup()))
                .isEqualTo(Connector.of(new SetupFixture().setup()));
    }

    @Test
    @DisplayName("its text form contains no secret, nor does that of its source")
    void silent() {
        SetupFixture fixture = new SetupFixture();
        Connector connector = Connector.of(fixture.setup());

        assertThat(connector.clientSecret()).isNotEmpty();
        assertThat(connector).hasToString("Connector[" + connector.jwtIssuer() + ", liveperson]");
        assertThat(new ClientSettings.Access(false, "client-secret", "hush"))
                .hasToString("Access[isPublic=false, authenticator=client-secret]");
    }

    @Test
    @DisplayName("the implicit flow has no token call, so the secret is left out")
    void implicit() {
        SetupFixture fixture = new SetupFixture();
        fixture.grants = new Grants(false, true, false, false);
        fixture.displayName = "";
        Connector connector = Connector.of(fixture.setup());
        assertThat(connector.authenticationType()).isEqualTo("implicit");
        assertThat(connector.clientSecret()).isEmpty();
        assertThat(connector.tokenEndpoint()).isEmpty();
        assertThat(connector.issuerDisplayName()).isEqualTo("shop");
        assertThat(connector.scriptTag()).contains("data-flow=\"implicit\"");
        assertThat(ConnectorText.of(connector, List.of()))
                .contains("Authentication type: Implicit\n")
                .doesNotContain("Client Secret", "Token Endpoint");
    }

    @Test
    @DisplayName("PKCE is on if the client requires S256")
    void pkce() {
        SetupFixture fixture = new SetupFixture();
        fixture.attributes.put("pkce.code.challenge.method", "S256");
        assertThat(Connector.of(fixture.setup()).pkce()).isTrue();
    }

    @Test
    @DisplayName("a client id can't break out of the script tag")
    void scriptTag() {
        SetupFixture fixture = new SetupFixture();
        fixture.clientId = "\"><script>";
        assertThat(Connector.of(fixture.setup()).scriptTag())
                .contains("data-client-id=\"&quot;&gt;&lt;script&gt;\"");
    }

    @Test
    @DisplayName("the text has LivePerson's labels, the values, and what is left to fix")
    void text() {
        Connector connector = Connector.of(new SetupFixture().setup());
        String text =
                ConnectorText.of(
                        connector,
                        List.of(
                                new Check("a", Status.PASS, "Fine.", ""),
                                new Check("b", Status.PASS, "Fine too.", ""),
                                new Check("issuer", Status.WARN, "It is http.", "Use https."),
                                new Check("flow", Status.FAIL, "Both are off.", "Turn one on.")));
        assertThat(text)
                .contains("Authentication type: Code\nPKCE: off\n")
                .contains("Client Secret: s3cret\n")
                .contains(connector.scriptTag())
                .endsWith(
                        """

                        Checks: 2 of 4 pass

                        WARN issuer: It is http.
                        Fix: Use https.

                        FAIL flow: Both are off.
                        Fix: Turn one on.
                        """)
                .as("the console's font is proportional: nothing stands in columns")
                .doesNotContain("  ");
    }

    @Test
    @DisplayName("neither a connector nor a setup shows the secret when logged")
    void secretIsKept() {
        Setup setup = new SetupFixture().setup();
        assertThat(setup.toString()).doesNotContain("s3cret");
        assertThat(ClientReport.of(setup).toString()).doesNotContain("s3cret");
    }

    @Test
    @DisplayName("the overview shows the worst check")
    void overview() {
        SetupFixture fixture = new SetupFixture();
        assertThat(Overview.Entry.of(fixture.setup()).status()).isSameAs(Status.PASS);
        fixture.fullScope = true;
        assertThat(Overview.Entry.of(fixture.setup()).status()).isSameAs(Status.WARN);
        fixture.enabled = false;
        assertThat(Overview.Entry.of(fixture.setup()))
                .isEqualTo(new Overview.Entry("6f1c", "liveperson", Status.FAIL));
    }
}
