package io.github.keycloakliveperson.demo.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.demo.TinyIssuer;
import java.io.IOException;
import java.time.Instant;
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

/** The rows of the contract's table "Verdicts", as the agent's workspace shows them. */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("The simulated Conversational Cloud: verdicts")
class VerdictsTest {

    private CloudFixture cloud;

    @BeforeAll
    void start() throws JoseException, IOException {
        cloud = new CloudFixture();
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    /** Words in capitals are seconds from now. */
    private String token(String more) {
        return """
        {"iss":"%s","sub":"7f3c9a1e-5b0d","iat":NOW,"exp":HOUR,"lp_sdes":[]}"""
                .formatted(cloud.provider.address("").toString())
                .replace(more.split("→")[0], more.split("→")[1])
                .replace("NOW", at(0))
                .replace("HOUR", at(3600))
                .replace("SOON", at(300))
                .replace("LATER", at(90_000))
                .replace("AHEAD", at(180))
                .replace("FAR", at(1800));
    }

    private static String at(long seconds) {
        return String.valueOf(Instant.now().getEpochSecond() + seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOW→FAR | fail | L2",
                "NOW→AHEAD | warn | L2",
                "HOUR→SOON | warn | L7",
                "HOUR→LATER | warn | L7",
                "7f3c9a1e-5b0d→jane@example.com | fail | L3",
                "7f3c9a1e-5b0d→+49 30 123456 | fail | L3",
                "7f3c9a1e-5b0d→12345 | warn | L3",
                "7f3c9a1e-5b0d→f:7e1b:bruno | warn | L3",
                "[]→[{'type':'personal','personal':{}},{'type':'personal','personal':{}}]| warn | L10",
                "[]→[{'type':'ctmrinfo','info':{'balance':'5'}}] | fail | L9",
                "[]→[{'type':'ctmrinfo','info':{'lastPaymentDate':"
                        + "{'day':31,'month':2,'year':2020}}}] | fail | L9",
                "[]→[{'type':'ctmrinfo','info':{'lastPaymentDate':{'day':1}}}] | fail | L9",
                "[]→[{'type':'ctmrinfo','info':{'currency':'usd'}}] | warn | L9",
                "[]→[{'type':'ctmrinfo','info':{'cstatus':' '}}] | warn | L9",
                "[]→[{'type':'cart'}] | warn | L9",
                "[]→[{'type':'ctmrinfo','info':{'shoeSize':44}}] | warn | L9",
                "[]→[{'type':'ctmrinfo','info':{'storeNumber':'1'}}] | warn | L9"
            })
    @DisplayName("are the contract's")
    void verdicts(String change, String verdict, String clause) {
        shows(cloud.provider.sign(token(change.replace('\'', '"'))), verdict, clause);
    }

    @Test
    @DisplayName("refuse another signature (L1)")
    void signature() throws JoseException, IOException {
        try (var stranger = TinyIssuer.start("tiny")) {
            shows(stranger.sign(token("[]→[]")), "fail", "L1");
        }
    }

    private void shows(String token, String verdict, String clause) {
        var begun = CloudFixture.json(cloud.post("/api/embedded", Map.of("connector", "implicit")));
        var outcome =
                CloudFixture.json(
                        cloud.post(
                                "/api/embedded/" + begun.path("id").asText() + "/answer",
                                Map.of("token", token)));
        var page = cloud.page("/agent/" + outcome.path("conversation").asText());

        assertThat(outcome.path("accepted").asBoolean()).isEqualTo(verdict.equals("warn"));
        assertThat(page.select(".findings .clause").eachText()).contains(clause);
        assertThat(page.select(".findings .clause.bad").eachText().contains(clause))
                .isEqualTo(verdict.equals("fail"));
    }
}
