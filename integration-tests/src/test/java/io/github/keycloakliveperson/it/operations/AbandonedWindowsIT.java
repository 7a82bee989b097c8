package io.github.keycloakliveperson.it.operations;

import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.InjectRealm;
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
 * What a flood of abandoned windows leaves in the server's caches, with a state of the length that
 * was captured in public (L25), beside stock sign-ins. The option makes it a server of this test's
 * own, where nobody else's entries come and go. What they take of the heap, the benchmarks measure.
 */
@RealKeycloak(options = "--cache=local")
@Tag("operations")
@DisplayName("Abandoned windows")
class AbandonedWindowsIT {

    private static final int FLOOD = 50;
    private static final int REFUSED = 5;

    /** Keycloak's own, of its administrator. */
    private static final long STRAY_ENTRIES = 3;

    @InjectRealm private static TestRealm realm;
    private static WindowClient client;
    private static CacheEntries entries;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        client = WindowClient.code(realm, "code", Map.of());
        realm.client("stock", c -> c.setRedirectUris(List.of(WINDOW)));
        entries = new CacheEntries(keycloak.baseUri().resolve("/metrics"));
    }

    @Test
    @DisplayName("leave one entry each, beside the stock sign-in that they lead to")
    void windows() {
        Left left =
                Left.by(
                        () ->
                                AbandonedBrowsers.open(
                                        FLOOD, client.rfc("code", PublicState.raw(), "")));

        assertThat(left.singleUse()).isBetween((long) FLOOD, FLOOD + STRAY_ENTRIES);
        assertThat(left.signIns()).isEqualTo(FLOOD);
    }

    @Test
    @DisplayName("of stock clients leave the sign-in alone")
    void stock() {
        Left left = Left.by(() -> AbandonedBrowsers.open(FLOOD, stockRequest()));

        assertThat(left.singleUse()).isLessThanOrEqualTo(STRAY_ENTRIES);
        assertThat(left.signIns()).isEqualTo(FLOOD);
    }

    @Test
    @DisplayName("leave nothing where they are refused")
    void refused() {
        Left left =
                Left.by(() -> refusedRequests().forEach(r -> AbandonedBrowsers.refuse(REFUSED, r)));

        assertThat(left.singleUse()).isLessThanOrEqualTo(STRAY_ENTRIES);
        assertThat(left.signIns()).isZero();
    }

    /** How many entries more there are after a flood. */
    private record Left(long singleUse, long signIns) {

        static Left by(Runnable flood) {
            long singleUse = entries.ofSingleUse();
            long signIns = entries.ofSignIns();
            flood.run();
            return new Left(entries.ofSingleUse() - singleUse, entries.ofSignIns() - signIns);
        }
    }

    private static URI stockRequest() {
        return URI.create(
                realm.protocol("auth")
                        + "?client_id=stock&response_type=code&scope=openid&redirect_uri="
                        + Query.encode(WINDOW)
                        + "&state="
                        + PublicState.raw());
    }

    private static Stream<URI> refusedRequests() {
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
}
