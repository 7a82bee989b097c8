package io.github.keycloakliveperson.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.concurrent.locks.LockSupport;
import org.keycloak.representations.idm.RealmRepresentation;

/** Whether the consumer's browser has a session of the realm when the window opens. */
enum SingleSignOn {
    ABSENT,
    PRESENT,
    EXPIRED;

    private static final int HOURS = 36_000;

    /** Creates this situation. */
    void prepare(DemoStage stage, BrowserContext context) {
        if (this == ABSENT) {
            context.clearCookies();
            return;
        }
        try (Page brand = context.newPage()) {
            brand.navigate(stage.brand + "/sign-in");
            if (brand.locator("#username").count() > 0) {
                DemoStage.typeIn(brand);
            }
            brand.waitForURL(stage.brand + "/account");
        }
        if (this == EXPIRED) {
            longestSession(stage.realm, 1);
            awaitEnd(stage.realm);
        }
        assertThat(context.cookies())
                .as("the browser still believes in its session")
                .anyMatch(cookie -> cookie.name.equals("KEYCLOAK_IDENTITY"));
    }

    /** Whether the consumer has to type a password. */
    boolean asks() {
        return this != PRESENT;
    }

    /** Lets new sessions live. */
    static void restore(TestRealm realm) {
        longestSession(realm, HOURS);
    }

    /** A session of at most one second ends with the second after; Keycloak counts whole ones. */
    private static void awaitEnd(TestRealm realm) {
        String consumer = realm.admin().users().search(DemoStage.CONSUMER, true).get(0).getId();
        long end =
                realm.admin().users().get(consumer).getUserSessions().stream()
                        .mapToLong(session -> session.getStart() + 3_000)
                        .max()
                        .orElse(0);
        while (System.currentTimeMillis() < end) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static void longestSession(TestRealm realm, int seconds) {
        RealmRepresentation settings = realm.admin().toRepresentation();
        settings.setSsoSessionMaxLifespan(seconds);
        realm.admin().update(settings);
    }
}
