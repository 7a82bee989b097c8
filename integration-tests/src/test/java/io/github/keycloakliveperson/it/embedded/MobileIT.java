package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.token.TokenAnswer;
import io.github.keycloakliveperson.contract.token.TokenRedirect;
import io.github.keycloakliveperson.contract.token.Verification;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The path of {@code docs/mobile.md}: the app's browser tab is a browser without a window,
 * LivePerson the simulator's token call and verification.
 */
@Tag("core")
@RealKeycloak
@DisplayName("A mobile app (L35)")
class MobileIT {

    private static final String PRIVATE_SCHEME = "com.brand.app:/liveperson";
    private static final String CLAIMED = "https://app.brand.example/liveperson";

    @InjectRealm private static TestRealm realm;
    private static RelyingParty app;
    private static LivePersonSide livePerson;
    private static String consumer;

    private ConsumerBrowser tab;

    @BeforeAll
    static void setUp() {
        consumer = realm.user("consumer", Map.of());
        TestClient client =
                BrandClient.open(
                        realm,
                        "liveperson",
                        c -> {
                            c.setRedirectUris(List.of(PRIVATE_SCHEME, CLAIMED));
                            c.getAttributes().put("pkce.code.challenge.method", "S256");
                        });
        app = new RelyingParty(realm, client);
        livePerson = LivePersonSide.of(realm, client);
    }

    @BeforeEach
    void freshTab() {
        tab = new ConsumerBrowser();
    }

    private Map<String, String> signIn(String redirectUri, Pkce pkce, Map<String, String> more) {
        Map<String, String> request = new HashMap<>(more);
        request.put("redirect_uri", redirectUri);
        request.put("code_challenge", pkce.challenge());
        request.put("code_challenge_method", Pkce.METHOD);
        request.put("state", "app-state");
        return app.signIn(tab, "consumer", request);
    }

    private TokenAnswer redeem(String code, Optional<String> redirectUri, Pkce pkce) {
        return livePerson.redeem(code, TokenRedirect.MOBILE.choose(redirectUri), pkce.verifier());
    }

    private void accepted(TokenAnswer answer) {
        assertThat(answer.refusal()).isEmpty();
        Verification verification = livePerson.verify(answer.idToken().orElseThrow());
        assertThat(verification.accepted()).isTrue();
        assertThat(verification.subject()).isEqualTo(consumer);
    }

    @ParameterizedTest
    @ValueSource(strings = {PRIVATE_SCHEME, CLAIMED})
    @DisplayName(
            "passes on a code for LivePerson's challenge and its own redirect URI " + "(L19, L21)")
    void code(String redirectUri) {
        Pkce pkce = Pkce.create();
        Map<String, String> returned = signIn(redirectUri, pkce, Map.of());

        assertThat(returned).containsOnlyKeys("state", "code").containsEntry("state", "app-state");
        accepted(redeem(returned.get("code"), Optional.of(redirectUri), pkce));
    }

    @Test
    @DisplayName("gets a new code for a new challenge on expiry, without a form")
    void renewed() {
        Pkce first = Pkce.create();
        String code = signIn(PRIVATE_SCHEME, first, Map.of()).get("code");
        accepted(redeem(code, Optional.of(PRIVATE_SCHEME), first));

        Pkce second = Pkce.create();
        String fresh = signIn(PRIVATE_SCHEME, second, Map.of("prompt", "none")).get("code");
        assertThat(fresh).isNotEqualTo(code);
        accepted(redeem(fresh, Optional.of(PRIVATE_SCHEME), second));
    }

    @Test
    @DisplayName("gets login_required when the session is over")
    void ended() {
        signIn(PRIVATE_SCHEME, Pkce.create(), Map.of());
        realm.admin()
                .users()
                .get(consumer)
                .getUserSessions()
                .forEach(session -> realm.admin().deleteSession(session.getId(), false));

        assertThat(signIn(PRIVATE_SCHEME, Pkce.create(), Map.of("prompt", "none")))
                .containsEntry("error", "login_required")
                .doesNotContainKey("code");
    }

    @Test
    @DisplayName(
            "is refused if it forgets the redirect URI, because LivePerson sends its " + "default")
    void noRedirectUri() {
        Pkce pkce = Pkce.create();
        String code = signIn(PRIVATE_SCHEME, pkce, Map.of()).get("code");

        assertThat(redeem(code, Optional.empty(), pkce).refusal()).isPresent();
    }

    @Test
    @DisplayName("can't use a code for the challenge of another call (L33)")
    void otherChallenge() {
        String code = signIn(PRIVATE_SCHEME, Pkce.create(), Map.of()).get("code");

        assertThat(redeem(code, Optional.of(PRIVATE_SCHEME), Pkce.create()).refusal())
                .flatMap(Finding::error)
                .contains(LivePersonError.PKCE_VERIFIER);
    }

    @Test
    @DisplayName("can't use a code twice (L33)")
    void twice() {
        Pkce pkce = Pkce.create();
        String code = signIn(PRIVATE_SCHEME, pkce, Map.of()).get("code");
        accepted(redeem(code, Optional.of(PRIVATE_SCHEME), pkce));

        assertThat(redeem(code, Optional.of(PRIVATE_SCHEME), pkce).refusal()).isPresent();
    }
}
