package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.RealChromium;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.browser.ChromiumWindow;
import io.github.keycloakliveperson.it.harness.browser.CookieProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;

/** A foreign page, opened by a consumer who is signed in. */
@RealKeycloak
@RealChromium
@DisplayName("A hostile page")
class HostilePageBrowserIT {

    private static final String BRAND = "www.brand.localhost";
    private static final String HOSTILE = "www.hostile.localhost";
    private static final String LIVEPERSON = "www.liveperson.localhost";
    private static final String WINDOW = "/le_unified_window/index.html";

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static BrandSite site;
    private static BrowserContext context;

    private final List<String> requested = new ArrayList<>();
    private final Consumer<Request> recorder = request -> requested.add(request.url());
    private HostilePage hostile;

    @BeforeAll
    static void setUp(Browser chromium, @TempDir Path profile) {
        site = BrandSite.start();
        BrandClient.open(realm, "brand", client -> windows(client, site.origin(BRAND)));
        BrandClient.open(realm, "star", client -> windows(client, "*", "+"));
        TagSetting tag = TagSetting.of(realm);
        site.page("/brand", tag.policy(), tag.tag("brand", ""));
        site.page("/hostile", "frame-src *", "hostile");
        site.page(WINDOW, "default-src 'none'", "LivePerson's window");
        context = CookieProfile.THIRD_PARTY_ALLOWED.launch(chromium, profile);
        BrandPage brand =
                BrandPage.open(ChromiumWindow.of(context.newPage()), site.origin(BRAND) + "/brand");
        brand.signIn("consumer");
        assertThat(BrandPage.ssoKey(brand.call())).isNotBlank();
    }

    /** Both windows are set up, and id_tokens are issued too. */
    private static void windows(ClientRepresentation client, String... webOrigins) {
        client.setWebOrigins(List.of(webOrigins));
        client.setImplicitFlowEnabled(true);
        List<String> addresses = new ArrayList<>(client.getRedirectUris());
        addresses.add(window());
        addresses.add(realm.livePerson("callback").toString());
        client.setRedirectUris(addresses);
    }

    @AfterAll
    static void tearDown() {
        context.close();
        site.close();
    }

    @BeforeEach
    void open() {
        hostile = HostilePage.on(page(HOSTILE, "/hostile"));
        context.onRequest(recorder);
    }

    @AfterEach
    void close() {
        context.offRequest(recorder);
        hostile.close();
    }

    private static String window() {
        return site.origin(LIVEPERSON) + WINDOW;
    }

    private static EveryAddress addresses(String clientId) {
        return new EveryAddress(realm, clientId, window());
    }

    private static Page page(String host, String path) {
        Page page = context.newPage();
        ChromiumWindow.of(page).navigate(site.origin(host) + path);
        return page;
    }

    private void nothingArrivedAtTheWindow() {
        assertThat(requested).noneMatch(address -> address.startsWith(window()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"brand", "star"})
    @DisplayName("frames every endpoint, and sees and receives nothing")
    void frames(String clientId) {
        List<String> addresses = addresses(clientId).all();

        assertThat(addresses).allSatisfy(a -> assertThat(hostile.frame(a)).as(a).isEqualTo(""));
        assertThat(hostile.framePosted(realm.livePerson("callback").toString())).isEqualTo("");

        assertThat(hostile.frames()).isEqualTo(addresses.size() + 1);
        assertThat(hostile.framesThatShowSomething()).isEmpty();
        assertThat(hostile.heard()).isEqualTo(List.of());
        nothingArrivedAtTheWindow();
    }

    @Test
    @DisplayName("frames a sign-in, which isn't made although the consumer is signed in")
    void framedSignIn() {
        hostile.frame(addresses("brand").authorize(""));

        assertThat(requested).noneMatch(address -> address.matches(".*[?&]code=.*"));
        nothingArrivedAtTheWindow();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,cors,false",
        "GET,cors,true",
        "GET,no-cors,false",
        "POST,cors,false",
        "POST,cors,true",
        "POST,no-cors,false"
    })
    @DisplayName("calls every endpoint with the consumer's cookies, and gets nothing")
    void fetches(String method, String mode, boolean withHeader) {
        assertThat(addresses("brand").all())
                .allSatisfy(
                        a ->
                                assertThat(hostile.fetch(a, method, mode, withHeader))
                                        .as(a)
                                        .isEqualTo(""));
        nothingArrivedAtTheWindow();
    }

    @Test
    @DisplayName("finds no part of an answer in the brand's frame or history")
    void nothingStays() {
        Page brand = page(BRAND, "/brand");
        Object before = brand.evaluate("history.length");
        String address = BrandClient.silentReturn(realm, "brand");
        brand.evaluate(
                "src => new Promise(r => { const f = document.createElement('iframe');"
                        + " f.src = src; f.onload = r; document.body.append(f); })",
                address + "?code=secret-code&state=s");

        assertThat(brand.frames().get(1).url()).isEqualTo(address);
        assertThat(brand.evaluate("history.length")).isEqualTo(before);
        brand.close();
    }

    @Test
    @DisplayName("loads every endpoint that knows the consumer as a script, and gets nothing")
    void scripts() {
        assertThat(addresses("brand").guarded())
                .allSatisfy(a -> assertThat(hostile.script(a)).as(a).isEqualTo("error"));
        nothingArrivedAtTheWindow();
    }

    @Test
    @DisplayName(
            "opens every endpoint in its own window, and can neither look in nor "
                    + "receive anything")
    void popups() {
        for (String address : addresses("brand").all()) {
            Page popup = hostile.open(address);
            assertThat(hostile.look()).as(address).isEqualTo("SecurityError");
            popup.close();
        }
        assertThat(hostile.heard()).isEqualTo(List.of());
    }

    @Test
    @DisplayName(
            "opens the external window's sign-in, and only LivePerson's window gets " + "the code")
    void externalWindow() {
        try (Page popup = hostile.open(addresses("brand").authorize(""))) {
            popup.waitForURL(address -> address.startsWith(window() + "?code="));

            assertThat(hostile.look()).isEqualTo("SecurityError");
            assertThat(hostile.heard()).isEqualTo(List.of());
        }
    }

    @Test
    @DisplayName(
            "opens the sign-in in its own window, and gets neither the answer nor the "
                    + "consumer")
    void popup() {
        String address =
                addresses("brand")
                        .silentSignIn("code", "page:" + site.origin(HOSTILE) + "/hostile");
        try (Page popup = hostile.open(address)) {
            popup.waitForURL(BrandClient.silentReturn(realm, "brand"));
            popup.waitForLoadState();

            assertThat(popup.evaluate("document.body.innerText"))
                    .asString()
                    .contains("can be closed");
            assertThat(hostile.heard()).isEqualTo(List.of());
        }
    }

    @Test
    @DisplayName("but could see a page that may be framed, and load a script that may be loaded")
    void whatIsOpen() {
        hostile.frame(window());

        assertThat(hostile.framesThatShowSomething()).containsExactly(window());
        assertThat(hostile.frame(site.origin(HOSTILE) + "/hostile")).asString().contains("hostile");
        assertThat(hostile.script(realm.livePerson("web-auth.js").toString())).isEqualTo("load");
    }

    @Test
    @DisplayName("but a page of the brand gets the identity with the same call")
    void brand() {
        String address = realm.livePerson("identity/brand").toString();
        try (HostilePage brand = HostilePage.on(page(BRAND, "/brand"))) {
            assertThat(brand.fetch(address, "GET", "cors", false))
                    .asString()
                    .contains("\"acr\":\"loa1\"");
        }
    }
}
