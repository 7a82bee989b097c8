package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.token.TokenAnswer;
import io.github.keycloakliveperson.contract.token.Verification;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.browser.Engine;
import io.github.keycloakliveperson.it.harness.browser.EveryEngine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * What LivePerson gets from the tag on a brand's page; LivePerson is the simulator's token call and
 * verification.
 */
@Tag("core")
@RealKeycloak
@DisplayName("The embedded window")
class EmbeddedWindowBrowserIT {

    private static final LivePersonKeyPair KEYS = LivePersonKeyPair.generate("lpsso2026");

    @AutoClose private static BrandStage stage;
    private static TestClient code;
    private static TestClient pkce;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        stage = new BrandStage(keycloak);
        code = BrandClient.open(stage.realm, "code", stage.origins());
        pkce =
                BrandClient.open(
                        stage.realm,
                        "pkce",
                        client -> {
                            client.setWebOrigins(List.of(stage.origins()));
                            client.getAttributes().put("pkce.code.challenge.method", "S256");
                        });
        BrandClient.open(stage.realm, "implicit", EmbeddedWindowBrowserIT::implicit);
        TestClient encrypted =
                BrandClient.open(stage.realm, "encrypted", EmbeddedWindowBrowserIT::implicit);
        stage.realm.mapper(
                encrypted,
                "oidc-liveperson-id-token-encryption-mapper",
                Map.of("public.key", KEYS.publicKeyAsHandedOut(), "key.id", KEYS.kid()));
        stage.page("/code", stage.tag.tag("code", ""));
        stage.page("/pinned", stage.tag.pinnedTag(stage.realm, "code"));
        stage.page("/pkce", stage.tag.tag("pkce", ""));
        stage.page("/implicit", stage.tag.tag("implicit", "data-flow='implicit'"));
        stage.page("/encrypted", stage.tag.tag("encrypted", "data-flow='implicit'"));
        stage.page("/bare", "no tag here");
    }

    private static void implicit(ClientRepresentation client) {
        client.setWebOrigins(List.of(stage.origins()));
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(true);
    }

    private static void accepted(Verification verification) {
        assertThat(verification.refusal()).isEmpty();
        assertThat(verification.findings()).noneMatch(finding -> finding.fails());
        assertThat(verification.subject()).isEqualTo(stage.consumer);
    }

    @EveryEngine
    @DisplayName("code flow: LivePerson redeems the code with the page's redirect URI (L32, L21)")
    void code(Engine engine) {
        stage.use(engine);
        BrandPage brand = stage.signedIn("/code?from=mail#offers");
        List<Object> answer = brand.call();
        TokenAnswer token = LivePersonSide.of(stage.realm, code).redeem(answer, null);

        assertThat(answer).hasSize(1);
        assertThat(((Map<?, ?>) answer.get(0)).keySet())
                .isEqualTo(Set.of("ssoKey", "redirect_uri"));
        assertThat(token.refusal()).isEmpty();
        accepted(LivePersonSide.of(stage.realm, code).verify(token.idToken().orElseThrow()));
        assertThat(stage.complaints()).isEmpty();
    }

    @EveryEngine
    @DisplayName("the versioned address with Subresource Integrity works too")
    void pinned(Engine engine) {
        stage.use(engine);
        assertThat(BrandPage.ssoKey(stage.signedIn("/pinned").call())).isNotBlank();
        assertThat(stage.complaints()).isEmpty();
    }

    @EveryEngine
    @DisplayName("a tag that a single-page application inserts later works too")
    void inserted(Engine engine) {
        stage.use(engine);
        stage.signedIn("/code");
        BrandPage brand = stage.open("/bare");
        brand.window()
                .evaluate(
                        "new Promise(r => { const s = document.createElement('script');"
                                + " s.src = '%s'; s.dataset.clientId = 'code';"
                                        .formatted(stage.realm.livePerson("web-auth.js"))
                                + " s.onload = () => r(); document.head.append(s); })");

        assertThat(BrandPage.ssoKey(brand.call())).isNotBlank();
    }

    @EveryEngine
    @DisplayName("PKCE: the code belongs to the challenge of this call (L19, L33)")
    void pkce(Engine engine) {
        stage.use(engine);
        BrandPage brand = stage.signedIn("/pkce");
        LivePersonSide livePerson = LivePersonSide.of(stage.realm, pkce);
        Pkce first = Pkce.create();
        Pkce second = Pkce.create();
        List<Object> firstAnswer = brand.call(first.challenge());
        List<Object> secondAnswer = brand.call(second.challenge());

        assertThat(livePerson.redeem(firstAnswer, second.verifier()).refusal()).isPresent();
        accepted(
                livePerson.verify(
                        livePerson
                                .redeem(secondAnswer, second.verifier())
                                .idToken()
                                .orElseThrow()));
        assertThat(brand.call()).isEqualTo(List.of("", "misconfigured"));
    }

    @EveryEngine
    @DisplayName("implicit flow: the JWT itself (L32, K1)")
    void implicitFlow(Engine engine) {
        stage.use(engine);
        List<Object> answer = stage.signedIn("/implicit").call();

        assertThat(answer).hasSize(1);
        accepted(LivePersonSide.of(stage.realm, code).verify((String) answer.get(0)));
        assertThat(stage.complaints()).isEmpty();
    }

    @EveryEngine
    @DisplayName("an encrypted JWT passes through unchanged (L13)")
    void encrypted(Engine engine) {
        stage.use(engine);
        List<Object> answer = stage.signedIn("/encrypted").call();

        assertThat(((String) answer.get(0)).split("\\.")).hasSize(5);
        accepted(
                LivePersonSide.of(stage.realm, code).verifyEncrypted((String) answer.get(0), KEYS));
    }
}
