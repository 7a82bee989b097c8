package io.github.keycloakliveperson.onboarding.check;

import static io.github.keycloakliveperson.onboarding.check.Faults.byHand;
import static io.github.keycloakliveperson.onboarding.check.Faults.constantSubject;
import static io.github.keycloakliveperson.onboarding.check.Faults.customer;
import static io.github.keycloakliveperson.onboarding.check.Faults.encryption;
import static io.github.keycloakliveperson.onboarding.check.Faults.is;
import static io.github.keycloakliveperson.onboarding.check.Faults.ofSomeUsers;
import static io.github.keycloakliveperson.onboarding.check.Faults.secret;
import static io.github.keycloakliveperson.onboarding.check.Faults.serveAt;
import static io.github.keycloakliveperson.onboarding.check.Faults.subject;
import static io.github.keycloakliveperson.onboarding.check.Faults.unimported;
import static io.github.keycloakliveperson.onboarding.check.Faults.unknown;
import static io.github.keycloakliveperson.onboarding.setup.SetupFixture.mapper;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.keycloakliveperson.idtoken.EncryptionReadiness;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import io.github.keycloakliveperson.idtoken.key.KeyIntake;
import io.github.keycloakliveperson.idtoken.key.TestKeys;
import io.github.keycloakliveperson.onboarding.setup.ClientSettings.Access;
import io.github.keycloakliveperson.onboarding.setup.ClientSettings.Grants;
import io.github.keycloakliveperson.onboarding.setup.Guard;
import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.onboarding.setup.SetupFixture;
import io.github.keycloakliveperson.onboarding.setup.UserStorage;
import io.github.keycloakliveperson.window.embedded.SigningKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Setups that LivePerson can't sign consumers in with, or should not. */
final class Failures {

    private static final String REALM = "https://login.shop.example/realms/shop/liveperson/";

    private Failures() {}

    static Stream<Arguments> failures() {
        return Stream.of(
                is("client", "SAML", s -> s.openIdConnect = false),
                is("client", "disabled", s -> s.enabled = false),
                is("flow", "no flow", s -> s.grants = new Grants(false, false, false, false)),
                is(
                        "pkce",
                        "L19: plain",
                        s -> s.attributes.put("pkce.code.challenge.method", "plain")),
                is("secret", "public", s -> s.access = new Access(true, "client-secret", null)),
                is("secret", "JWT", s -> s.access = new Access(false, "client-jwt", "s3cret")),
                is("secret", "none", s -> s.access = secret("")),
                is("signing-key", "L1: none", s -> s.signingKey = Optional.empty()),
                is(
                        "signing-key",
                        "L1: short",
                        s ->
                                s.signingKey =
                                        Optional.of(
                                                new SigningKey(
                                                        "k",
                                                        TestKeys.publicKey(
                                                                TestKeys.generate("RSA", 2047))))),
                is(
                        "signature-algorithm",
                        "L1: ES256",
                        s -> s.attributes.put("id.token.signed.response.alg", "ES256")),
                is(
                        "redirect-uris",
                        "wildcard",
                        s -> s.redirectUris.add("https://www.shop.example/*")),
                is(
                        "redirect-uris",
                        "placeholder",
                        s -> s.redirectUris.add("https://x/${LIVEPERSON_REALM:brand}")),
                is("callback", "missing", s -> s.redirectUris.remove(REALM + "callback")),
                is(
                        "silent-return",
                        "missing",
                        s -> s.redirectUris.remove(REALM + "silent-return/liveperson")),
                is(
                        "liveperson-redirects",
                        "L21: one spelling",
                        s -> s.redirectUris.remove("https://liveperson.net/")),
                is(
                        "liveperson-redirects",
                        "L24: no window",
                        s -> s.redirectUris.removeIf(uri -> uri.contains("lpsnmedia"))),
                is(
                        "required-role",
                        "one that doesn't exist",
                        s -> s.requiredRole = Optional.of(new Setup.Role("member", false))),
                is("web-origins", "*", s -> s.webOrigins.add("*")),
                is("web-origins", "+", s -> s.webOrigins.add("+")),
                is("web-origins", "path", s -> s.webOrigins.add("https://a.example/x")),
                is("web-origins", "http", s -> s.webOrigins.add("http://www.shop.example")),
                is("issuer", "K38: no host", s -> serveAt(s, "https://kc.1")),
                is("issuer", "with a query", s -> serveAt(s, "https://kc.example?a=b")),
                is("mappers", "K18: unknown", s -> s.mappers.add(unknown())),
                is(
                        "mappers",
                        "K33: the window mapper only for some, and others get real tokens",
                        s -> {
                            s.guard = new Guard(false, false);
                            s.mappers.set(0, ofSomeUsers(MapperSettings.WINDOW));
                        }),
                is(
                        "flow",
                        "K33: a policy takes encryption out of token exchange, unguarded",
                        s -> {
                            s.guard = new Guard(false, true);
                            s.encryption = encryption(OptionalLong.empty());
                            s.attributes.put("standard.token.exchange.enabled", "true");
                        }),
                is(
                        "mapper-settings",
                        "K31: unusable",
                        s ->
                                s.mappers.add(
                                        customer(Map.of())
                                                .with(
                                                        Optional.of("balance is wrong."),
                                                        List.of()))),
                is("sde-conflict", "K19: by hand too", s -> s.mappers.add(byHand())),
                is("subject", "L3: e-mail", s -> s.mappers.add(subject("email"))),
                is("subject", "L3: phone", s -> s.mappers.add(subject("phoneNumber"))),
                is(
                        "subject",
                        "L3: e-mail as user name",
                        s -> {
                            s.emailAsUsername = true;
                            s.mappers.add(subject("username"));
                        }),
                is(
                        "subject",
                        "L3: a directory's e-mail as user name",
                        s -> {
                            s.storagesWithoutImport.add(
                                    new UserStorage("corp", "userPrincipalName"));
                            s.mappers.add(subject("username"));
                        }),
                is("subject", "L3: everybody is one", s -> s.mappers.add(constantSubject())),
                is(
                        "subject",
                        "L3: an e-mail mapper after a harmless one",
                        s -> s.mappers.addAll(List.of(subject("number"), subject("email")))),
                is("subject", "L3: not imported, by mail", s -> unimported(s, "mail")),
                is("subject", "L3: not imported, by UPN", s -> unimported(s, "userPrincipalName")),
                is(
                        "callback",
                        "the realm was renamed",
                        s ->
                                s.redirectUris.replaceAll(
                                        u -> u.replace("shop/liveperson/c", "old/liveperson/c"))),
                is(
                        "encryption-key",
                        "L16: unusable",
                        s ->
                                s.encryption =
                                        Optional.of(
                                                new EncryptionReadiness(
                                                        Optional.of(refusal()),
                                                        OptionalLong.empty()))));
    }

    private static EncryptionRefusal refusal() {
        return catchThrowableOfType(EncryptionRefusal.class, () -> KeyIntake.read("nonsense!"));
    }

    private static void pairwise(SetupFixture s) {
        unimported(s, "mail");
        s.mappers.add(mapper("oidc-sha256-pairwise-sub-mapper", Map.of()));
    }

    /** Other setups that are right. */
    static Stream<Arguments> variants() {
        return Stream.of(
                is("flow", "implicit", s -> s.grants = new Grants(false, true, false, false)),
                is("email-verification", "nothing tells it", s -> s.verifiesEmail = false),
                is(
                        "secret",
                        "implicit needs none",
                        s -> {
                            s.grants = new Grants(false, true, false, false);
                            s.access = new Access(true, "client-secret", null);
                        }),
                is(
                        "redirect-uris",
                        "http on the same machine",
                        s ->
                                s.redirectUris.addAll(
                                        java.util.List.of(
                                                "http://localhost:8000/x",
                                                "http://127.0.0.1/x",
                                                "http://[::1]:8000"))),
                is("pkce", "S256", s -> s.attributes.put("pkce.code.challenge.method", "S256")),
                is("subject", "L3: pairwise", Failures::pairwise),
                is("subject", "the id itself", s -> s.mappers.add(subject("id"))),
                is(
                        "subject",
                        "in the access token only",
                        s ->
                                s.mappers.add(
                                        mapper(
                                                "oidc-usermodel-property-mapper",
                                                Map.of(
                                                        "claim.name",
                                                        "sub",
                                                        "user.attribute",
                                                        "email")))),
                is("user-profile", "anything goes", s -> s.anyAttribute = true),
                is(
                        "user-profile",
                        "notes and constants",
                        s ->
                                s.mappers.add(
                                        customer(Map.of("ctype", "note:tier", "role", "value:x")))),
                is(
                        "organizations",
                        "K40: turned on",
                        s -> {
                            s.organizations = true;
                            s.mappers.add(customer(Map.of("ctype", "organization:.name")));
                        }),
                is(
                        "sde-conflict",
                        "the same source in two spellings",
                        s -> s.mappers.add(customer(Map.of("userName", "attribute:username")))),
                is("web-origins", "IDN", s -> s.webOrigins.add("https://www.b\u00fccher.example")),
                is("web-origins", "underscore", s -> s.webOrigins.add("https://my_shop.example")),
                is(
                        "web-origins",
                        "spelt otherwise",
                        s -> s.webOrigins.add("https://B.example:443/")),
                is("web-origins", "a developer's", s -> s.webOrigins.add("http://localhost:3000")),
                is(
                        "web-origins",
                        "Keycloak's own",
                        s -> {
                            s.webOrigins = Set.of("https://login.shop.example");
                        }),
                is(
                        "required-role",
                        "one that there is",
                        s -> s.requiredRole = Optional.of(new Setup.Role("member", true))),
                is(
                        "id-token-lifespan",
                        "as long as the session, the longest there is",
                        s -> {
                            Faults.lifespan(s, "86400");
                            s.ssoMaxSeconds = 86_400;
                        }),
                is("id-token-lifespan", "a session without an end", s -> s.ssoMaxSeconds = 0),
                is(
                        "liveperson-redirects",
                        "L24: an older window",
                        s -> {
                            s.redirectUris.removeIf(uri -> uri.contains("lpsnmedia"));
                            s.redirectUris.add(
                                    "https://lpcdn.lpsnmedia.net/le_window/8.1/index.html");
                        }),
                is(
                        "encryption-key",
                        "30 days",
                        s -> s.encryption = encryption(OptionalLong.of(30))),
                is(
                        "encryption-key",
                        "no end",
                        s -> s.encryption = encryption(OptionalLong.empty())));
    }
}
