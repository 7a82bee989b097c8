package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.contract.sde.VerifiedField.Source;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.token.Verification;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Predicate;
import org.jsoup.Jsoup;

/**
 * One external window and its consumer, step by step. Every window has a state of its own, and
 * nobody else's state or data may come out at the end.
 */
final class WindowVisit {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Channel channel;
    private final boolean openId;
    private final Person person;
    private final ConsumerBrowser browser;
    private final Pkce pkce = Pkce.create();
    private final String state;

    /**
     * @param openId whether the window speaks the older dialect (L22)
     */
    WindowVisit(Channel channel, boolean openId, Person person, ConsumerBrowser browser) {
        this.channel = channel;
        this.openId = openId;
        this.person = person;
        this.browser = browser;
        this.state = state(1_500);
    }

    /** A state as LivePerson's, in escapes that must not change (L25, L28), of 2 kB or so. */
    static String state(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return "%7B%22lpUnifiedWindowConfig%22:%22%F0%9F%98%80%20+%2f"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(random)
                + "%22%7D";
    }

    /** The window navigates to the Authentication Endpoint: a page, or the answer at once. */
    Reply open() {
        Reply answer = browser.get(request());
        if (answer.status() >= 400) {
            throw detour(answer);
        }
        return answer;
    }

    /** The consumer goes on from a page as far as the answer that leads to the callback. */
    Reply toCallback(Reply from) {
        String callback = channel.realm().livePerson("callback").toString();
        return proceed(from, target -> target.startsWith(callback));
    }

    /** The consumer goes on to the window, which takes over its answer. */
    String toWindow(Reply from) {
        String origin = channel.realm().keycloak().baseUri() + "/";
        Reply answer = proceed(from, target -> !target.startsWith(origin));
        String window = answer.header("Location").orElseThrow(() -> detour(answer));
        assertThat(window).startsWith(WindowClient.WINDOW);
        if (!openId) {
            assertThat(WindowClient.raw(window, "state").equals(state))
                    .as("the state is the window's own, to the character")
                    .isTrue();
        }
        if (window.contains("error=")) {
            throw new Detour(Detour.Kind.OTHER, window.replaceAll("[?#].*error=", "error="));
        }
        return window;
    }

    /** LivePerson takes the code or the token from the window and shows the agent who it is. */
    void toAgent(String window) {
        String token;
        if (channel.kind().implicit()) {
            token = WindowClient.raw(window, openId ? "token" : "id_token");
        } else {
            token =
                    redeem(
                            channel,
                            WindowClient.raw(window, "code"),
                            openId ? TestRealm.REDIRECT_URI : WindowClient.WINDOW,
                            channel.kind() == Channel.Kind.PKCE ? pkce.verifier() : null);
        }
        check(channel, token, person);
    }

    /** All of it. */
    void make() {
        toAgent(toWindow(open()));
    }

    static String redeem(Channel channel, String code, String redirectUri, String verifier) {
        var answer = channel.livePerson().redeem(code, redirectUri, verifier);
        boolean atTheDoor = answer.status() == 0 || answer.status() >= 502;
        return answer.idToken()
                .orElseThrow(
                        () ->
                                new Detour(
                                        atTheDoor ? Detour.Kind.GATEWAY : Detour.Kind.OTHER,
                                        "Token call: " + answer.refusal()));
    }

    static void check(Channel channel, String token, Person person) {
        Verification verification = channel.verify(token);
        verification
                .refusal()
                .ifPresent(
                        refusal -> {
                            if (refusal.evidence().startsWith("the address returns no keys")) {
                                throw new Detour(Detour.Kind.GATEWAY, refusal.message());
                            }
                            throw new AssertionError("LivePerson refuses: " + refusal);
                        });
        assertThat(verification.subject()).isEqualTo(person.id());
        assertThat(verification.field(Source.CTMRINFO, "userName")).contains(person.username());
    }

    private URI request() {
        String type = channel.kind().implicit() ? (openId ? "token" : "id_token") : "code";
        String challenge =
                channel.kind() == Channel.Kind.PKCE
                        ? "&code_challenge=" + pkce.challenge() + "&code_challenge_method=S256"
                        : "";
        return openId
                ? URI.create(channel.window().openId(type) + challenge)
                : channel.window().rfc(type, state, challenge);
    }

    private Reply proceed(Reply from, Predicate<String> end) {
        return browser.proceed(from, end, person.username(), TestRealm.PASSWORD);
    }

    private static Detour detour(Reply answer) {
        if (answer.status() >= 502) {
            return new Detour(Detour.Kind.GATEWAY, "HTTP " + answer.status());
        }
        boolean wayOn = answer.body().contains("open the chat window again");
        return new Detour(
                wayOn ? Detour.Kind.WAY_ON : Detour.Kind.OTHER,
                "HTTP "
                        + answer.status()
                        + " at "
                        + URI.create(answer.address()).getPath()
                        + " "
                        + Jsoup.parse(answer.body()).text());
    }
}
