package io.github.keycloakliveperson.window.mapper;

import java.util.Arrays;
import java.util.Optional;

/** Where in the window's address an answer is put (L27). */
public enum AnswerLocation {
    /**
     * Behind {@code ?}: what the OAuth 2 RFC dialect uses for codes, and the openID dialect always.
     */
    QUERY("query"),
    /** Behind {@code #}: never sent to a server by the browser. */
    FRAGMENT("fragment");

    private final String value;

    AnswerLocation(String value) {
        this.value = value;
    }

    /**
     * Tells the word for this location.
     *
     * @return the word in settings and in {@code response_mode}
     */
    public String value() {
        return value;
    }

    /**
     * Reads the word for a location.
     *
     * @param value the word, or null
     * @return the location, or empty for any other word
     */
    static Optional<AnswerLocation> of(String value) {
        return Arrays.stream(values()).filter(l -> l.value.equals(value)).findFirst();
    }
}
