package io.github.keycloakliveperson.demo.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What consumer and agent have written; safe for several threads. */
final class Transcript {

    private static final int MOST_MESSAGES = 200;
    private static final int LONGEST_MESSAGE = 2_000;

    private final List<Message> messages = new ArrayList<>();

    /** Who wrote. */
    enum Author {
        CONSUMER,
        AGENT,
        BOT
    }

    /**
     * One message.
     *
     * @param author who wrote it
     * @param text what
     * @param link where a bot's button beneath it leads to
     */
    record Message(Author author, String text, Optional<String> link) {
        @Override
        public String toString() {
            return "Message[" + author + "]";
        }
    }

    void say(Author author, String text) {
        say(author, text, Optional.empty());
    }

    synchronized void say(Author author, String text, Optional<String> link) {
        if (text.isBlank() || text.length() > LONGEST_MESSAGE) {
            throw new IllegalArgumentException(
                    "A message has 1 to " + LONGEST_MESSAGE + " characters.");
        }
        if (messages.size() < MOST_MESSAGES) {
            messages.add(new Message(author, text, link));
        }
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages);
    }
}
