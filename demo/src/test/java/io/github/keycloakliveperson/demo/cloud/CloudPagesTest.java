package io.github.keycloakliveperson.demo.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.jose4j.lang.JoseException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("The simulated Conversational Cloud: as a web server")
class CloudPagesTest {

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
    @DisplayName("shows connectors without their secrets, and the checks, escaped")
    void connectors() {
        var page = cloud.page("/connectors");

        assertThat(page.select("h2").eachText()).contains("The code", "The pkce");
        assertThat(page.text()).doesNotContain("secret ").contains("It is <b>http</b>. Fix it.");
        assertThat(page.select(".checks li b")).isEmpty();
    }

    @Test
    @DisplayName("shows LivePerson's key in the form in which LivePerson supplies it (L14)")
    void key() {
        assertThat(cloud.page("/key").select("code").eachText())
                .contains("lpsso2026", cloud.keyPair.publicKeyAsHandedOut());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agent", "/connectors", "/key",
                "/le_unified_window/index.html", "/embedded/window", "/nothing"
            })
    @DisplayName("has safe headers and no inline script or style on every page")
    void headers(String path) {
        var response = cloud.send(cloud.request(path));
        var page = Jsoup.parse(response.body());

        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(page.select("style, [style], script:not([src]), [onclick]")).isEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).isNotEmpty();
        assertThat(page.select("h1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base.css", "cloud.css", "window.css", "window.js",
                "agent.js", "chat.js", "embedded.js", "cloud.svg"
            })
    @DisplayName("serves the pages' files")
    void files(String name) {
        assertThat(cloud.send(cloud.request("/assets/" + name)).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("answers only under its own name")
    void otherHost() {
        var response =
                cloud.send(
                        HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:" + cloud.origin.getPort() + "/agent")));

        assertThat(response.statusCode()).isEqualTo(421);
    }

    @ParameterizedTest
    @CsvSource({"/api/external,code;", "/api/embedded,nobody", "/api/external,pkce;openid"})
    @DisplayName("answers 400 to impossible requests")
    void badRequests(String path, String wish) {
        var parts = wish.split(";", -1);
        var body =
                wish.equals("code;")
                        ? Map.of("connector", "nobody")
                        : Map.of(
                                "connector", parts[0], "dialect", parts.length > 1 ? parts[1] : "");

        assertThat(cloud.post(path, body).statusCode()).isEqualTo(400);
        assertThat(
                        cloud.send(
                                        cloud.request(path)
                                                .POST(BodyPublishers.ofString("connector=code")))
                                .statusCode())
                .isEqualTo(400);
    }
}
