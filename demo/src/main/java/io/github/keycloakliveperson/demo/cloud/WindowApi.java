package io.github.keycloakliveperson.demo.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.window.Dialect;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * What the windows' scripts send to their server, in JSON.
 *
 * <table>
 * <caption>Calls</caption>
 * <tr><td>{@code POST /api/external}</td>
 *     <td>{@code {connector, dialect: rfc|openid}} → {@code {id, location}}</td></tr>
 * <tr><td>{@code POST /api/external/ID/answer}</td>
 *     <td>{@code {search, hash}} → the outcome</td></tr>
 * <tr><td>{@code POST /api/embedded}</td>
 *     <td>{@code {connector}} → {@code {id, jsMethodName, codeChallenge}}, the last one with PKCE
 *     only; {@code channel: mobile} for an app; with {@code unknown: true} a conversation without
 *     a sign-in → the outcome</td></tr>
 * <tr><td>{@code POST /api/embedded/ID/answer}</td>
 *     <td>{@code {ssoKey, redirect_uri}} or {@code {token}} or {@code {error}}, with {@code
 *     identity: {iss, sub, acr}} and, when a token is renewed, {@code conversation} → the
 *     outcome</td></tr>
 * <tr><td>{@code GET, POST /api/conversations/ID/messages}</td>
 *     <td>{@code {author: consumer|agent, text}} → {@code [{author, text, link}]}</td></tr>
 * </table>
 *
 * The outcome is {@code {conversation, accepted, consumer, expires, refusal: {number, clause, why,
 * fix}, state: {identical, sent, returned, verdict}}}; {@code expires} is in seconds since 1970,
 * {@code sent} and {@code returned} are lengths in characters. The embedded calls are open to the
 * brand's origin (CORS).
 */
final class WindowApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExternalWindow external;
    private final EmbeddedWindow embedded;
    private final Conversations conversations;
    private final Bot bot;
    private final String ownOrigin;
    private final String brandOrigin;

    WindowApi(
            ExternalWindow external,
            EmbeddedWindow embedded,
            Conversations conversations,
            Bot bot,
            String ownOrigin,
            String brandOrigin) {
        this.external = external;
        this.embedded = embedded;
        this.conversations = conversations;
        this.bot = bot;
        this.ownOrigin = ownOrigin;
        this.brandOrigin = brandOrigin;
    }

    void addTo(Javalin server) {
        server.before("/api/*", this::checkOrigin);
        server.options("/api/embedded*", context -> context.status(HttpStatus.NO_CONTENT));
        server.options("/api/embedded/*", context -> context.status(HttpStatus.NO_CONTENT));
        server.post("/api/external", this::beginExternal);
        server.post("/api/external/{id}/answer", this::answerExternal);
        server.post("/api/embedded", this::beginEmbedded);
        server.post("/api/embedded/{id}/answer", this::answerEmbedded);
        server.get("/api/conversations/{id}/messages", this::messages);
        server.post("/api/conversations/{id}/messages", this::say);
    }

    private void checkOrigin(Context context) {
        var origin = context.header("Origin");
        if (origin == null || origin.equals(ownOrigin)) {
            return;
        }
        context.header("Vary", "Origin");
        if (origin.equals(brandOrigin) && context.path().startsWith("/api/embedded")) {
            context.header("Access-Control-Allow-Origin", brandOrigin);
            context.header("Access-Control-Allow-Headers", "Content-Type");
            context.header("Access-Control-Allow-Methods", "POST");
            return;
        }
        context.status(HttpStatus.FORBIDDEN).skipRemainingHandlers();
    }

    private void beginExternal(Context context) {
        var body = body(context);
        var signIn = external.begin(text(body, "connector"), dialect(body));
        context.status(HttpStatus.CREATED);
        reply(
                context,
                JSON.createObjectNode()
                        .put("id", signIn.id())
                        .put("location", signIn.request().location().toString()));
    }

    private static Dialect dialect(JsonNode body) {
        return "openid".equals(text(body, "dialect")) ? Dialect.OPENID : Dialect.RFC;
    }

    private void answerExternal(Context context) throws InterruptedException {
        var body = body(context);
        outcome(
                context,
                external.answer(context.pathParam("id"), text(body, "search"), text(body, "hash")));
    }

    private void beginEmbedded(Context context) {
        var body = body(context);
        if (body.path("unknown").asBoolean()) {
            outcome(context, Optional.of(embedded.unknown(text(body, "connector"))));
            return;
        }
        var channel = "mobile".equals(text(body, "channel")) ? Channel.MOBILE : Channel.EMBEDDED;
        var signIn = embedded.begin(text(body, "connector"), channel);
        var answer = JSON.createObjectNode().put("id", signIn.id());
        answer.put("jsMethodName", signIn.entry().connector().jsMethodName());
        signIn.pkce().map(Pkce::challenge).ifPresent(c -> answer.put("codeChallenge", c));
        context.status(HttpStatus.CREATED);
        reply(context, answer);
    }

    private void answerEmbedded(Context context) throws InterruptedException {
        var body = body(context);
        var answered = embedded.answer(context.pathParam("id"), CallBackJson.read(body));
        var renewed =
                conversations
                        .find(text(body, "conversation"))
                        .flatMap(old -> answered.map(now -> old.renewed(now.result())));
        outcome(context, renewed.or(() -> answered));
    }

    private void outcome(Context context, Optional<Conversation> conversation) {
        if (conversation.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
            reply(context, JSON.createObjectNode().put("error", "unknown_sign_in"));
            return;
        }
        conversations.keep(conversation.get());
        bot.join(conversation.get());
        reply(context, OutcomeJson.write(conversation.get()));
    }

    private void messages(Context context) {
        var answer = JSON.createArrayNode();
        for (var message : conversation(context).transcript().messages()) {
            var node =
                    answer.addObject()
                            .put("author", message.author().name().toLowerCase(Locale.ROOT))
                            .put("text", message.text());
            message.link().ifPresent(link -> node.put("link", link));
        }
        context.contentType("application/json").result(answer.toString());
    }

    private void say(Context context) throws InterruptedException {
        var body = body(context);
        var author =
                "agent".equals(text(body, "author"))
                        ? Transcript.Author.AGENT
                        : Transcript.Author.CONSUMER;
        var conversation = conversation(context);
        conversation.transcript().say(author, text(body, "text"));
        if (author == Transcript.Author.CONSUMER) {
            bot.hear(conversation, text(body, "text"));
        }
        messages(context);
    }

    private Conversation conversation(Context context) {
        return conversations
                .find(context.pathParam("id"))
                .orElseThrow(() -> new IllegalArgumentException("There is no such conversation."));
    }

    private static JsonNode body(Context context) {
        if (!String.valueOf(context.contentType()).startsWith("application/json")) {
            throw new IllegalArgumentException("Send application/json.");
        }
        try {
            var body = JSON.readTree(context.bodyAsBytes());
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (IOException e) {
            // Told below: the parser's own message would quote the body.
        }
        throw new IllegalArgumentException("Send a JSON object.");
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).asText("");
    }

    private static void reply(Context context, ObjectNode answer) {
        context.contentType("application/json").result(answer.toString());
    }
}
