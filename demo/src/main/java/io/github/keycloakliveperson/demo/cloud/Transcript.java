package io.github.keycloakliveperson.demo.cloud;

import java.util.ArrayList;
import java.util.List;

/** What consumer and agent have written; safe for several threads. */
final class Transcript {

    private static final int MOST_MESSAGES = 200;
    private static final int LONGEST_MESSAGE = 2_000;

    private final List<Message> messages = new ArrayList<>();

    /** Who wrote. */
    enum Author {
        CONSUMER,
        AGENT
    }

    /**
     * One message.
     *
     * @param author who wrote it
     * @param text what
     */
    record Message(Author author, String text) {
        @Override
        public String toString() {
            return "Message[" + author + "]";
        }
    }

    synchronized void say(Author author, String text) {
        if (text.isBlank() || text.length() > LONGEST_MESSAGE) {
            throw new IllegalArgumentException(
                    "A message has 1 to " + LONGEST_MESSAGE + " characters.");
        }
        if (messages.size() < MOST_MESSAGES) {
            messages.add(new Message(author, text));
        }
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages);
    }
}
