package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import io.github.keycloakliveperson.it.window.WindowClient;
import jakarta.ws.rs.ProcessingException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SIGKILL, with sign-ins waiting at every stage, each stage begun at either node. */
@RealCluster
@DisplayName("A node that is killed")
class NodeKilledIT {

    /** Enough for entries whose first owner is the one node or the other. */
    private static final int EACH = 2;

    private final Cluster cluster;
    @AutoClose private TestRealm realm;
    private Map<Channel.Kind, Channel> channels;
    private Person person;

    NodeKilledIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void setUp() {
        realm = TestRealm.create(cluster);
        channels = Channel.all(realm);
        person = Person.create(realm, "consumer");
    }

    /** A sign-in that was brought up to a stage, and how it goes on from there. */
    private record Waiting(String stage, Runnable rest) {}

    @Test
    @DisplayName("loses no state, no code and no session")
    void oneNode() throws Exception {
        List<Waiting> waiting = new ArrayList<>();
        for (int copy = 0; copy < EACH; copy++) {
            for (Channel channel : channels.values()) {
                waiting.addAll(upToEachStage(channel, copy % 2 == 1));
            }
        }
        ConsumerBrowser signedIn = new ConsumerBrowser();
        new WindowVisit(channels.get(Channel.Kind.CODE), false, person, signedIn).make();
        Set<String> before = kids();
        SigningKey.add(realm, cluster.node(0), 200);
        encrypted().forEach(c -> EncryptionKey.set(c, cluster.node(0), Channel.NEXT_KEY));
        CompletableFuture<Void> rotations =
                CompletableFuture.allOf(
                        CompletableFuture.runAsync(this::rotateSigningKeys),
                        CompletableFuture.runAsync(this::rotateEncryptionKeys));
        Thread.sleep(600);

        cluster.kill(0);

        Tally tally = new Tally();
        for (Waiting one : waiting) {
            tally.count(
                    () -> {
                        try {
                            one.rest().run();
                        } catch (AssertionError e) {
                            throw new AssertionError(one.stage() + ": " + e.getMessage(), e);
                        } catch (Detour e) {
                            throw new Detour(e.kind(), one.stage() + ": " + e.getMessage());
                        }
                    });
        }
        assertThat(tally.wrong()).isEmpty();
        assertThat(tally.done()).as(tally.toString()).isEqualTo(waiting.size());
        new PageVisit(channels.get(Channel.Kind.PKCE), person, signedIn).make();

        assertThat(rotations).succeedsWithin(Duration.ofMinutes(1));
        assertThat(kids()).as("keys that tokens live by").containsAll(before);
        assertThat(kids()).hasSizeGreaterThan(before.size());
        cluster.start(0);
        // the administrator repeats what the killed node didn't answer
        SigningKey.add(realm, cluster.node(1), 1_000);
        assertThat(kids(cluster.node(0))).isEqualTo(kids(cluster.node(1)));
        for (Channel channel : encrypted()) {
            EncryptionKey.set(channel, cluster.node(1), Channel.NEXT_KEY);
            assertThat(EncryptionKey.isAt(channel, cluster.node(0), Channel.NEXT_KEY)).isTrue();
            new WindowVisit(channel, false, person, new ConsumerBrowser()).make();
        }
    }

    @Test
    @DisplayName("with the other one: the page says what to do, and the consumer stays signed in")
    void bothNodes() {
        Channel channel = channels.get(Channel.Kind.CODE);
        ConsumerBrowser browser = new ConsumerBrowser();
        new WindowVisit(channel, false, person, browser).make();
        WindowVisit visit = new WindowVisit(channel, false, person, new ConsumerBrowser());
        Reply beforeCallback = visit.toCallback(visit.open());
        List<String> pages = new ArrayList<>();

        cluster.kill(0);
        cluster.kill(1);
        cluster.start(0);
        cluster.start(1);

        try {
            visit.toWindow(beforeCallback);
        } catch (Detour detour) {
            pages.add(detour.kind() + " " + detour.getMessage());
        }
        assertThat(pages).singleElement().asString().startsWith("WAY_ON HTTP 400");
        Reply again = browser.get(channel.window().rfc("code", "again", "&prompt=none"));
        assertThat(again.header("Location"))
                .get()
                .asString()
                .startsWith(WindowClient.WINDOW + "?code=");
    }

    private List<Waiting> upToEachStage(Channel channel, boolean openId) {
        return List.of(
                waiting("authorize", channel, openId, visit -> goOn(visit, visit.open())),
                waiting(
                        "callback",
                        channel,
                        openId,
                        visit -> goOn(visit, visit.toCallback(visit.open()))),
                waiting(
                        "token call",
                        channel,
                        openId,
                        visit -> {
                            String window = visit.toWindow(visit.open());
                            return () -> visit.toAgent(window);
                        }));
    }

    private Waiting waiting(
            String before, Channel channel, boolean openId, Function<WindowVisit, Runnable> begin) {
        WindowVisit visit = new WindowVisit(channel, openId, person, new ConsumerBrowser());
        return new Waiting("killed after " + before + " of " + channel.kind(), begin.apply(visit));
    }

    private static Runnable goOn(WindowVisit visit, Reply from) {
        return () -> visit.toAgent(visit.toWindow(from));
    }

    /** New signing keys at the node that is to be killed, until it is. */
    private void rotateSigningKeys() {
        untilKilled(priority -> SigningKey.add(realm, cluster.node(0), 201 + priority));
    }

    /** LivePerson's next key and the one before, in turn, at the node that is to be killed. */
    private void rotateEncryptionKeys() {
        untilKilled(
                turn -> {
                    for (Channel channel : encrypted()) {
                        EncryptionKey.set(
                                channel,
                                cluster.node(0),
                                turn % 2 == 0 ? Channel.NEXT_KEY : Channel.KEY);
                    }
                });
    }

    private static void untilKilled(IntConsumer change) {
        try {
            for (int turn = 0; ; turn++) {
                change.accept(turn);
            }
        } catch (UncheckedIOException | ProcessingException killed) {
            // the expected outcome
        }
    }

    private List<Channel> encrypted() {
        return channels.values().stream().filter(c -> c.kind().encrypted()).toList();
    }

    private Set<String> kids() {
        return kids(cluster.baseUri());
    }

    private Set<String> kids(URI node) {
        Reply answer =
                new ConsumerBrowser().get(URI.create(node + realm.livePerson("jwks").getPath()));
        return new TreeSet<>(AdminApi.json(answer).path("keys").findValuesAsText("kid"));
    }
}
