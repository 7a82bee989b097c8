package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import java.net.URI;
import java.util.stream.IntStream;

/** Browsers that go as far as the login page and never come back, each of them a new one. */
final class AbandonedBrowsers {

    private AbandonedBrowsers() {}

    /** Opens an address that shows the login page. */
    static void open(int browsers, URI address) {
        IntStream.range(0, browsers)
                .forEach(
                        i ->
                                assertThat(new ConsumerBrowser().get(address).status())
                                        .isEqualTo(200));
    }

    /** Opens an address that leads to no login page. */
    static void refuse(int browsers, URI address) {
        IntStream.range(0, browsers)
                .forEach(
                        i ->
                                assertThat(new ConsumerBrowser().get(address).body())
                                        .doesNotContain("kc-form-login"));
    }
}
