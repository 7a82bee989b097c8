package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a flood of abandoned windows costs: all that the server's JVM keeps alive for them, with a
 * state of the length that was captured in public (L25), beside stock sign-ins with that state. It
 * is counted object by object in heap dumps, so that a small flood tells as much as a large one.
 */
@RealKeycloak
@DisplayName("Abandoned windows")
class AbandonedWindowsIT {

    private static final int FLOOD = 50;
    private static final int REFUSED = 5;
    private static final int LOGIN_TIMEOUT = 900;

    @AutoClose private static TestRealm realm;
    private static PendingSignIns before;
    private static PendingSignIns windows;
    private static PendingSignIns stock;

    @BeforeAll
    static void flood(KeycloakUnderTest keycloak) {
        assumeTrue(
                keycloak instanceof KeycloakProcess,
                "The server has to run on this machine, so that its heap can be looked at.");
        realm = TestRealm.create(keycloak, r -> r.setAccessCodeLifespanLogin(LOGIN_TIMEOUT));
        WindowClient client = WindowClient.code(realm, "code", Map.of());
        realm.client("stock", c -> c.setRedirectUris(List.of(WINDOW)));
        URI stockRequest =
                URI.create(
                        realm.protocol("auth")
                                + "?client_id=stock&response_type=code&scope=openid&redirect_uri="
                                + Query.encode(WINDOW)
                                + "&state="
                                + PublicState.raw());
        AbandonedBrowsers browsers = new AbandonedBrowsers();
        KeycloakProcess server = (KeycloakProcess) keycloak;
        before = PendingSignIns.of(server);
        refused(client).forEach(request -> browsers.refuse(REFUSED, request));
        browsers.open(FLOOD, client.rfc("code", PublicState.raw(), ""));
        windows = PendingSignIns.of(server).since(before);
        browsers.open(FLOOD, stockRequest);
        stock = PendingSignIns.of(server).since(windows).since(before);
        System.err.printf(
                "bytes for a state of %d: a window with its page %d, of which waiting %d; stock %d%n",
                PublicState.raw().length(),
                windows.bytes() / FLOOD,
                windows.singleUse().bytes() / FLOOD,
                stock.bytes() / FLOOD);
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
    @DisplayName("cost one entry each, besides the stock sign-in; refused ones cost nothing")
    void entries() {
        assertThat(windows.entries()).hasSize(2 * FLOOD);
        assertThat(windows.singleUse().entries()).hasSize(FLOOD);
        assertThat(stock.entries()).hasSize(FLOOD);
        assertThat(stock.singleUse().entries()).isEmpty();
    }

    @Test
    @DisplayName("cost little more than stock login pages with the same state")
    void comparedWithStock() {
        assertThat((double) windows.bytes() / stock.bytes())
                .as("%s bytes for %s", windows.bytes() / FLOOD, stock.bytes() / FLOOD)
                .isLessThanOrEqualTo(1.3);
    }

    @Test
    @DisplayName("cost at most twice the bytes of their state themselves")
    void comparedWithTheState() {
        assertThat(windows.singleUse().bytes() / FLOOD)
                .as("%s bytes in all", windows.bytes() / FLOOD)
                .isLessThanOrEqualTo(2L * PublicState.raw().length());
    }

    @Test
    @DisplayName("are kept until the realm's login timeout, like stock sign-ins")
    void lifespan() {
        assertThat(windows.singleUse().lifespans()).containsOnly(LOGIN_TIMEOUT * 1_000L);
        assertThat(stock.lifespans()).allMatch(l -> l <= LOGIN_TIMEOUT * 1_000L);
    }
}
