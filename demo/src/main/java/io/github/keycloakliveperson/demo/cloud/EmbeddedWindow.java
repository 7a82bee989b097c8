package io.github.keycloakliveperson.demo.cloud;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.token.Verification;
import io.github.keycloakliveperson.demo.site.RandomId;
import io.github.keycloakliveperson.demo.site.Recent;
import java.time.Clock;
import java.util.Optional;

/** Embedded windows that wait for the page's method to call back (L31–L34). */
final class EmbeddedWindow {

    private static final int MOST_UNDER_WAY = 200;

    private final Account account;
    private final TokenDesk desk;
    private final Clock clock;
    private final Recent<SignIn> underWay = new Recent<>(MOST_UNDER_WAY);

    EmbeddedWindow(Account account, TokenDesk desk, Clock clock) {
        this.account = account;
        this.desk = desk;
        this.clock = clock;
    }

    /** LivePerson is about to call the page's method. */
    record SignIn(String id, Account.Entry entry, Optional<Pkce> pkce, Channel channel) {
        @Override
        public String toString() {
            return "SignIn[" + id + "]";
        }
    }

    /** What the identity function said (L34). */
    record Identity(String iss, String sub, String acr) {}

    /**
     * What the page's method called back with (L32).
     *
     * @param credential code or JWT; blank on failure
     * @param redirectUri the page's, in the code flow
     * @param reason why there is no credential
     * @param identity what the identity function said
     */
    record CallBack(
            String credential,
            Optional<String> redirectUri,
            Optional<String> reason,
            Optional<Identity> identity) {}

    /** A conversation with somebody who hasn't signed in, and may do so later (L38). */
    Conversation unknown(String clientId) {
        return conversation(Channel.EMBEDDED, entry(clientId), SignInResult.UNKNOWN);
    }

    private Account.Entry entry(String clientId) {
        return account.connector(clientId)
                .orElseThrow(() -> new IllegalArgumentException("There is no such connector."));
    }

    SignIn begin(String clientId, Channel channel) {
        var entry = entry(clientId);
        var pkce = entry.connector().pkce() ? Optional.of(Pkce.create()) : Optional.<Pkce>empty();
        var signIn = new SignIn(RandomId.create(), entry, pkce, channel);
        underWay.put(signIn.id(), signIn);
        return signIn;
    }

    /**
     * @param id the sign-in; every sign-in is answered once
     * @param callBack what the page's method said
     * @return the conversation; empty when the sign-in is unknown
     */
    Optional<Conversation> answer(String id, CallBack callBack) throws InterruptedException {
        var signIn = underWay.take(id);
        if (signIn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                conversation(
                        signIn.get().channel(),
                        signIn.get().entry(),
                        result(signIn.get(), callBack)));
    }

    private Conversation conversation(Channel channel, Account.Entry entry, SignInResult result) {
        return new Conversation(
                RandomId.create(),
                clock.instant(),
                channel,
                entry,
                result,
                Optional.empty(),
                new Transcript());
    }

    private SignInResult result(SignIn signIn, CallBack callBack) throws InterruptedException {
        if (callBack.credential().isBlank()) {
            return SignInResult.failed(
                    Clause.L32,
                    callBack.reason()
                            .filter(r -> r.matches("[\\w .-]{1,80}"))
                            .orElse("the page gave no reason"));
        }
        var result =
                desk.accept(
                        signIn.entry(),
                        signIn.channel(),
                        callBack.credential(),
                        callBack.redirectUri(),
                        signIn.pkce().map(Pkce::verifier));
        return result.with(
                callBack.identity().flatMap(i -> aboutIdentity(i, result.verification())));
    }

    private static Optional<Finding> aboutIdentity(Identity identity, Verification token) {
        if (!token.accepted()) {
            return Optional.empty();
        }
        var same =
                token.subject().equals(identity.sub())
                        && token.claims().path("iss").asText().equals(identity.iss())
                        && "loa1".equals(identity.acr());
        return same
                ? Optional.empty()
                : Optional.of(
                        Finding.fail(
                                Clause.L34,
                                "identity",
                                "the identity function's iss, sub or acr is not the token's",
                                "Return iss and sub exactly as in the id_token, and acr loa1."));
    }
}
