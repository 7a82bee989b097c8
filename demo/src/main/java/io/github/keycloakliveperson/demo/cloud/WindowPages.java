package io.github.keycloakliveperson.demo.cloud;

import io.github.keycloakliveperson.demo.site.ContentSecurityPolicy;
import io.github.keycloakliveperson.demo.site.Pages;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The messaging window as a page: external, and embedded in the brand's page. */
final class WindowPages {

    private final Account account;
    private final Conversations conversations;
    private final Pages pages;
    private final ContentSecurityPolicy framedByBrand;

    WindowPages(
            Account account,
            Conversations conversations,
            Pages pages,
            ContentSecurityPolicy framedByBrand) {
        this.account = account;
        this.conversations = conversations;
        this.pages = pages;
        this.framedByBrand = framedByBrand;
    }

    void addTo(Javalin server) {
        server.get(CloudServer.EXTERNAL_WINDOW, this::external);
        server.get("/embedded/window", this::embedded);
    }

    /** The script reads the location itself: a fragment never reaches a server. */
    private void external(Context context) {
        pages.show(context, "window", Map.of("choices", choices()));
    }

    private List<Map<String, Object>> choices() {
        return account.connectors().stream()
                .map(
                        e ->
                                Map.<String, Object>of(
                                        "clientId",
                                        e.connector().clientId(),
                                        "title",
                                        e.title(),
                                        "pkce",
                                        e.connector().pkce()))
                .toList();
    }

    private void embedded(Context context) {
        context.header("Content-Security-Policy", framedByBrand.header());
        Map<String, Object> page = new HashMap<>();
        var id = context.queryParam("conversation");
        conversations
                .find(id == null ? "" : id)
                .filter(Conversation::open)
                .ifPresent(
                        c -> {
                            page.put("conversation", c.id());
                            page.put("unknown", c.unknown());
                            page.put("consumer", c.consumer());
                        });
        pages.show(context, "embedded", page);
    }
}
