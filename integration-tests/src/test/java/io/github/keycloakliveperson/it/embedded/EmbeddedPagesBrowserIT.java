package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.browser.Engine;
import io.github.keycloakliveperson.it.harness.browser.EveryEngine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

/** What becomes of the tag's answers while consumers, calls and pages come and go. */
@Tag("core")
@RealKeycloak
@DisplayName("On the brand's pages,")
class EmbeddedPagesBrowserIT {

    private static final String OTHER = "www.other.localhost";

    @AutoClose private static BrandStage stage;
    private static TestClient code;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        stage = new BrandStage(keycloak);
        code = BrandClient.open(stage.realm, "code", stage.origins());
        stage.page("/code", stage.tag.tag("code", ""));
        stage.page("/hasty", stage.tag.tag("code", "data-timeout='20'"));
        stage.page("/unknown", stage.tag.tag("no-such-client", "data-timeout='20'"));
        stage.framingPage("/frames", "<iframe src='/code'></iframe><iframe src='/code'></iframe>");
    }

    @EveryEngine
    @DisplayName(
            "a signed-out consumer: login_required, no identity, and nothing on the "
                    + "page breaks (L32, L34)")
    void signedOut(Engine engine) {
        stage.use(engine);
        BrandPage brand = stage.open("/code");

        assertThat(brand.call()).isEqualTo(List.of("", "login_required"));
        assertThat(brand.identity()).isNull();
        assertThat(brand.status()).isEqualTo(Map.of("signedIn", false, "reason", "login_required"));
        assertThat(stage.complaints()).isEmpty();
    }

    @EveryEngine
    @DisplayName("the identity function returns the token's iss and sub (L34)")
    void identity(Engine engine) {
        stage.use(engine);
        BrandPage brand = stage.signedIn("/code");

        assertThat(brand.identity())
                .isEqualTo(
                        Map.of("iss", stage.realm.issuer(), "sub", stage.consumer, "acr", "loa1"));
        assertThat(brand.status()).isEqualTo(Map.of("signedIn", true, "reason", ""));
    }

    @EveryEngine
    @DisplayName("the second of two calls notices that the session expired in between (L7)")
    void expired(Engine engine) {
        stage.use(engine);
        BrandPage brand = stage.signedIn("/code");
        assertThat(BrandPage.ssoKey(brand.call())).isNotBlank();
        stage.realm
                .admin()
                .users()
                .get(stage.consumer)
                .getUserSessions()
                .forEach(session -> stage.realm.admin().deleteSession(session.getId(), false));

        assertThat(brand.call()).isEqualTo(List.of("", "login_required"));
        assertThat(brand.identity()).isNull();
    }

    @EveryEngine
    @DisplayName(
            "ten calls in a row get ten codes, each valid once, and leave no frame "
                    + "behind (L33)")
    void tenCalls(Engine engine) {
        stage.use(engine);
        BrandPage brand = stage.signedIn("/code");
        LivePersonSide livePerson = LivePersonSide.of(stage.realm, code);
        Set<String> codes = new HashSet<>();
        for (int call = 0; call < 10; call++) {
            List<Object> answer = brand.call();
            codes.add(BrandPage.ssoKey(answer));
            assertThat(livePerson.redeem(answer, null).refusal()).isEmpty();
            assertThat(livePerson.redeem(answer, null).refusal()).isPresent();
        }

        assertThat(codes).hasSize(10);
        assertThat(brand.window().evaluate("document.querySelectorAll('iframe').length"))
                .isEqualTo(0);
    }

    @EveryEngine
    @DisplayName("ten calls at once don't mix")
    void concurrent(Engine engine) {
        stage.use(engine);
        List<List<Object>> answers = stage.signedIn("/code").callAtOnce(10);

        assertThat(answers)
                .extracting(BrandPage::ssoKey)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @EveryEngine
    @DisplayName("two frames of a page, each with the tag, get one code each")
    void frames(Engine engine) {
        stage.use(engine);
        stage.signedIn("/code");
        List<List<Object>> answers = stage.open("/frames").callInFrames();

        assertThat(answers)
                .hasSize(2)
                .extracting(BrandPage::ssoKey)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @EveryEngine
    @DisplayName(
            "a page of another origin and an unknown client get misconfigured within "
                    + "the time limit, and neither a code nor an identity")
    void misconfigured(Engine engine) {
        stage.use(engine);
        stage.signedIn("/code");
        BrandPage other = stage.open(OTHER, "/hasty");
        BrandPage unknown = stage.open("/unknown");
        other.beginCall();
        unknown.beginCall();

        assertThat(other.endCall()).isEqualTo(List.of("", "misconfigured"));
        assertThat(unknown.endCall()).isEqualTo(List.of("", "misconfigured"));
        assertThat(other.identity()).isNull();
    }
}
