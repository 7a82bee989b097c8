package io.github.keycloakliveperson.onboarding.check;

import static io.github.keycloakliveperson.onboarding.check.Faults.anyEmail;
import static io.github.keycloakliveperson.onboarding.check.Faults.customer;
import static io.github.keycloakliveperson.onboarding.check.Faults.emailClaim;
import static io.github.keycloakliveperson.onboarding.check.Faults.encryption;
import static io.github.keycloakliveperson.onboarding.check.Faults.inOptionalScope;
import static io.github.keycloakliveperson.onboarding.check.Faults.is;
import static io.github.keycloakliveperson.onboarding.check.Faults.lifespan;
import static io.github.keycloakliveperson.onboarding.check.Faults.ofSomeUsers;
import static io.github.keycloakliveperson.onboarding.check.Faults.secret;
import static io.github.keycloakliveperson.onboarding.check.Faults.serveAt;
import static io.github.keycloakliveperson.onboarding.check.Faults.subject;
import static io.github.keycloakliveperson.onboarding.check.Faults.unimported;
import static io.github.keycloakliveperson.onboarding.setup.SetupFixture.mapper;

import io.github.keycloakliveperson.onboarding.setup.ClientSettings.Grants;
import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.SetupFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Setups that work, but not as well as they should. */
final class Warnings {

    private Warnings() {}

    static Stream<Arguments> warnings() {
        return Stream.of(
                is("client", "asks for consent", s -> s.consentRequired = true),
                is(
                        "liveperson-redirects",
                        "L21: the older default",
                        s -> s.redirectUris.remove("https://liveperson.net/oauth2/code_redirect")),
                is("flow", "two flows", s -> s.grants = new Grants(true, true, false, false)),
                is("flow", "passwords", s -> s.grants = new Grants(true, false, true, false)),
                is("flow", "own account", s -> s.grants = new Grants(true, false, false, true)),
                is("flow", "token exchange", s -> grant(s, "standard.token.exchange.enabled")),
                is("flow", "devices", s -> grant(s, "oauth2.device.authorization.grant.enabled")),
                is("flow", "CIBA", s -> grant(s, "oidc.ciba.grant.enabled")),
                is("flow", "JWTs", s -> grant(s, "oauth2.jwt.authorization.grant.enabled")),
                is(
                        "mappers",
                        "K33: only for some",
                        s -> s.mappers.add(ofSomeUsers(MapperSettings.CUSTOMER_INFO))),
                is(
                        "mappers",
                        "K33: the window mapper only for some, others get nothing",
                        s -> s.mappers.set(0, ofSomeUsers(MapperSettings.WINDOW))),
                is(
                        "email-verification",
                        "a claim, whatever was typed",
                        s -> {
                            s.verifiesEmail = false;
                            s.mappers.add(emailClaim());
                        }),
                is(
                        "email-verification",
                        "verified.only off",
                        s -> {
                            s.verifiesEmail = false;
                            s.mappers.add(anyEmail());
                        }),
                is("secret", "K11: plus sign", s -> s.access = secret("ab+c")),
                is("secret", "K11: percent sign", s -> s.access = secret("ab%41c")),
                is("secret", "in a vault", s -> s.access = secret("${vault.lp}")),
                is("issuer", "http", s -> serveAt(s, "http://login.shop.example")),
                is(
                        "issuer",
                        "K38: browsers write xn--",
                        s -> serveAt(s, "https://b\u00fccher.example")),
                is(
                        "issuer",
                        "browsers write lower case",
                        s -> serveAt(s, "https://SSO.shop.example")),
                is(
                        "redirect-uris",
                        "http",
                        s -> s.redirectUris.add("http://chat.shop.example/index.html")),
                is(
                        "redirect-uris",
                        "http at a host that only looks local",
                        s -> s.redirectUris.add("http://localhost.shop.example/")),
                is("issuer", "follows requests", s -> s.addressFixed = false),
                is(
                        "signature-algorithm",
                        "only the default",
                        s -> s.attributes.remove("id.token.signed.response.alg")),
                is("web-origins", "none", s -> s.webOrigins.clear()),
                is(
                        "answer-parameters",
                        "K14: session_state",
                        s -> s.attributes.remove("exclude.session.state.from.auth.response")),
                is(
                        "answer-parameters",
                        "K14: iss",
                        s -> s.attributes.put("exclude.issuer.from.auth.response", "false")),
                is("mappers", "no data", s -> s.mappers.subList(1, 3).clear()),
                is(
                        "mappers",
                        "no sources",
                        s -> {
                            s.mappers.subList(1, 3).clear();
                            s.mappers.add(mapper(MapperSettings.CUSTOMER_INFO, Map.of()));
                        }),
                is("mappers", "optional scope", s -> s.mappers.add(inOptionalScope())),
                is(
                        "user-profile",
                        "K20: undeclared attribute",
                        s -> s.mappers.add(customer(Map.of("ctype", "attribute:tier")))),
                is(
                        "organizations",
                        "K40: turned off",
                        s -> s.mappers.add(customer(Map.of("ctype", "organization:tier")))),
                is(
                        "sde-conflict",
                        "two sources",
                        s -> s.mappers.add(customer(Map.of("userName", "email")))),
                is(
                        "sde-conflict",
                        "two constants",
                        s -> {
                            s.mappers.add(customer(Map.of("ctype", "value:a")));
                            s.mappers.add(customer(Map.of("ctype", "value:b")));
                        }),
                is(
                        "mapper-settings",
                        "a setting that no mapper has",
                        s ->
                                s.mappers.add(
                                        customer(Map.of("userNam", "x"))
                                                .with(Optional.empty(), List.of("userNam")))),
                is("subject", "from the user name", s -> s.mappers.add(subject("username"))),
                is("subject", "from an attribute", s -> s.mappers.add(subject("number"))),
                is("subject", "L3: not imported", s -> unimported(s, "uid")),
                is("subject", "L3: a storage of one's own", s -> unimported(s, "")),
                is("id-token-lifespan", "L7: too short", s -> lifespan(s, "3599")),
                is(
                        "id-token-lifespan",
                        "L7: too long",
                        s -> {
                            s.ssoMaxSeconds = 0;
                            lifespan(s, "86401");
                        }),
                is("id-token-lifespan", "beyond the session", s -> lifespan(s, "36001")),
                is(
                        "encryption-key",
                        "ends soon",
                        s -> s.encryption = encryption(OptionalLong.of(29))),
                is(
                        "native-encryption",
                        "K15: on",
                        s -> s.attributes.put("id.token.encrypted.response.alg", "RSA-OAEP-256")),
                is("full-scope", "on", s -> s.fullScope = true),
                is("brute-force", "off", s -> s.bruteForceProtected = false));
    }

    private static void grant(SetupFixture s, String attribute) {
        s.attributes.put(attribute, "true");
    }
}
