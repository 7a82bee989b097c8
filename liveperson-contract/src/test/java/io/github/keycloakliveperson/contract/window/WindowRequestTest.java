package io.github.keycloakliveperson.contract.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.contract.connector.IdpCertificate;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What the external window sends")
class WindowRequestTest {

    private static final URI WINDOW = URI.create("http://lp.example/le_unified_window/index.html");

    private static Connector connector(AuthenticationType type, boolean pkce) {
        return connector(
                type, pkce, new IdpCertificate.JwksEndpoint(URI.create("http://id.example/jwks")));
    }

    private static Connector connector(
            AuthenticationType type, boolean pkce, IdpCertificate certificate) {
        return new Connector(
                type,
                pkce,
                "Fernhill 🌿",
                "http://id.example/realms/brand",
                URI.create("http://id.example/realms/brand/liveperson/authorize"),
                Optional.of(URI.create("http://id.example/token")),
                "liveperson",
                Optional.of(new ClientSecret("verysecret")),
                certificate,
                Connector.DEFAULT_JS_METHOD,
                "");
    }

    private static WindowConfiguration configuration(Connector connector) {
        return WindowConfiguration.of(connector, "12345678", "visitor-1");
    }

    private static WindowRequest rfc(AuthenticationType type, boolean pkce) {
        var connector = connector(type, pkce);
        return WindowRequest.rfc(
                connector, WINDOW, configuration(connector), "http://shop.example");
    }

    private static WindowRequest openid(AuthenticationType type) {
        var connector = connector(type, false);
        return WindowRequest.openid(connector, WINDOW, configuration(connector), "visitor-1");
    }

    private static RawParameters sent(WindowRequest request) {
        return RawParameters.parse(request.location().getRawQuery());
    }

    @ParameterizedTest
    @EnumSource(AuthenticationType.class)
    @DisplayName("carries a configuration of realistic size, without the secret (L25)")
    void configurationSize(AuthenticationType type) {
        var json = configuration(connector(type, false)).json();

        assertThat(json).startsWith("{\"lpUnifiedWindowConfig\":{").contains("👋", "🌿");
        assertThat(json.length()).isGreaterThanOrEqualTo(WindowConfiguration.KNOWN_LENGTH);
        assertThat(json).contains("liveperson/authorize").doesNotContain("verysecret");
    }

    @Test
    @DisplayName("carries a pasted key, too (L25)")
    void pastedKey() {
        var key = new IdpCertificate.JwtPublicKey("MIIBIj");
        var pasted = connector(AuthenticationType.CODE, false, key);

        assertThat(configuration(pasted).json()).contains("\"jwtPublicKey\":\"MIIBIj\"");
    }

    @Nested
    @DisplayName("in the RFC dialect")
    class Rfc {

        @Test
        @DisplayName("asks for a code with scope, state and a clean redirect_uri (L23, L24)")
        void code() {
            var request = rfc(AuthenticationType.CODE, false);
            var sent = sent(request);

            assertThat(request.location().toString())
                    .startsWith("http://id.example/realms/brand/liveperson/authorize?");
            assertThat(sent.value("response_type")).contains("code");
            assertThat(sent.value("client_id")).contains("liveperson");
            assertThat(sent.value("scope")).contains("openid");
            assertThat(sent.value("redirect_uri")).contains(WINDOW.toString());
            assertThat(sent.value("parentWindowOrigin")).contains("http://shop.example");
            assertThat(sent.raw("state")).contains(request.carried());
            assertThat(sent.raw("nonce")).isEmpty();
            assertThat(sent.raw("code_challenge")).isEmpty();
            assertThat(request.redirectUri()).isEqualTo(WINDOW.toString());
        }

        @Test
        @DisplayName("sends the challenge and keeps the verifier (L19, L23)")
        void pkce() {
            var request = rfc(AuthenticationType.CODE, true);
            var pkce = request.pkce().orElseThrow();

            assertThat(sent(request).value("code_challenge")).contains(pkce.challenge());
            assertThat(sent(request).value("code_challenge_method")).contains("S256");
            assertThat(request.location().toString()).doesNotContain(pkce.verifier());
        }

        @Test
        @DisplayName("asks for an id_token in the implicit flow (L23)")
        void implicit() {
            assertThat(sent(rfc(AuthenticationType.IMPLICIT, false)).value("response_type"))
                    .contains("id_token");
        }

        @Test
        @DisplayName("encodes the state as a browser does (L26)")
        void encoding() {
            var carried = rfc(AuthenticationType.CODE, false).carried();

            assertThat(carried).startsWith("%7B%22lpUnifiedWindowConfig%22").doesNotContain("+");
            assertThat(URLDecoder.decode(carried, StandardCharsets.UTF_8))
                    .isEqualTo(configuration(connector(AuthenticationType.CODE, false)).json());
        }
    }

    @Nested
    @DisplayName("in the openID dialect")
    class Openid {

        @Test
        @DisplayName("has its configuration in the redirect_uri and no state (L29)")
        void code() {
            var request = openid(AuthenticationType.CODE);
            var sent = sent(request);

            assertThat(sent.value("response_type")).contains("code");
            assertThat(sent.value("nonce")).contains("visitor-1");
            assertThat(sent.raw("state")).isEmpty();
            assertThat(sent.raw("scope")).isEmpty();
            assertThat(sent.value("redirect_uri"))
                    .contains(WINDOW + "?lpUnifiedWindowConfig=" + request.carried())
                    .contains(request.redirectUri());
        }

        @Test
        @DisplayName("says token and means an id_token (L29)")
        void implicit() {
            assertThat(openid(AuthenticationType.IMPLICIT).answerName()).isEqualTo("token");
        }

        @Test
        @DisplayName("has no PKCE")
        void noPkce() {
            var connector = connector(AuthenticationType.CODE, true);

            assertThatThrownBy(
                            () ->
                                    WindowRequest.openid(
                                            connector, WINDOW, configuration(connector), "v"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    @DisplayName("and the answer")
    class Answers {

        @Test
        @DisplayName("is read from the query (L27)")
        void query() {
            var request = rfc(AuthenticationType.CODE, false);
            var answer =
                    Landing.at(WINDOW + "?code=a%2Bb&state=" + request.carried() + "&unknown=1");

            assertThat(answer.value(request.answerName())).contains("a+b");
            assertThat(request.compare(answer).identical()).isTrue();
            assertThat(answer.value("error")).isEmpty();
        }

        @Test
        @DisplayName("is read from the fragment (L27)")
        void fragment() {
            var request = rfc(AuthenticationType.IMPLICIT, false);
            var answer = Landing.at(WINDOW + "#id_token=x.y.z&state=" + request.carried());

            assertThat(answer.value(request.answerName())).contains("x.y.z");
            assertThat(request.compare(answer).identical()).isTrue();
        }

        @Test
        @DisplayName("is appended to the openID window's query (L30)")
        void openidQuery() {
            var request = openid(AuthenticationType.IMPLICIT);
            var answer =
                    Landing.at(
                            WINDOW
                                    + "?lpUnifiedWindowConfig="
                                    + request.carried()
                                    + "&token=x.y.z");

            assertThat(answer.value(request.answerName())).contains("x.y.z");
            assertThat(request.compare(answer).identical()).isTrue();
        }

        @Test
        @DisplayName("may be an error")
        void error() {
            assertThat(Landing.at(WINDOW + "?error=access_denied&state=s").value("error"))
                    .contains("access_denied");
        }
    }
}
