package io.github.keycloakliveperson.it.operations;

import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.PublicState;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a flood of abandoned windows costs, with a state of the length that was captured in public
 * (L25), beside stock sign-ins: entries of the server's caches, and its live heap. The option makes
 * it a server of this test's own, where nobody else's entries come and go.
 */
@RealKeycloak(options = "--cache=local")
@Tag("operations")
@DisplayName("Abandoned windows")
class AbandonedWindowsIT {

    private static final int WARM_UP = 200;
    private static final int FLOOD = 400;
    private static final int REFUSED = 25;

    /** Keycloak's own, of its administrator. */
    private static final long STRAY_ENTRIES = 3;

    @InjectRealm private static TestRealm realm;
    private static Kept refused;
    private static Kept windows;
    private static Kept stock;
    private static Kept pages;

    @BeforeAll
    static void flood(KeycloakUnderTest keycloak) {
        WindowClient client = WindowClient.code(realm, "code", Map.of());
        realm.client("stock", c -> c.setRedirectUris(List.of(WINDOW)));
        URI window = client.rfc("code", PublicState.raw(), "");
        URI page = stock("");
        URI withState = stock("&state=" + PublicState.raw());
        AbandonedBrowsers browsers = new AbandonedBrowsers();
        Stream.of(window, page, withState).forEach(a -> browsers.open(WARM_UP, a));
        refused(client).forEach(request -> browsers.refuse(REFUSED, request));

        Kept before = Kept.by(keycloak);
        refused(client).forEach(request -> browsers.refuse(REFUSED, request));
        Kept afterRefused = Kept.by(keycloak);
        browsers.open(FLOOD, window);
        Kept afterWindows = Kept.by(keycloak);
        browsers.open(FLOOD, withState);
        Kept afterStock = Kept.by(keycloak);
        browsers.open(FLOOD, page);

        refused = afterRefused.since(before);
        windows = afterWindows.since(afterRefused);
        stock = afterStock.since(afterWindows);
        pages = Kept.by(keycloak).since(afterStock);
        System.err.printf(
                "bytes for a state of %d: a window with its page %d, stock %d, a page alone %d%n",
                PublicState.raw().length(),
                windows.bytes() / FLOOD,
                stock.bytes() / FLOOD,
                pages.bytes() / FLOOD);
    }

    private static URI stock(String state) {
        return URI.create(
                realm.protocol("auth")
                        + "?client_id=stock&response_type=code&scope=openid&redirect_uri="
                        + Query.encode(WINDOW)
                        + state);
    }

    private static Stream<URI> refused(WindowClient client) {
        String window = "&redirect_uri=" + Query.encode(WINDOW);
        return Stream.of(
                client.request("response_type=code&state=s&redirect_uri=https://evil.example/"),
                client.request("response_type=code&state=" + "s".repeat(16_385) + window),
                client.request("response_type=device&state=s" + window),
                URI.create(
                        realm.livePerson("authorize")
                                + "?client_id=nobody&response_type=code&state=s"
                                + window));
    }

    @Test
    @DisplayName("leave one entry each, beside the stock sign-in they lead to")
    void entries() {
        assertThat(windows.singleUse()).isBetween((long) FLOOD, FLOOD + STRAY_ENTRIES);
        assertThat(windows.signIns()).isEqualTo(FLOOD);
        assertThat(stock.singleUse()).isLessThanOrEqualTo(STRAY_ENTRIES);
        assertThat(stock.signIns()).isEqualTo(FLOOD);
    }

    @Test
    @DisplayName("leave nothing where they are refused")
    void refused() {
        assertThat(refused.singleUse()).isLessThanOrEqualTo(STRAY_ENTRIES);
        assertThat(refused.signIns()).isZero();
    }

    @Test
    @DisplayName("take at most 1.3 times the memory of stock login pages with the same state")
    void comparedWithStock() {
        assertThat((double) windows.bytes() / stock.bytes())
                .as("%d bytes for %d", windows.bytes() / FLOOD, stock.bytes() / FLOOD)
                .isLessThanOrEqualTo(1.3);
    }

    @Test
    @DisplayName("take at most twice the bytes of their state, beside the login page itself")
    void comparedWithTheState() {
        assertThat((windows.bytes() - pages.bytes()) / FLOOD)
                .as("%d bytes with the page, %d of it", windows.bytes(), pages.bytes())
                .isLessThanOrEqualTo(2L * PublicState.raw().length());
    }

    /**
     * What a server keeps.
     *
     * @param singleUse entries
     * @param signIns entries
     * @param bytes of its live heap
     */
    private record Kept(long singleUse, long signIns, long bytes) {

        static Kept by(KeycloakUnderTest keycloak) {
            CacheEntries entries = new CacheEntries(keycloak.baseUri().resolve("/metrics"));
            return new Kept(
                    entries.ofSingleUse(),
                    entries.ofSignIns(),
                    ((KeycloakProcess) keycloak).server().liveBytes());
        }

        Kept since(Kept before) {
            return new Kept(
                    singleUse - before.singleUse, signIns - before.signIns, bytes - before.bytes);
        }
    }
}
