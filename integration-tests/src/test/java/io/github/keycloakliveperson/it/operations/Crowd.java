package io.github.keycloakliveperson.it.operations;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Consumers who act at the same time: they open windows of each kind, come back to pages, sign out,
 * leave windows behind. Each checks every answer for being its own.
 */
final class Crowd implements AutoCloseable {

    /** Of a hundred times. */
    private static final int SIGNS_OUT = 10;

    private static final int LEAVES_A_WINDOW_BEHIND = 5;
    private static final int OPENS_A_PAGE = 25;

    private final Map<Channel.Kind, Channel> channels;
    private final Tally tally = new Tally();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    private Crowd(Map<Channel.Kind, Channel> channels) {
        this.channels = channels;
    }

    /** Starts a number of consumers, who go on until {@link #close}. */
    static Crowd gather(Map<Channel.Kind, Channel> channels, List<Person> persons) {
        Crowd crowd = new Crowd(channels);
        for (Person person : persons) {
            Thread thread = new Thread(() -> crowd.live(person), person.username());
            crowd.threads.add(thread);
            thread.start();
        }
        return crowd;
    }

    static List<Person> persons(TestRealm realm, int count) {
        List<Person> persons = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            persons.add(Person.create(realm, "consumer-" + number));
        }
        return persons;
    }

    Tally tally() {
        return tally;
    }

    /** Lets everyone finish what is begun. */
    @Override
    public void close() {
        ended = true;
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.MINUTES.toMillis(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live(Person person) {
        Random dice = new Random(person.username().hashCode());
        ConsumerBrowser browser = new ConsumerBrowser();
        boolean signedIn = false;
        while (!ended) {
            if (dice.nextInt(100) < SIGNS_OUT) {
                browser.cookies().removeIf(cookie -> true);
                signedIn = false;
            }
            if (dice.nextInt(100) < LEAVES_A_WINDOW_BEHIND) {
                tally.count(window(dice, person, browser)::open);
            }
            if (signedIn && dice.nextInt(100) < OPENS_A_PAGE) {
                tally.count(new PageVisit(channels.get(Channel.Kind.PKCE), person, browser)::make);
            } else {
                signedIn |= tally.count(window(dice, person, browser)::make);
            }
        }
    }

    private WindowVisit window(Random dice, Person person, ConsumerBrowser browser) {
        Channel.Kind[] kinds = Channel.Kind.values();
        Channel channel = channels.get(kinds[dice.nextInt(kinds.length)]);
        return new WindowVisit(channel, dice.nextBoolean(), person, browser);
    }
}
