package io.github.keycloakliveperson.it.abuse;

import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Other browsers' handles and cookies; {@code WindowBindingIT} has the browser's own. */
@RealKeycloak
@DisplayName("A waiting window can't be taken over by")
class GuessingIT {

    /** Each is answered with a whole page; {@code -Dguesses=…} for more of them. */
    private static final int GUESSES = Integer.getInteger("guesses", 1_000);

    private static final String COOKIE = "LIVEPERSON_WINDOW_";

    @InjectRealm(users = "consumer")
    private static TestRealm realm;

    private static WindowClient client;

    @BeforeAll
    static void setUp() {
        client = WindowClient.code(realm, "code", Map.of());
    }

    @Test
    @DisplayName("a thousand guesses of handles and cookies")
    void guesses() {
        ConsumerBrowser browser = signedIn();
        URI callback = callback(browser);
        String handle = handle(callback);
        Random random = new Random(8);
        ConsumerBrowser guesser = new ConsumerBrowser();

        for (int i = 0; i < GUESSES; i++) {
            String guess = i % 2 == 0 ? word(random) : handle;
            refused(answer(guesser, guess, COOKIE + guess + "=" + word(random)));
        }

        assertThat(browser.get(callback).location()).startsWith(WINDOW + "?code=");
    }

    @Test
    @DisplayName("the cookie of another window of the same browser")
    void otherWindowsCookie() {
        ConsumerBrowser browser = signedIn();
        URI first = callback(browser);
        URI second = callback(browser);
        String secret = browser.cookies().value(COOKIE + handle(second));

        refused(
                answer(
                        new ConsumerBrowser(),
                        handle(first),
                        COOKIE + handle(first) + "=" + secret));
        assertThat(browser.get(first).location()).startsWith(WINDOW + "?code=");
        assertThat(browser.get(second).location()).startsWith(WINDOW + "?code=");
    }

    @Test
    @DisplayName("the same browser with twenty requests at once: one answer, one code")
    void atOnce() throws Exception {
        ConsumerBrowser browser = signedIn();
        URI callback = callback(browser);
        String cookies =
                browser.cookies().all().stream()
                        .map(c -> c.name() + "=" + c.value())
                        .reduce((a, b) -> a + "; " + b)
                        .orElseThrow();
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Reply>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(
                        () ->
                                new ConsumerBrowser()
                                        .send(
                                                HttpRequest.newBuilder(callback)
                                                        .header("Cookie", cookies)));
            }
            int answered = 0;
            for (Future<Reply> future : pool.invokeAll(calls)) {
                if (future.get().status() == 302) {
                    answered++;
                    assertThat(future.get().location()).startsWith(WINDOW + "?code=");
                } else {
                    refused(future.get());
                }
            }
            assertThat(answered).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    @DisplayName("a page that plants its own sign-in on a consumer: the consumer has no cookie")
    void planted() {
        URI attackers = callback(signedIn());

        refused(new ConsumerBrowser().get(attackers));
        refused(signedIn().get(attackers));
    }

    private static Reply answer(ConsumerBrowser browser, String handle, String cookie) {
        return browser.send(
                HttpRequest.newBuilder(
                                URI.create(
                                        realm.livePerson("callback")
                                                + "?error=access_denied&state="
                                                + handle))
                        .header("Cookie", cookie));
    }

    private static ConsumerBrowser signedIn() {
        ConsumerBrowser browser = new ConsumerBrowser();
        client.window(browser, client.rfc("code", "first", ""));
        return browser;
    }

    private static URI callback(ConsumerBrowser browser) {
        String callback = realm.livePerson("callback") + "?";
        return URI.create(
                browser.proceed(
                                browser.get(client.rfc("code", "s", "&prompt=login")),
                                target -> target.startsWith(callback),
                                "consumer",
                                TestRealm.PASSWORD)
                        .location());
    }

    private static String handle(URI callback) {
        return Query.of(callback.toString()).get("state");
    }

    private static String word(Random random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void refused(Reply answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isEmpty();
    }
}
