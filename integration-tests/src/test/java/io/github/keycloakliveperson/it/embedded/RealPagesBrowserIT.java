package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.browser.Engine;
import io.github.keycloakliveperson.it.harness.browser.EveryEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

/** What real pages do to the tag: tag managers, monitoring, policies, LivePerson's own snippet. */
@RealKeycloak
@DisplayName("On a real page:")
class RealPagesBrowserIT {

    /** Keeps what a page is told in its console. */
    private static final String KEEP_WARNINGS =
            """
            window.said = [];
            for (const level of ['warn', 'error']) console[level] = text => said.push(text);
            """;

    /** As monitoring scripts do: headers on every fetch. */
    private static final String TRACE =
            """
            const plain = window.fetch;
            window.fetch = (address, options = {}) => plain(address, {...options, headers: {
              traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
              tracestate: 'brand=1', baggage: 'page=account'}});
            """;

    /** LivePerson's snippet in short: a new lpTag that takes some of the old one, then a look. */
    private static final String SNIPPET =
            """
            window.lpTag = {section: lpTag.section || '', _tagCount: 1, newPage(url) {
              window.asked = Promise.all(
                  lpTag.identities.map(f => new Promise(r => f(r))));
            }};
            window.seenAtOnce = (lpTag.identities || []).length;
            """;

    /** What a visitor's comment may hold on a page that lets images and forms through. */
    private static final String MARKUP =
            """
            <img name="currentScript" src="https://evil.example/realms/x/liveperson/p"
                 data-client-id="evil" data-flow="implicit" data-method="Object.prototype.polluted">
            <form name="querySelector"></form><form name="createElement"></form>
            <img name="body"><img name="documentElement"><a id="LivePersonWebAuth"></a>
            <form id="LivePersonWebAuthSettings"><input name="method" value="evil"></form>
            <a id="lpTag"></a><a id="lpGetAuthenticationToken"></a>
            """;

    @AutoClose private static BrandStage stage;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        stage = new BrandStage(keycloak);
        BrandClient.open(stage.realm, "code", stage.origins());
        String tag = stage.tag.tag("code", "");
        String bare = "<script src='%sweb-auth.js'></script>".formatted(stage.tag.liveperson());
        stage.page("/plain", tag);
        for (String policy : List.of("require-corp", "credentialless")) {
            stage.page("/" + policy, Map.of("Cross-Origin-Embedder-Policy", policy), "", tag, "");
        }
        stage.page(
                "/tag-manager",
                Map.of(),
                "window.LivePersonWebAuthSettings = { clientId: 'code' };",
                bare,
                "");
        stage.page("/no-settings", Map.of(), KEEP_WARNINGS, bare, "");
        stage.page(
                "/redefined",
                Map.of(),
                KEEP_WARNINGS,
                stage.tag.tag("code", "data-method='lpMethods.getToken'"),
                "var lpMethods = { getOther() {} };");
        stage.page("/monitored", Map.of(), TRACE, tag, "");
        stage.page("/snippet", Map.of(), "", tag, SNIPPET);
        stage.page("/markup", MARKUP + tag);
    }

    @EveryEngine
    @DisplayName("method and identity work with a Cross-Origin-Embedder-Policy")
    void embedderPolicy(Engine engine) {
        stage.use(engine);
        for (String path : List.of("/require-corp", "/credentialless")) {
            BrandPage brand = stage.signedIn(path);

            assertThat(BrandPage.ssoKey(brand.call())).as(path).isNotBlank();
            assertThat(brand.identity()).as(path).isNotNull();
            stage.use(engine);
        }
    }

    @EveryEngine
    @DisplayName("such a page gets login_required instead of a timeout if nobody is signed in")
    void embedderPolicySignedOut(Engine engine) {
        stage.use(engine);
        assertThat(stage.open("/require-corp").call()).isEqualTo(List.of("", "login_required"));
    }

    @EveryEngine
    @DisplayName("if a tag manager drops data-*, the settings come from a variable")
    void tagManager(Engine engine) {
        stage.use(engine);
        BrandPage brand = stage.signedIn("/tag-manager");

        assertThat(BrandPage.ssoKey(brand.call())).isNotBlank();
        assertThat(brand.identity()).isNotNull();
    }

    @EveryEngine
    @DisplayName("if a tag manager drops data-* and there is no variable, the console says so")
    void noSettings(Engine engine) {
        stage.use(engine);
        BrandPage brand = stage.open("/no-settings");

        assertThat(brand.call()).isEqualTo(List.of("", "misconfigured"));
        assertThat(brand.window().evaluate("said"))
                .asInstanceOf(LIST)
                .singleElement()
                .asString()
                .contains("data-client-id", "window.LivePersonWebAuthSettings");
    }

    @EveryEngine
    @DisplayName(
            "if the page redefines the method's object after the tag, a warning names "
                    + "the method")
    void redefined(Engine engine) {
        stage.use(engine);
        BrandPage brand = stage.open("/redefined");
        brand.window().waitFor("said.length > 0");

        assertThat(brand.window().evaluate("said"))
                .asInstanceOf(LIST)
                .singleElement()
                .asString()
                .contains("lpMethods.getToken");
    }

    @EveryEngine
    @DisplayName("elements that are named like the tag's own objects are not read")
    void markup(Engine engine) {
        stage.use(engine);
        stage.signedIn("/plain");
        BrandPage brand = stage.open("/markup");

        assertThat(brand.window().evaluate("LivePersonWebAuth.clientId")).isEqualTo("code");
        assertThat(brand.window().evaluate("typeof ({}).polluted")).isEqualTo("undefined");
        assertThat(BrandPage.ssoKey(brand.call())).isNotBlank();
        assertThat(brand.identity()).isNotNull();
    }

    @EveryEngine
    @DisplayName("identity answers if monitoring adds traceparent, tracestate and baggage")
    void monitored(Engine engine) {
        stage.use(engine);
        BrandPage brand = stage.signedIn("/monitored");

        assertThat(brand.identity()).isNotNull();
        assertThat(brand.status()).isEqualTo(Map.of("signedIn", true, "reason", ""));
    }

    @EveryEngine
    @DisplayName("a snippet that replaces lpTag and reads it at once finds the identity function")
    void snippet(Engine engine) {
        stage.use(engine);
        assertThat(stage.open("/snippet").window().evaluate("seenAtOnce")).isEqualTo(1);
    }

    @EveryEngine
    @DisplayName(
            "a consumer who signs in during the conversation is known without a new "
                    + "page (L37, L38)")
    void stepUp(Engine engine) {
        stage.use(engine);
        BrandPage unknown = stage.open("/snippet");
        assertThat(unknown.identity()).isNull();
        assertThat(unknown.call()).isEqualTo(List.of("", "login_required"));
        stage.signedIn("/plain");

        unknown.window().evaluate("lpTag.newPage('https://www.brand.example/account')");
        assertThat(unknown.window().evaluate("asked"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "iss",
                                        stage.realm.issuer(),
                                        "sub",
                                        stage.consumer,
                                        "acr",
                                        "loa1")));
        assertThat(BrandPage.ssoKey(unknown.call())).isNotBlank();
    }
}
