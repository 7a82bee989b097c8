package io.github.keycloakliveperson.demo.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.issuer.TestIssuer;
import io.github.keycloakliveperson.contract.issuer.TokenFault;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's verdicts, as the agent's workspace shows them. */
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

    /** All faults of an unencrypted token, as the fixture's implicit connector gets them. */
    static Stream<TokenFault> faults() {
        return Arrays.stream(TokenFault.values()).filter(fault -> !fault.ofEncryption());
    }

    @ParameterizedTest
    @MethodSource("faults")
    @DisplayName("are the contract's (L1–L12)")
    void verdicts(TokenFault fault) {
        var issuer = new TestIssuer(Optional.of(fault), Optional.empty());
        cloud.provider.jwks = issuer.jwks();
        var token = issuer.token(TestIssuer.claims(cloud.provider.address("").toString()));

        var outcome = cloud.embedded("implicit", Map.of("token", token));

        var page = cloud.page("/agent/" + outcome.path("conversation").asText());
        var fails = fault.verdict() == Verdict.FAIL;
        var clause = fault.clause().name();
        assertThat(outcome.path("accepted").asBoolean()).isEqualTo(!fails);
        assertThat(outcome.at("/refusal/clause").asText("")).isEqualTo(fails ? clause : "");
        assertThat(outcome.at("/refusal/number").asInt())
                .isEqualTo(fault.error().map(error -> error.number()).orElse(0));
        assertThat(page.select(".findings .clause").eachText()).contains(clause);
        assertThat(page.select(".findings .clause.bad").eachText().contains(clause))
                .isEqualTo(fails);
    }
}
