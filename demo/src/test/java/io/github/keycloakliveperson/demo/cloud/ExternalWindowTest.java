package io.github.keycloakliveperson.demo.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.window.RawParameters;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("The simulated Conversational Cloud: external window")
class ExternalWindowTest {

    private CloudFixture cloud;

    @BeforeAll
    void start() throws JoseException, IOException {
        cloud = new CloudFixture();
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    private String id;
    private RawParameters sent;

    private void begin(String connector, String dialect) {
        var begun =
                CloudFixture.json(
                        cloud.post(
                                "/api/external",
                                Map.of("connector", connector, "dialect", dialect)));
        id = begun.path("id").asText();
        sent = RawParameters.parse(URI.create(begun.path("location").asText()).getRawQuery());
    }

    private JsonNode answer(String search, String hash) {
        return CloudFixture.json(
                cloud.post(
                        "/api/external/" + id + "/answer", Map.of("search", search, "hash", hash)));
    }

    @Test
    @DisplayName("redeems a code for the window's location and compares the state (L21, L25)")
    void rfcCode() {
        begin("code", "rfc");

        var outcome = answer("?code=good&state=" + sent.raw("state").orElseThrow(), "");

        assertThat(outcome.path("accepted").asBoolean()).isTrue();
        assertThat(outcome.path("consumer").asText()).isEqualTo("Jané 🌻 Doe");
        assertThat(outcome.path("state").path("identical").asBoolean()).isTrue();
        assertThat(cloud.provider.tokenRequest())
                .contains("&redirect_uri=")
                .contains("le_unified_window%2Findex.html")
                .doesNotContain("code_verifier");
    }

    @Test
    @DisplayName("sends the verifier with PKCE (L19)")
    void rfcPkce() {
        begin("pkce", "rfc");

        var outcome = answer("?code=good&state=" + sent.raw("state").orElseThrow(), "");

        assertThat(sent.value("code_challenge")).isPresent();
        assertThat(outcome.path("accepted").asBoolean()).isTrue();
        assertThat(cloud.provider.tokenRequest()).contains("&code_verifier=");
    }

    @Test
    @DisplayName("reads an id_token from the fragment (L27)")
    void rfcImplicit() {
        begin("implicit", "rfc");

        var outcome =
                answer(
                        "",
                        "#id_token="
                                + cloud.provider.idToken()
                                + "&state="
                                + sent.raw("state").orElseThrow());

        assertThat(outcome.path("accepted").asBoolean()).isTrue();
        assertThat(outcome.path("state").path("identical").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("redeems the default redirect_uri in the openID dialect (L21, L30)")
    void openid() {
        begin("code", "openid");
        var window = sent.value("redirect_uri").orElseThrow();

        var outcome = answer(window.substring(window.indexOf('?')) + "&code=good", "");

        assertThat(outcome.path("accepted").asBoolean()).isTrue();
        assertThat(outcome.path("state").path("identical").asBoolean()).isTrue();
        assertThat(cloud.provider.tokenRequest())
                .contains("&redirect_uri=https%3A%2F%2Fliveperson.net");
    }

    @Test
    @DisplayName("detects a state that was changed on the way (K7)")
    void changedState() {
        begin("code", "rfc");

        var outcome =
                answer(
                        "?code=good&state=" + sent.raw("state").orElseThrow().replace("%7B", "{"),
                        "");

        assertThat(outcome.path("state").path("identical").asBoolean()).isFalse();
        assertThat(outcome.path("state").path("verdict").asText()).contains("character 1:");
    }

    @Test
    @DisplayName("9011: a code that the token endpoint refuses")
    void badCode() {
        begin("code", "rfc");

        var outcome = answer("?code=bad&state=x", "");

        assertThat(outcome.path("accepted").asBoolean()).isFalse();
        assertThat(outcome.path("refusal").path("number").asInt()).isEqualTo(9011);
        assertThat(outcome.path("refusal").path("fix").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "?error=access_denied,access_denied",
        "?error=<script>,an unreadable error",
        "'',nothing came back"
    })
    @DisplayName("reports an OAuth error (L27)")
    void error(String search, String reason) {
        begin("code", "rfc");

        var outcome = answer(search, "");

        assertThat(outcome.path("refusal").path("why").asText()).contains(reason);
    }

    @Test
    @DisplayName("accepts the answer to a sign-in once")
    void once() {
        begin("code", "rfc");
        answer("?code=good&state=x", "");

        var again = cloud.post("/api/external/" + id + "/answer", Map.of("search", "?code=good"));

        assertThat(again.statusCode()).isEqualTo(404);
    }
}
