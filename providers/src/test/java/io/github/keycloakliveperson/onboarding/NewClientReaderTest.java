package io.github.keycloakliveperson.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.onboarding.NewClient.Delegation;
import io.github.keycloakliveperson.onboarding.NewClient.Key;
import io.github.keycloakliveperson.onboarding.NewClient.Template;
import io.github.keycloakliveperson.window.address.WebOrigin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewClientReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REDIRECT_URI = "https://idp.example/callback/12345678/redirectCode";
    private static final String DELEGATION =
            "{\"clientId\":\"lp\",\"flow\":\"delegation\",\"delegationRedirectUri\":\""
                    + REDIRECT_URI
                    + "\",%s}";

    @Test
    @DisplayName("client id and flow are sufficient")
    void least() throws Exception {
        assertThat(read("{\"clientId\":\"lp\",\"flow\":\"code\"}"))
                .isEqualTo(
                        new NewClient(
                                "lp",
                                Template.CODE,
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));
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
    @DisplayName("every setting is kept")
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
                                Optional.of(new Key("MIIB", "lpsso2026")),
                                Optional.empty()));
    }

    @Test
    @DisplayName("a single origin needs no list, and a JWK may be JSON")
    void lenient() throws Exception {
        NewClient order =
                read(
                        "{\"clientId\":\"lp\",\"flow\":\"code\",\"brandOrigins\":\"https://a.example\","
                                + "\"livePersonKey\":{\"kty\":\"RSA\"}}");
        assertThat(order.brandOrigins()).containsExactly(new WebOrigin("https://a.example"));
        assertThat(order.key()).contains(new Key("{\"kty\":\"RSA\"}", ""));
    }

    @Test
    @DisplayName("all mistakes are reported at once, under their fields")
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
    @DisplayName("client id and flow are required")
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
    @DisplayName("settings that don't fit together are refused")
    void contradictions(String field, String body) {
        assertThat(refusal(body).fields()).containsOnlyKeys(field);
    }

    @Test
    @DisplayName("L40: consumer delegation has its own template, redirect URI and scopes")
    void delegation() throws Exception {
        NewClient order = read(DELEGATION.formatted("\"scopes\":[\"orders\"]"));
        assertThat(order.template()).isSameAs(Template.DELEGATION);
        assertThat(order.delegation()).contains(new Delegation(REDIRECT_URI, List.of("orders")));
    }

    @Test
    @DisplayName("L39: in authenticated conversations it needs the code flow")
    void delegationInConversations() throws Exception {
        NewClient order =
                read(
                        "{\"clientId\":\"lp\",\"flow\":\"code\",\"pkce\":true,"
                                + "\"delegation\":\"true\",\"scopes\":\"orders\"}");
        assertThat(order.template()).isSameAs(Template.CODE_PKCE);
        assertThat(order.delegation()).contains(new Delegation("", List.of("orders")));
    }

    @ParameterizedTest
    @CsvSource({
        "scopes, '\"pkce\":false'",
        "scopes, '\"scopes\":[\"orders\",\"nothing\"]'",
        "scopes, '\"scopes\":[\"offline_access\"]'",
        "scopes, '\"scopes\":7'",
        "pkce, '\"scopes\":\"orders\",\"pkce\":true'",
        "brandOrigins, '\"scopes\":\"orders\",\"brandOrigins\":[\"https://a.example\"]'",
        "delegation, '\"scopes\":\"orders\",\"delegation\":\"maybe\"'"
    })
    @DisplayName("what consumer delegation can't do is refused")
    void delegationRefused(String field, String more) {
        assertThat(refusal(DELEGATION.formatted(more)).fields()).containsOnlyKeys(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://idp.example/callback/1/redirectCode",
                "https://idp.example/callback/*/redirectCode",
                "https://idp.example/callback/1/redirectCode?x",
                "https://liveperson.net"
            })
    @DisplayName("L40: any other redirect URI is refused")
    void delegationElsewhere(String uri) {
        String body = DELEGATION.formatted("\"scopes\":\"orders\"").replace(REDIRECT_URI, uri);
        assertThat(refusal(body).fields()).containsOnlyKeys("delegationRedirectUri");
    }

    @ParameterizedTest
    @CsvSource({
        "delegation, '\"flow\":\"implicit\",\"delegation\":true'",
        "scopes, '\"flow\":\"code\",\"scopes\":[\"orders\"]'",
        "delegationRedirectUri, '\"flow\":\"code\",\"delegationRedirectUri\":\"https://a.example\"'"
    })
    @DisplayName("a client without consumer delegation accepts none of its settings")
    void noDelegation(String field, String settings) {
        assertThat(refusal("{\"clientId\":\"lp\"," + settings + "}").fields())
                .containsOnlyKeys(field);
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
                                : Optional.empty(),
                Set.of("orders", "offline_access")::contains);
    }

    private static Refusal refusal(String body) {
        return catchThrowableOfType(RefusedException.class, () -> read(body)).refusal();
    }
}
