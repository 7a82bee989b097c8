package io.github.keycloakliveperson.demo.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.delegation.UnauthenticatedDelegation;
import io.github.keycloakliveperson.contract.token.TokenAnswer;
import io.github.keycloakliveperson.contract.token.TokenCall;
import io.github.keycloakliveperson.contract.window.AuthorizationRequest;
import io.github.keycloakliveperson.demo.cloud.Transcript.Author;
import io.github.keycloakliveperson.demo.site.Pages;
import io.github.keycloakliveperson.demo.site.RandomId;
import io.github.keycloakliveperson.demo.site.Recent;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The brand's bot. It looks up bills at the brand's API as the consumer: with the access token of
 * the sign-in (L39), or with one that an unknown visitor gives it through a link (L40).
 */
final class Bot {

    private static final int MOST_KEPT = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String OFFER =
            "Hello, I am Fernhill's bot. I can look up your latest bill, if you sign in for me.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Account account;
    private final String callbackPath;
    private final String callback;
    private final URI api;
    private final Conversations conversations;
    private final HttpClient http;
    private final TokenCall tokenCall;
    private final Recent<String> links = new Recent<>(MOST_KEPT);
    private final Recent<TokenAnswer> tokens = new Recent<>(MOST_KEPT);

    Bot(
            Account account,
            URI origin,
            URI brandOrigin,
            Conversations conversations,
            HttpClient http) {
        this.account = account;
        this.callbackPath = Account.botCallback(account.number());
        this.callback = origin + callbackPath;
        this.api = brandOrigin.resolve("/api/bill");
        this.conversations = conversations;
        this.http = http;
        this.tokenCall = new TokenCall(http, TIMEOUT);
    }

    void addTo(Javalin server, Pages pages) {
        server.get(
                callbackPath,
                context -> pages.show(context, "returned", Map.of("text", returned(context))));
    }

    /** Greets an unknown visitor; keeps the token that a sign-in has brought (L39). */
    void join(Conversation conversation) {
        conversation.result().delegated().ifPresent(a -> tokens.put(conversation.id(), a));
        var first = conversation.transcript().messages().isEmpty();
        if (first && conversation.unknown()) {
            offer(conversation, OFFER);
        } else if (first && conversation.result().delegated().isPresent()) {
            say(conversation, "Hello, I am Fernhill's bot. Ask me for your latest bill.");
        }
    }

    /** Answers if the consumer writes about a bill. */
    void hear(Conversation conversation, String text) throws InterruptedException {
        if (text.toLowerCase(Locale.ROOT).contains("bill")) {
            var kept = tokens.get(conversation.id());
            if (kept.isPresent()) {
                answer(conversation, kept.get(), conversation.result().delegated().isPresent());
            } else if (conversation.unknown()) {
                offer(conversation, OFFER);
            }
        }
    }

    private void answer(Conversation conversation, TokenAnswer token, boolean renewable)
            throws InterruptedException {
        var reply = call(token.accessToken().orElseThrow());
        if (reply.isPresent() && reply.get().statusCode() == 200) {
            say(conversation, bill(reply.get().body()));
        } else if (renewable && token.refreshToken().isPresent()) {
            var connector = conversation.entry().connector();
            var secret = connector.clientSecret().map(ClientSecret::value).orElse("");
            var renewed = tokenCall.renew(connector, token.refreshToken().get(), secret);
            if (renewed.accessToken().isPresent()) {
                tokens.put(conversation.id(), renewed);
                answer(conversation, renewed, false);
            } else {
                tokens.take(conversation.id());
                say(conversation, "You have signed out, so I can't look up your bill any more.");
            }
        } else {
            tokens.take(conversation.id());
            offer(conversation, "I can't look up your bill any more. Please sign in again.");
        }
    }

    private Optional<HttpResponse<String>> call(String accessToken) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(api)
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + accessToken)
                        .build();
        try {
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String bill(String json) {
        try {
            var bill = JSON.readTree(json);
            return "Your latest bill is %s. It was paid on %s."
                    .formatted(bill.path("amount").asText(), bill.path("taken").asText());
        } catch (IOException e) {
            return "I can't read your bill.";
        }
    }

    /** Sends the link to sign in, where the account has a connector for it (L40). */
    private void offer(Conversation conversation, String text) {
        account.bot()
                .filter(entry -> conversation.unknown())
                .ifPresent(
                        entry -> {
                            var state = RandomId.create();
                            links.put(state, conversation.id());
                            var link =
                                    AuthorizationRequest.delegation(
                                            entry.connector(),
                                            callback,
                                            state,
                                            String.join(" ", entry.apiScopes()));
                            conversation
                                    .transcript()
                                    .say(Author.BOT, text, Optional.of(link.address()));
                        });
    }

    private static void say(Conversation conversation, String text) {
        conversation.transcript().say(Author.BOT, text);
    }

    /** The consumer is back from the link; each state is valid once. */
    private String returned(Context context) throws InterruptedException {
        var state = context.queryParam("state");
        var conversation = links.take(state == null ? "" : state).flatMap(conversations::find);
        if (conversation.isEmpty()) {
            return "This link doesn't belong to a conversation. Ask the bot for another one.";
        }
        var code = context.queryParam("code");
        if (code == null) {
            say(conversation.get(), "All right, I won't look up your bill.");
            return "The bot got no permission. Close this window and continue in the chat.";
        }
        var entry = account.bot().orElseThrow();
        var answer = tokenCall.redeem(entry.connector(), code, callback, Optional.empty());
        var refusal =
                UnauthenticatedDelegation.judge(answer, entry.apiScopes()).stream()
                        .filter(Finding::fails)
                        .findFirst();
        if (refusal.isPresent()) {
            return "LivePerson refuses this (L40): " + refusal.get().message();
        }
        tokens.put(conversation.get().id(), answer);
        answer(conversation.get(), answer, false);
        return "The bot has your permission and answers in the chat. You can close this window.";
    }
}
