package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * LivePerson's state comes back in the same characters (L25, L28, K5 to K7). The generated ones are
 * answered at once; every tenth goes through the store and the callback.
 */
@RealKeycloak
@DisplayName("LivePerson's state")
class WindowStateIT {

    private static final int GENERATED = 2_000;
    private static final int THROUGH_THE_STORE = 10;
    private static final int AT_ONCE = 4;
    private static final String RAW = "abcXYZ0189-._~!$'()*+,;=:@/?";

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static WindowClient client;

    @BeforeAll
    static void setUp() {
        client = WindowClient.code(realm, "code", Map.of());
    }

    @ParameterizedTest
    @Tag("core")
    @ValueSource(
            strings = {
                "A%F0%9F%98%80B",
                "%7b%7B%3f%3F",
                "a;b;c",
                "%FF%FE%C3%28",
                "%00",
                "%01%1B%1F",
                "%09%0A%0D%7F",
                "a+b%20c%2Bd",
                "%2525%253D%25",
                "%26%3D%23",
                "(x)!*'~",
                "?/:@",
                "=",
                "==a=b",
                ""
            })
    @DisplayName("survives a whole sign-in")
    void examples(String state) {
        assertThat(client.window(new ConsumerBrowser(), client.rfc("code", state, "")))
                .startsWith(WINDOW + "?code=")
                .endsWith("&state=" + state);
    }

    @Test
    @DisplayName("survives 2,000 generated sign-ins")
    void generated() throws Exception {
        List<Thread> workers =
                IntStream.range(0, AT_ONCE)
                        .mapToObj(worker -> new Thread(() -> run(worker)))
                        .toList();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        for (Thread worker : workers) {
            worker.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            worker.start();
        }
        for (Thread worker : workers) {
            worker.join();
        }

        assertThat(failures).isEmpty();
    }

    private static void run(int worker) {
        Random random = new Random(worker);
        ConsumerBrowser browser = new ConsumerBrowser();
        client.window(browser, client.rfc("code", "first", ""));
        for (int i = 0; i < GENERATED / AT_ONCE; i++) {
            String state = generate(random);
            String answer =
                    i % THROUGH_THE_STORE == 0
                            ? throughTheStore(browser, client.rfc("code", state, "&prompt=login"))
                            : browser.get(client.rfc("code", state, "")).location();
            assertThat(answer).endsWith("&state=" + state);
        }
    }

    private static String throughTheStore(ConsumerBrowser browser, URI request) {
        String handle = WindowReturn.handleOf(browser.get(request));
        return browser.get(
                        URI.create(
                                realm.livePerson("callback")
                                        + "?error=access_denied&state="
                                        + handle))
                .location();
    }

    /** Escaped bytes in both cases, escaped text, and what may stand raw in a query. */
    private static String generate(Random random) {
        int length = random.nextInt(100) == 0 ? random.nextInt(1_600) : random.nextInt(60);
        return IntStream.range(0, length)
                .mapToObj(
                        i ->
                                switch (random.nextInt(4)) {
                                    case 0 -> String.format("%%%02X", random.nextInt(256));
                                    case 1 -> String.format("%%%02x", random.nextInt(256));
                                    case 2 -> Query.encode(Character.toString(codePoint(random)));
                                    default -> RAW.charAt(random.nextInt(RAW.length())) + "";
                                })
                .collect(Collectors.joining());
    }

    private static int codePoint(Random random) {
        int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
                ? 0x1F600
                : codePoint;
    }
}
