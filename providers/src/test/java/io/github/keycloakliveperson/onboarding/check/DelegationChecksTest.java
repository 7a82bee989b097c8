package io.github.keycloakliveperson.onboarding.check;

import static io.github.keycloakliveperson.onboarding.check.Faults.is;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.onboarding.setup.SetupFixture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Consumer delegation has its own checks, and none for what it doesn't do. */
class DelegationChecksTest {

    @Test
    @DisplayName("L40: a separate connector passes every check")
    void ofItsOwn() {
        assertThat(SetupChecks.run(new SetupFixture().delegatingOnly().setup()))
                .allSatisfy(
                        check -> assertThat(check.status()).as(check.id()).isSameAs(Status.PASS))
                .extracting(Check::id)
                .contains("delegation-redirect-uri", "api-audience")
                .doesNotContain("silent-return", "liveperson-redirects", "web-origins");
    }

    @Test
    @DisplayName("L39: so does a client of authenticated conversations")
    void inConversations() {
        assertThat(SetupChecks.run(new SetupFixture().delegating().setup()))
                .allSatisfy(
                        check -> assertThat(check.status()).as(check.id()).isSameAs(Status.PASS))
                .extracting(Check::id)
                .contains("silent-return", "liveperson-redirects", "refresh-tokens")
                .doesNotContain("delegation-redirect-uri");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    @DisplayName("one thing is wrong with a separate connector")
    void faultsOfItsOwn(String id, String fault, Consumer<SetupFixture> spoil) {
        assertOnly(id, new SetupFixture().delegatingOnly(), spoil);
    }

    static Stream<Arguments> faultsOfItsOwn() {
        return Stream.of(
                is("delegation-redirect-uri", "missing", s -> s.redirectUris.remove(0)),
                is(
                        "delegation-redirect-uri",
                        "no account",
                        s -> s.redirectUris.set(0, "https://idp.example/callback/redirectCode")),
                is("refresh-tokens", "on", s -> s.attributes.remove("use.refresh.tokens")),
                is("pkce", "on", s -> s.attributes.put("pkce.code.challenge.method", "S256")),
                is("callback", "missing", s -> s.redirectUris.remove(1)),
                is(
                        "offline-access",
                        "to be asked for",
                        s -> s.optionalScopes.add("offline_access")),
                is("api-audience", "none", s -> s.mappers.remove(1)),
                is("access-token-lifespan", "short", s -> s.accessTokenSeconds = 59),
                is("access-token-lifespan", "long", s -> s.accessTokenSeconds = 3601));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    @DisplayName("one thing is wrong with a client of authenticated conversations")
    void faultsInConversations(String id, String fault, Consumer<SetupFixture> spoil) {
        assertOnly(id, new SetupFixture().delegating(), spoil);
    }

    static Stream<Arguments> faultsInConversations() {
        return Stream.of(
                is("client", "consent", s -> s.consentRequired = true),
                is("refresh-tokens", "off", s -> s.attributes.put("use.refresh.tokens", "false")),
                is(
                        "api-audience",
                        "of the ID token",
                        s ->
                                s.mappers.set(
                                        3,
                                        SetupFixture.mapper(
                                                "oidc-audience-mapper", java.util.Map.of()))),
                is("access-token-lifespan", "as long as the session", s -> s.ssoIdleSeconds = 300),
                is(
                        "access-token-lifespan",
                        "the client's own",
                        s -> s.attributes.put("access.token.lifespan", "1800")));
    }

    private static void assertOnly(String id, SetupFixture fixture, Consumer<SetupFixture> spoil) {
        spoil.accept(fixture);
        assertThat(SetupChecks.run(fixture.setup()))
                .filteredOn(check -> check.status() != Status.PASS)
                .singleElement()
                .satisfies(
                        check -> {
                            assertThat(check.id()).isEqualTo(id);
                            assertThat(check.message()).endsWith(".");
                            assertThat(check.fix()).endsWith(".");
                        });
    }
}
