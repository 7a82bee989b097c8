package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser asks before a page's call that a monitoring script has added headers to. */
@Tag("core")
@RealKeycloak
@DisplayName("The preflight of identity")
class IdentityPreflightIT {

    private static final String ORIGIN = "https://www.brand.example";

    @InjectRealm private static TestRealm realm;

    @BeforeAll
    static void setUp() {
        BrandClient.open(realm, "brand", ORIGIN, "+");
    }

    private static Reply preflight(String clientId, String origin, String headers) {
        return new ConsumerBrowser()
                .send(
                        HttpRequest.newBuilder(realm.livePerson("identity/" + clientId))
                                .method("OPTIONS", BodyPublishers.noBody())
                                .header("Origin", origin)
                                .header("Access-Control-Request-Method", "GET")
                                .header("Access-Control-Request-Headers", headers));
    }

    @ParameterizedTest
    @CsvSource({"traceparent", "'baggage,traceparent,tracestate'"})
    @DisplayName("lets the client's origins send tracing headers, with cookies")
    void tracing(String headers) {
        Reply answer = preflight("brand", ORIGIN, headers);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(AskingPage.header(answer, "Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(AskingPage.header(answer, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(AskingPage.header(answer, "Access-Control-Allow-Methods")).isEqualTo("GET");
        assertThat(AskingPage.header(answer, "Access-Control-Allow-Headers"))
                .isEqualTo(headers.replace(",", ", "));
        assertThat(AskingPage.header(answer, "Vary")).contains("Origin");
    }

    @Test
    @DisplayName("lets no script send its own credentials")
    void otherHeaders() {
        assertThat(
                        AskingPage.header(
                                preflight("brand", ORIGIN, "authorization,traceparent"),
                                "Access-Control-Allow-Headers"))
                .isEqualTo("traceparent");
    }

    @ParameterizedTest
    @CsvSource({
        "brand, https://evil.example, 403",
        "brand, null, 403",
        "unknown, https://www.brand.example, 404"
    })
    @DisplayName("answers no other origin and for no other client")
    void refused(String clientId, String origin, int status) {
        Reply answer = preflight(clientId, origin, "traceparent");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(AskingPage.header(answer, "Access-Control-Allow-Origin")).isNull();
        assertThat(AskingPage.header(answer, "Access-Control-Allow-Headers")).isNull();
    }
}
