package io.github.keycloakliveperson.demo.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
@DisplayName("The simulated Conversational Cloud: workspace")
class WorkspaceTest {

    private CloudFixture cloud;

    @BeforeAll
    void start() throws JoseException, IOException {
        cloud = new CloudFixture();
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    private String conversation() {
        return cloud.embedded("code", Map.of("ssoKey", "good")).path("conversation").asText();
    }

    @Test
    @DisplayName("shows verified fields, groups and the raw claims")
    void fields() {
        var page = cloud.page("/agent/" + conversation());

        assertThat(page.select(".facts-lead").text()).contains("6 verified fields");
        assertThat(page.select(".group h3").eachText())
                .anyMatch(t -> t.startsWith("Customer"))
                .anyMatch(t -> t.startsWith("Contact 2"));
        assertThat(page.select("dt").eachText()).contains("Customer ID", "First name", "E-mail");
        assertThat(page.select("dd").eachText()).contains("C-1", "-42.9", "Jané 🌻");
        assertThat(page.select("pre").text()).contains("lp_sdes");
    }

    @ParameterizedTest
    @CsvSource({
        "wrong-key,9007,L1",
        "expired,1012,L7",
        "object,1026,L8",
        "missing-kid,1042,L12",
        "unencrypted,1004,L16"
    })
    @DisplayName("breaks one thing at a time, and gives LivePerson's number and the reason")
    void faults(String fault, String number, String clause) {
        var page = cloud.page("/agent/" + conversation() + "?fault=" + fault);

        assertThat(page.select(".refusal-number").text()).endsWith(number);
        assertThat(page.select(".refusal .clause").text()).isEqualTo(clause);
        assertThat(page.select(".refusal").text()).contains("What to do:");
        assertThat(page.select(".facts dt").eachText()).doesNotContain("Customer ID");
        assertThat(page.select("#consumer-name").text()).isEqualTo("Unknown visitor");
        assertThat(page.select("input[checked]").attr("value")).isEqualTo(fault);
    }

    @Test
    @DisplayName("shows nobody's name or fields after a refusal")
    void refused() {
        var id = cloud.embedded("code", Map.of("ssoKey", "bad")).path("conversation").asText();
        var page = cloud.page("/agent/" + id);

        assertThat(page.select("h2").text()).contains("Unknown visitor");
        assertThat(page.select(".refusal-number").text()).endsWith("9011");
        assertThat(page.select("form.break")).isEmpty();
    }

    @Test
    @DisplayName(
            "shows the newest conversation if the requested one is gone, and ignores "
                    + "unknown faults")
    void unknown() {
        assertThat(cloud.send(cloud.request("/agent/none")).headers().firstValue("Location"))
                .isPresent();
        assertThat(cloud.page("/agent/" + conversation() + "?fault=x").select(".refusal"))
                .isEmpty();
        assertThat(cloud.page("/agent").body().attr("data-follow")).isEqualTo("true");
    }

    @Test
    @DisplayName("passes messages on as text")
    void messages() {
        var path = "/api/conversations/" + conversation() + "/messages";

        cloud.post(path, Map.of("author", "consumer", "text", "<b>Hi</b>"));
        var all = CloudFixture.json(cloud.post(path, Map.of("author", "agent", "text", "Hello")));

        assertThat(all).hasSize(2);
        assertThat(all.path(0).path("text").asText()).isEqualTo("<b>Hi</b>");
        assertThat(all.path(1).path("author").asText()).isEqualTo("agent");
        assertThat(CloudFixture.json(cloud.send(cloud.request(path)))).isEqualTo(all);
        assertThat(cloud.post(path, Map.of("text", " ")).statusCode()).isEqualTo(400);
    }
}
