package io.github.keycloakliveperson.demo.cloud;

import io.github.keycloakliveperson.demo.site.Pages;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The agent's workspace: who the consumer is, what is verified, and what would be refused. */
final class Workspace {

    private static final DateTimeFormatter CLOCK_TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

    private final Conversations conversations;
    private final FaultyProvider faulty;
    private final Pages pages;

    Workspace(Conversations conversations, FaultyProvider faulty, Pages pages) {
        this.conversations = conversations;
        this.faulty = faulty;
        this.pages = pages;
    }

    void addTo(Javalin server) {
        server.get("/", context -> context.redirect("/agent"));
        server.get("/agent", this::newest);
        server.get("/agent/{id}", this::one);
    }

    private void newest(Context context) {
        show(context, conversations.newestFirst().stream().findFirst(), true);
    }

    private void one(Context context) {
        var chosen = conversations.find(context.pathParam("id"));
        if (chosen.isEmpty()) {
            context.redirect("/agent");
            return;
        }
        show(context, chosen, false);
    }

    private void show(Context context, Optional<Conversation> chosen, boolean follow) {
        Map<String, Object> page = new HashMap<>();
        page.put("workspace", true);
        page.put("follow", follow);
        page.put("conversations", list(chosen));
        chosen.ifPresent(c -> page.put("chosen", detail(c, Fault.of(context.queryParam("fault")))));
        pages.show(context, "agent", page);
    }

    private List<Map<String, Object>> list(Optional<Conversation> chosen) {
        return conversations.newestFirst().stream()
                .map(c -> line(c, chosen.filter(x -> x.id().equals(c.id())).isPresent()))
                .toList();
    }

    private static Map<String, Object> line(Conversation conversation, boolean chosen) {
        var name = conversation.consumer();
        return Map.of(
                "id", conversation.id(),
                "name", name,
                "initial", name.substring(0, name.offsetByCodePoints(0, 1)),
                "channel", conversation.channel().title(),
                "time", CLOCK_TIME.format(conversation.since()),
                "accepted", conversation.verification().accepted(),
                "refused", !conversation.open(),
                "current", chosen);
    }

    private Map<String, Object> detail(Conversation conversation, Optional<Fault> asked) {
        var original = conversation.verification();
        var fault = asked.filter(f -> original.accepted());
        var token = fault.map(f -> faulty.verify(original, f)).orElse(original);
        Map<String, Object> view = new HashMap<>(line(conversation, true));
        view.putAll(
                TokenView.of(
                        token,
                        fault.isPresent() ? token.findings() : conversation.result().findings()));
        if (!token.accepted()) {
            view.put("name", Conversation.NOBODY);
            view.put("initial", "?");
        }
        if (conversation.unknown()) {
            view.keySet().removeAll(Set.of("refusal", "findings", "hasFindings"));
        } else {
            view.put("refused", !token.accepted());
        }
        view.put("open", conversation.open());
        view.put("connector", conversation.entry().title());
        view.put("clientId", conversation.entry().connector().clientId());
        conversation.state().ifPresent(s -> view.put("state", state(s.identical(), s.verdict())));
        view.put("canBreak", original.accepted());
        view.put("noFault", fault.isEmpty());
        view.put("faults", Arrays.stream(Fault.values()).map(f -> option(f, fault)).toList());
        fault.ifPresent(
                f -> view.put("fault", Map.of("title", f.title(), "text", f.description())));
        return view;
    }

    private static Map<String, Object> state(boolean identical, String verdict) {
        return Map.of("identical", identical, "verdict", verdict);
    }

    private static Map<String, Object> option(Fault fault, Optional<Fault> chosen) {
        return Map.of(
                "slug", fault.slug(),
                "title", fault.title(),
                "chosen", chosen.filter(c -> c == fault).isPresent());
    }
}
