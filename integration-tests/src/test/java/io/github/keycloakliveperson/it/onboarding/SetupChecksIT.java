package io.github.keycloakliveperson.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Each check of a real client: right, then one deliberate fault, then right again. */
@RealKeycloak
@Tag("core")
class SetupChecksIT {

    private static final String ATTRIBUTE = "oidc-usermodel-attribute-mapper";
    private static final String CUSTOMER = "oidc-liveperson-customer-info-mapper";
    private static final String ENCRYPTION = "oidc-liveperson-id-token-encryption-mapper";

    @AutoClose private static TestRealm realm;
    private static AdminApi api;
    private static SpoiledSetup setup;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        realm = ProtectedRealm.create(keycloak);
        ProtectedRealm.serveAt(realm, "https://login.brand.example");
        api = AdminApi.of(realm);
        String id =
                api.create("{\"clientId\":\"lp\",\"flow\":\"code\",\"pkce\":true}")
                        .path("id")
                        .asText();
        setup = new SpoiledSetup(realm, id);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"clientFaults", "realmFaults", "mapperFaults"})
    @DisplayName("pass, then one fault, then pass")
    void fault(String check, String expected, Consumer<SpoiledSetup> spoil) {
        assertThat(AdminApi.findings(api.report(setup.id()))).isEmpty();
        try {
            spoil.accept(setup);
            assertThat(api.statuses(setup.id())).containsEntry(check, expected);
        } finally {
            setup.restore();
        }
        assertThat(AdminApi.findings(api.report(setup.id()))).isEmpty();
    }

    static Stream<Arguments> clientFaults() {
        return Stream.of(
                client("client", "fail", c -> c.setEnabled(false)),
                client("client", "warn", c -> c.setConsentRequired(true)),
                client("flow", "fail", c -> c.setStandardFlowEnabled(false)),
                client("flow", "warn", c -> c.setImplicitFlowEnabled(true)),
                client("flow", "warn", c -> c.setDirectAccessGrantsEnabled(true)),
                attribute("pkce", "fail", "pkce.code.challenge.method", "plain"),
                client("secret", "warn", c -> c.setSecret("raw+secret/with=K11")),
                client("secret", "fail", c -> c.setClientAuthenticatorType("client-jwt")),
                client("secret", "fail", c -> c.setPublicClient(true)),
                attribute("signature-algorithm", "fail", "id.token.signed.response.alg", "PS256"),
                attribute("signature-algorithm", "warn", "id.token.signed.response.alg", ""),
                client(
                        "redirect-uris",
                        "fail",
                        c -> c.getRedirectUris().add("https://a.example/*")),
                client("callback", "fail", c -> c.getRedirectUris().removeIf(ends("callback"))),
                client("silent-return", "fail", c -> c.getRedirectUris().removeIf(ends("/lp"))),
                client(
                        "liveperson-redirects",
                        "fail",
                        c -> c.getRedirectUris().removeIf(ends("index.html"))),
                client("web-origins", "fail", c -> c.getWebOrigins().add("*")),
                client("web-origins", "fail", c -> c.getWebOrigins().add("+")),
                client("web-origins", "warn", c -> c.getWebOrigins().clear()),
                attribute("flow", "warn", "standard.token.exchange.enabled", "true"),
                attribute("flow", "warn", "oauth2.device.authorization.grant.enabled", "true"),
                attribute("flow", "warn", "oidc.ciba.grant.enabled", "true"),
                attribute("flow", "warn", "oauth2.jwt.authorization.grant.enabled", "true"),
                attribute(
                        "answer-parameters",
                        "warn",
                        "exclude.session.state.from.auth.response",
                        "false"),
                attribute(
                        "native-encryption",
                        "warn",
                        "id.token.encrypted.response.alg",
                        "RSA-OAEP-256"),
                client("full-scope", "warn", c -> c.setFullScopeAllowed(true)));
    }

    static Stream<Arguments> realmFaults() {
        return Stream.of(
                inRealm(
                        "issuer",
                        r -> r.getAttributes().put("frontendUrl", "http://login.brand.example")),
                inRealm("issuer", r -> r.getAttributes().put("frontendUrl", "")),
                inRealm("email-verification", r -> r.setVerifyEmail(false)),
                inRealm("brute-force", r -> r.setBruteForceProtected(false)),
                inRealm("id-token-lifespan", r -> r.setSsoSessionMaxLifespan(1800)),
                Arguments.of("signing-key", "fail", spoil(SpoiledSetup::addShortKey)),
                Arguments.of("mappers", "fail", spoil(s -> s.removeMapper("messaging window"))),
                Arguments.of("mappers", "fail", spoil(SpoiledSetup::addUnknownMapper)),
                Arguments.of("mappers", "warn", spoil(SpoiledSetup::moveMapperToOptionalScope)));
    }

    static Stream<Arguments> mapperFaults() {
        Instant now = Instant.now();
        String endsSoon =
                LivePersonKey.make("k")
                        .certificate(now.minusSeconds(60), now.plus(Duration.ofDays(9)));
        KeyPair authority = LivePersonKey.keyPair("RSA", 2048);
        String leafEndsSoon =
                LivePersonKey.make("k")
                        .chain(authority, now.minusSeconds(60), now.plus(Duration.ofDays(15)));
        return Stream.of(
                mapper("user-profile", "warn", CUSTOMER, Map.of("ctype", "tier")),
                mapper("organizations", "warn", CUSTOMER, Map.of("ctype", "organization:tier")),
                mapper("sde-conflict", "warn", CUSTOMER, Map.of("userName", "email")),
                mapper("sde-conflict", "fail", ATTRIBUTE, claim("lp_sdes", "sdes")),
                mapper("subject", "fail", ATTRIBUTE, claim("sub", "email")),
                mapper("subject", "warn", ATTRIBUTE, claim("sub", "customerNumber")),
                ownMapper(
                        "encryption-key",
                        "warn",
                        ENCRYPTION,
                        Map.of("public.key", endsSoon, "key.id", "k")),
                mapper(
                        "encryption-key",
                        "fail",
                        ENCRYPTION,
                        Map.of("public.key", endsSoon, "key.id", "k")),
                ownMapper(
                        "encryption-key",
                        "warn",
                        ENCRYPTION,
                        Map.of("public.key", leafEndsSoon, "key.id", "k")),
                mapper("mapper-settings", "warn", CUSTOMER, Map.of("userNam", "username")),
                mapper("mapper-settings", "fail", CUSTOMER, Map.of("balance", "note:")));
    }

    private static java.util.function.Predicate<String> ends(String end) {
        return uri -> uri.endsWith(end);
    }

    private static Map<String, String> claim(String name, String attribute) {
        return Map.of("claim.name", name, "user.attribute", attribute, "id.token.claim", "true");
    }

    private static Consumer<SpoiledSetup> spoil(Consumer<SpoiledSetup> spoil) {
        return spoil;
    }

    private static Arguments client(
            String check, String status, Consumer<ClientRepresentation> change) {
        return Arguments.of(check, status, spoil(s -> s.client(change)));
    }

    private static Arguments attribute(String check, String status, String name, String value) {
        return client(check, status, c -> c.getAttributes().put(name, value));
    }

    private static Arguments inRealm(String check, Consumer<RealmRepresentation> change) {
        return Arguments.of(check, "warn", spoil(s -> s.realm(change)));
    }

    private static Arguments ownMapper(
            String check, String status, String provider, Map<String, String> config) {
        return Arguments.of(check, status, spoil(s -> s.addOwnMapper(provider, config)));
    }

    private static Arguments mapper(
            String check, String status, String provider, Map<String, String> config) {
        return Arguments.of(check, status, spoil(s -> s.addUncheckedMapper(provider, config)));
    }
}
