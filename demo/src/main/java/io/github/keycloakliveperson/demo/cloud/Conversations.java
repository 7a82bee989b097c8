package io.github.keycloakliveperson.demo.cloud;

import io.github.keycloakliveperson.demo.site.Recent;
import java.util.List;
import java.util.Optional;

/** The account's latest conversations, in memory only. */
final class Conversations {

    private static final int MOST_KEPT = 100;

    private final Recent<Conversation> kept = new Recent<>(MOST_KEPT);

    void keep(Conversation conversation) {
        kept.put(conversation.id(), conversation);
    }

    Optional<Conversation> find(String id) {
        return kept.get(id);
    }

    List<Conversation> newestFirst() {
        return kept.newestFirst();
    }
}
