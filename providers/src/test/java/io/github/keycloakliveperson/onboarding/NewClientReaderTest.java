package io.github.keycloakliveperson.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.onboarding.NewClient.Key;
import io.github.keycloakliveperson.onboarding.NewClient.Template;
import io.github.keycloakliveperson.window.embedded.WebOrigin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewClientReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @DisplayName("client id and flow are enough")
    void least() throws Exception {
        assertThat(read("{\"clientId\":\"lp\",\"flow\":\"code\"}"))
                .isEqualTo(new NewClient("lp", Template.CODE, List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "code, false, CODE",
        "code, true, CODE_PKCE",
        "code, '\"true\"', CODE_PKCE",
        "code, null, CODE",
        "implicit, false, IMPLICIT"
    })
    @DisplayName("flow and pkce choose the template")
    void template(String flow, String pkce, Template template) throws Exception {
        NewClient order =
                read("{\"clientId\":\"lp\",\"flow\":\"" + flow + "\",\"pkce\":" + pkce + "}");
        assertThat(order.template()).isSameAs(template);
    }

    @Test
    @DisplayName("everything that can be given is kept")
    void everything() throws Exception {
        NewClient order =
                read(
                        "{\"clientId\":\" lp \",\"flow\":\"code\",\"brandOrigins\":"
                                + "[\"https://a.example/\",\"https://a.example\",\"http://localhost:1\"],"
                                + "\"livePersonKey\":\"MIIB\",\"livePersonKeyId\":\"lpsso2026\"}");
        assertThat(order)
                .isEqualTo(
                        new NewClient(
                                "lp",
                                Template.CODE,
                                List.of(
                                        new WebOrigin("https://a.example"),
                                        new WebOrigin("http://localhost:1")),
                                Optional.of(new Key("MIIB", "lpsso2026"))));
    }

    @Test
    @DisplayName("one origin may stand without a list, and a JWK as JSON")
    void lenient() throws Exception {
        NewClient order =
                read(
                        "{\"clientId\":\"lp\",\"flow\":\"code\",\"brandOrigins\":\"https://a.example\","
                                + "\"livePersonKey\":{\"kty\":\"RSA\"}}");
        assertThat(order.brandOrigins()).containsExactly(new WebOrigin("https://a.example"));
        assertThat(order.key()).contains(new Key("{\"kty\":\"RSA\"}", ""));
    }

    @Test
    @DisplayName("every fault is named at once, under its field")
    void everyFault() {
        Refusal refusal =
                refusal(
                        "{\"clientId\":\"l:p\",\"flow\":\"hybrid\",\"pkce\":\"maybe\","
                                + "\"brandOrigins\":[\"http://a.example\",\"https://b.example/x\"],"
                                + "\"livePersonKey\":\"bad\",\"brandOrigin\":\"x\"}");
        assertThat(refusal.error()).isEqualTo("invalid_request");
        assertThat(refusal.fields())
                .containsOnlyKeys(
                        "clientId", "flow", "pkce", "brandOrigins", "livePersonKey", "brandOrigin")
                .allSatisfy((field, sentence) -> assertThat(sentence).endsWith("."));
        assertThat(refusal.fields().get("brandOrigins"))
                .contains("http://a.example", "https://b.example/x");
        assertThat(refusal.errorDescription())
                .contains(refusal.fields().values().toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"clientId\":\"\",\"flow\":\"\"}",
                "{\"clientId\":null,\"flow\":null}",
                "{\"clientId\":[],\"flow\":{}}"
            })
    @DisplayName("client id and flow can't be left out")
    void missing(String body) {
        assertThat(refusal(body).fields()).containsOnlyKeys("clientId", "flow");
    }

    @ParameterizedTest
    @CsvSource({
        "pkce, '{\"clientId\":\"lp\",\"flow\":\"implicit\",\"pkce\":true}'",
        "livePersonKeyId, '{\"clientId\":\"lp\",\"flow\":\"code\",\"livePersonKeyId\":\"x\"}'",
        "brandOrigins, '{\"clientId\":\"lp\",\"flow\":\"code\",\"brandOrigins\":7}'",
        "brandOrigins, '{\"clientId\":\"lp\",\"flow\":\"code\",\"brandOrigins\":[\"*\"]}'",
        "clientId, '{\"clientId\":\"a/b\",\"flow\":\"code\"}'"
    })
    @DisplayName("what doesn't go together is refused")
    void contradictions(String field, String body) {
        assertThat(refusal(body).fields()).containsOnlyKeys(field);
    }

    @Test
    @DisplayName("a conflict names the client id")
    void conflict() {
        assertThat(Refusal.conflict("lp").fields())
                .isEqualTo(Map.of("clientId", Refusal.conflict("lp").errorDescription()));
    }

    private static NewClient read(String body) throws Exception {
        return NewClientReader.read(
                JSON.readTree(body),
                key ->
                        key.publicKey().equals("bad")
                                ? Optional.of("The key is no key.")
                                : Optional.empty());
    }

    private static Refusal refusal(String body) {
        return catchThrowableOfType(RefusedException.class, () -> read(body)).refusal();
    }
}
