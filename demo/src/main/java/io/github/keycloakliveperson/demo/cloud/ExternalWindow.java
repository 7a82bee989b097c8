package io.github.keycloakliveperson.demo.cloud;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.window.Dialect;
import io.github.keycloakliveperson.contract.window.Landing;
import io.github.keycloakliveperson.contract.window.WindowConfiguration;
import io.github.keycloakliveperson.contract.window.WindowRequest;
import io.github.keycloakliveperson.demo.site.RandomId;
import io.github.keycloakliveperson.demo.site.Recent;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** External windows that are under way (L22–L30). */
final class ExternalWindow {

    private static final int MOST_UNDER_WAY = 200;

    private final Account account;
    private final URI address;
    private final String brandOrigin;
    private final TokenDesk desk;
    private final Clock clock;
    private final Recent<SignIn> underWay = new Recent<>(MOST_UNDER_WAY);

    ExternalWindow(Account account, URI address, String brandOrigin, TokenDesk desk, Clock clock) {
        this.account = account;
        this.address = address;
        this.brandOrigin = brandOrigin;
        this.desk = desk;
        this.clock = clock;
    }

    /** A sign-in that has left for the authentication endpoint. */
    record SignIn(String id, Account.Entry entry, WindowRequest request) {
        @Override
        public String toString() {
            return "SignIn[" + id + "]";
        }
    }

    SignIn begin(String clientId, Dialect dialect) {
        var entry =
                account.connector(clientId)
                        .orElseThrow(
                                () -> new IllegalArgumentException("There is no such connector."));
        var visitor = RandomId.create();
        var configuration = WindowConfiguration.of(entry.connector(), account.number(), visitor);
        var request =
                dialect == Dialect.RFC
                        ? WindowRequest.rfc(entry.connector(), address, configuration, brandOrigin)
                        : WindowRequest.openid(entry.connector(), address, configuration, visitor);
        var signIn = new SignIn(RandomId.create(), entry, request);
        underWay.put(signIn.id(), signIn);
        return signIn;
    }

    /**
     * @param id the sign-in; every sign-in is answered once
     * @param search the window's query as it came
     * @param hash the window's fragment as it came
     * @return the conversation; empty when the sign-in is unknown
     */
    Optional<Conversation> answer(String id, String search, String hash)
            throws InterruptedException {
        var signIn = underWay.take(id);
        if (signIn.isEmpty()) {
            return Optional.empty();
        }
        var request = signIn.get().request();
        var answer = Landing.at(address + search + hash);
        var channel =
                request.dialect() == Dialect.RFC ? Channel.EXTERNAL_RFC : Channel.EXTERNAL_OPENID;
        return Optional.of(
                new Conversation(
                        RandomId.create(),
                        clock.instant(),
                        channel,
                        signIn.get().entry(),
                        result(signIn.get(), channel, answer),
                        Optional.of(request.compare(answer)),
                        new Transcript()));
    }

    private SignInResult result(SignIn signIn, Channel channel, Landing answer)
            throws InterruptedException {
        var request = signIn.request();
        var credential = answer.value(request.answerName());
        if (credential.isEmpty()) {
            var reason =
                    answer.value("error").map(ExternalWindow::word).orElse("nothing came back");
            return SignInResult.failed(
                    request.dialect() == Dialect.RFC ? Clause.L27 : Clause.L30, reason);
        }
        return desk.accept(
                signIn.entry(),
                channel,
                credential.get(),
                Optional.of(request.redirectUri()),
                request.pkce().map(p -> p.verifier()));
    }

    /** Error codes are short words; anything else is not repeated to the agent. */
    private static String word(String error) {
        return error.matches("[a-z_]{1,40}") ? error : "an unreadable error";
    }
}
