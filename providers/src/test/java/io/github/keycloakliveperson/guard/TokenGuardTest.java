package io.github.keycloakliveperson.guard;

import static io.github.keycloakliveperson.guard.TokenRequest.mapper;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.ProtocolMapperModel;

/** {@code NothingSwitchesItOffIT} shows how the request ends. */
@DisplayName("K33: tokens are withheld where a mapper that must see them does not run")
class TokenGuardTest {

    private static final ProtocolMapperModel ENCRYPTION =
            mapper("oidc-liveperson-id-token-encryption-mapper", Map.of());
    private static final ProtocolMapperModel WINDOW = window(Map.of());
    private static final ProtocolMapperModel UNTRIMMED =
            window(Map.of("minimal.token.response", " false "));
    private static final ProtocolMapperModel REQUIRING =
            window(Map.of("minimal.token.response", "false", "required.role", "member"));
    private static final ProtocolMapperModel OTHER = mapper("oidc-stock-mapper", null);

    static Stream<Arguments> withheld() {
        ProtocolMapperModel wrong = mapper("oidc-liveperson-id-token-encryption-mapper", Map.of());
        wrong.setProtocol("openid_connect");
        return Stream.of(
                is("encryption of the client", "ENCRYPTION", r -> r.own(ENCRYPTION)),
                is("under another protocol", "ENCRYPTION", r -> r.own(wrong)),
                is("in a default scope", "ENCRYPTION", r -> r.inDefault(ENCRYPTION)),
                is(
                        "in an optional scope that nobody asks for",
                        "ENCRYPTION",
                        r -> r.inOptional(ENCRYPTION)),
                is(
                        "encryption, while the window mapper runs",
                        "ENCRYPTION",
                        r -> r.own(ENCRYPTION).own(WINDOW).running(WINDOW)),
                is("trimming of the client", "WINDOW", r -> r.own(WINDOW)),
                is("trimming without settings", "WINDOW", r -> r.own(window(null))),
                is("trimming in a default scope", "WINDOW", r -> r.inDefault(WINDOW)),
                is("a role that consumers need", "WINDOW", r -> r.own(REQUIRING)),
                is(
                        "trimming in an optional scope that is asked for",
                        "WINDOW",
                        r -> r.inOptional(WINDOW).asking("optional")),
                is(
                        "trimming, while encryption runs",
                        "WINDOW",
                        r -> r.own(ENCRYPTION).inDefault(WINDOW).running(ENCRYPTION)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withheld")
    void withheld(String what, IndispensableMapper missing, Change change) {
        TokenRequest request = new TokenRequest().own(OTHER).running(OTHER);
        change.on(request);

        assertThat(TokenGuard.missing(request.context())).contains(missing);
    }

    static Stream<Arguments> issued() {
        return Stream.of(
                is("a client of somebody else's", null, r -> {}),
                is("encryption runs", null, r -> r.own(ENCRYPTION).running(ENCRYPTION)),
                is(
                        "the client's own runs beside one that does not",
                        null,
                        r -> r.own(ENCRYPTION).inOptional(ENCRYPTION).running(ENCRYPTION)),
                is("trimming runs", null, r -> r.inDefault(WINDOW).running(WINDOW)),
                is("the tokens may leave", null, r -> r.own(UNTRIMMED)),
                is("the role is looked at", null, r -> r.own(REQUIRING).running(REQUIRING)),
                is(
                        "trimming in an optional scope that nobody asks for",
                        null,
                        r -> r.inOptional(WINDOW)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("issued")
    void issued(String what, IndispensableMapper none, Change change) {
        TokenRequest request = new TokenRequest().own(OTHER).running(OTHER);
        change.on(request);

        assertThat(TokenGuard.missing(request.context())).isEqualTo(Optional.empty());
    }

    @Test
    void a_request_is_looked_at_once_however_many_mappers_ask() {
        TokenRequest request = new TokenRequest().own(OTHER).running(OTHER);

        TokenGuard.check(null, null, request.context());
        int first = request.looks;
        TokenGuard.check(null, null, request.context());

        assertThat(first).isPositive();
        assertThat(request.looks).isEqualTo(first);
    }

    @Test
    void the_reason_is_legal_in_an_error_description() {
        for (IndispensableMapper mapper : IndispensableMapper.values()) {
            assertThat(mapper.whyWithheld()).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
        }
    }

    private static ProtocolMapperModel window(Map<String, String> config) {
        return mapper("oidc-liveperson-window-mapper", config);
    }

    private static Arguments is(String what, String missing, Change change) {
        return Arguments.of(
                what, missing == null ? null : IndispensableMapper.valueOf(missing), change);
    }

    @FunctionalInterface
    interface Change {
        void on(TokenRequest request);
    }
}
