package io.github.keycloakliveperson.demo.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("The simulated Conversational Cloud: embedded window")
class EmbeddedWindowTest {

    private CloudFixture cloud;

    @BeforeAll
    void start() throws JoseException, IOException {
        cloud = new CloudFixture();
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    @DisplayName("returns the method's name and, with PKCE, the challenge (L31)")
    void begins() {
        var plain = CloudFixture.json(cloud.post("/api/embedded", Map.of("connector", "code")));
        var pkce = CloudFixture.json(cloud.post("/api/embedded", Map.of("connector", "pkce")));

        assertThat(plain.path("jsMethodName").asText()).isEqualTo("lpGetAuthenticationToken");
        assertThat(plain.has("codeChallenge")).isFalse();
        assertThat(pkce.path("codeChallenge").asText()).hasSize(43);
    }

    @Test
    @DisplayName("redeems the page's code for the page's redirect_uri (L21, L32)")
    void code() {
        var outcome =
                cloud.embedded(
                        "code", Map.of("ssoKey", "good", "redirect_uri", "http://localhost/r"));

        assertThat(outcome.path("accepted").asBoolean()).isTrue();
        assertThat(cloud.provider.tokenRequest())
                .contains("&redirect_uri=http%3A%2F%2Flocalhost%2Fr");
    }

    @Test
    @DisplayName("redeems with the default redirect_uri if the page gave none (L21)")
    void noRedirect() {
        cloud.embedded("code", Map.of("ssoKey", "good"));

        assertThat(cloud.provider.tokenRequest())
                .contains("&redirect_uri=https%3A%2F%2Fliveperson.net");
    }

    @Test
    @DisplayName("accepts a JWT, and compares the identity function's answer (L34)")
    void identity() {
        var right =
                Map.of("iss", cloud.provider.address("").toString(), "sub", "7f3c", "acr", "loa1");
        var wrong =
                Map.of("iss", cloud.provider.address("").toString(), "sub", "xxxx", "acr", "loa1");

        var good =
                cloud.embedded(
                        "implicit", Map.of("token", cloud.provider.idToken(), "identity", right));
        var bad =
                cloud.embedded(
                        "implicit", Map.of("token", cloud.provider.idToken(), "identity", wrong));

        assertThat(cloud.page("/agent/" + good.path("conversation").asText()).text())
                .doesNotContain("identity function");
        assertThat(
                        cloud.page("/agent/" + bad.path("conversation").asText())
                                .select(".findings")
                                .text())
                .contains("L34")
                .contains("identity function");
    }

    @Test
    @DisplayName("reports the page's reason (L32)")
    void reason() {
        var outcome = cloud.embedded("code", Map.of("error", "login_required"));

        assertThat(outcome.path("refusal").path("why").asText()).contains("login_required");
    }

    @Test
    @DisplayName("renews the token of a conversation (L7)")
    void renewal() {
        var first = cloud.embedded("code", Map.of("ssoKey", "good")).path("conversation").asText();

        var second =
                cloud.embedded("code", Map.of("error", "login_required", "conversation", first));

        assertThat(second.path("conversation").asText()).isEqualTo(first);
        assertThat(cloud.page("/agent/" + first).select(".refusal")).isNotEmpty();
    }

    @Test
    @DisplayName("may be framed only by the brand's page, and shows one conversation")
    void framed() {
        var id = cloud.embedded("code", Map.of("ssoKey", "good")).path("conversation").asText();
        var response = cloud.send(cloud.request("/embedded/window?conversation=" + id));

        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors " + cloud.brand);
        assertThat(response.body()).contains("Jané 🌻 Doe");
        assertThat(cloud.page("/embedded/window").text()).contains("There is no conversation here");
    }

    @Test
    @DisplayName("answers only the brand's origin")
    void cors() {
        for (var from : List.of(cloud.brand.toString(), "http://localhost:2", "null")) {
            var response =
                    cloud.send(
                            cloud.request("/api/embedded")
                                    .header("Origin", from)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"connector\":\"code\"}")));
            var mine = from.equals(cloud.brand.toString());
            assertThat(response.statusCode()).isEqualTo(mine ? 201 : 403);
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin").isPresent())
                    .isEqualTo(mine);
        }
    }

    @Test
    @DisplayName("answers the brand's CORS preflight")
    void preflight() {
        var response =
                cloud.send(
                        cloud.request("/api/embedded/some/answer")
                                .header("Origin", cloud.brand.toString())
                                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("Content-Type");
    }
}
