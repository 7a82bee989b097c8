package io.github.keycloakliveperson.check.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.contract.window.Landing;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The sign-in by a person at a browser")
@Timeout(60)
class PersonSignInTest {
    private final List<String> said = new ArrayList<>();
    private final Http person = new Http();
    private final PersonSignIn signIn =
            new PersonSignIn(0, Duration.ofSeconds(20), person, said::add);
    private final String returnAddress = signIn.start().replace("/liveperson-check", "/return");

    @AfterEach
    void close() {
        signIn.close();
    }

    @Test
    @DisplayName("prints one address, redirects the browser, and receives query and fragment")
    void roundTrip() {
        assertThat(said)
                .containsExactly(
                        "Open " + signIn.start() + " in a browser and sign in as the consumer.");
        var first = open("https://login.example/auth?state=%7b");

        assertThat(person.get(signIn.start(), Map.of()).header("Location"))
                .contains("https://login.example/auth?state=%7b");
        caught(returnAddress + "?code=1&state=%7b#x=2");

        assertThat(first.join())
                .isEqualTo(
                        new Outcome.Returned(Landing.at(returnAddress + "?code=1&state=%7b#x=2")));
    }

    @Test
    @DisplayName("goes from request to request without further clicks")
    void chain() {
        for (int i = 1; i <= 3; i++) {
            var request = "https://login.example/auth?n=" + i;
            var outcome = open(request);
            assertThat(person.get(signIn.start(), Map.of()).header("Location")).contains(request);
            caught(returnAddress + "?n=" + i);
            assertThat(outcome.join()).isInstanceOf(Outcome.Returned.class);
        }
    }

    @Test
    @DisplayName("the page at the return posts the whole address and continues")
    void page() {
        var page = person.get(returnAddress + "?code=1", Map.of());

        assertThat(page.body())
                .contains("location.href", "/liveperson-check/answer", "/liveperson-check'");
        assertThat(page.noStore()).isTrue();
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    @DisplayName("receives answers only on this machine and its own port")
    void reach() {
        assertThat(signIn.canEndAt(returnAddress)).isTrue();
        assertThat(signIn.canEndAt("https://liveperson.net")).isFalse();
        assertThat(signIn.canEndAt("http://127.0.0.1:1/return")).isFalse();
        assertThat(signIn.canEndAt("com.brand.app:/oauth")).isFalse();
        assertThat(signIn.fetch("https://login.example/", Map.of())).isEmpty();
    }

    @Test
    @DisplayName("says in one sentence that nobody came")
    void nobody() {
        try (var impatient = new PersonSignIn(0, Duration.ofSeconds(1), person, said::add)) {
            assertThatThrownBy(() -> impatient.open("https://login.example/", any -> true))
                    .isInstanceOf(SignInException.class)
                    .hasMessage("Nobody opened " + impatient.start() + ".");
        }
    }

    @Test
    @DisplayName("says in one sentence that the port is taken")
    void port() {
        int port = java.net.URI.create(signIn.start()).getPort();

        assertThatThrownBy(() -> new PersonSignIn(port, Duration.ZERO, person, said::add))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Port " + port + " of 127.0.0.1 is not available.");
    }

    private CompletableFuture<Outcome> open(String address) {
        return CompletableFuture.supplyAsync(
                () -> signIn.open(address, back -> back.startsWith(returnAddress)));
    }

    private void caught(String address) {
        person.post(signIn.start() + "/answer", address, Map.of());
    }
}
