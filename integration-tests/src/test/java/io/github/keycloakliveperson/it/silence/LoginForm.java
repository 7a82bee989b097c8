package io.github.keycloakliveperson.it.silence;

import io.github.keycloakliveperson.it.harness.ConsumerBrowser;
import java.net.URI;
import java.util.Map;
import org.jsoup.Jsoup;

/** Keycloak's login form, filled in once, rightly or wrongly. */
final class LoginForm {

    private LoginForm() {}

    static void submitOnce(URI stock, CanaryConsumer consumer) {
        ConsumerBrowser browser = new ConsumerBrowser();
        String page = browser.get(stock).body();
        browser.submit(
                Jsoup.parse(page, stock.toString()).expectFirst("#kc-form-login"),
                Map.of("username", consumer.username(), "password", consumer.password()));
    }
}
