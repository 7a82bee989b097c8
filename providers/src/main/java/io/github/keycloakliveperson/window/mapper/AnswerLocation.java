package io.github.keycloakliveperson.window.mapper;

import java.util.Arrays;
import java.util.Optional;

/** Where in the window's address an answer is put (L27). */
public enum AnswerLocation {
    /** After {@code ?}: codes of the OAuth 2 RFC dialect, and the openID dialect always. */
    QUERY("query"),
    /** After {@code #}: never sent to a server by the browser. */
    FRAGMENT("fragment");

    private final String value;

    AnswerLocation(String value) {
        this.value = value;
    }

    /** The word in settings and in {@code response_mode}. */
    public String value() {
        return value;
    }

    static Optional<AnswerLocation> of(String value) {
        return Arrays.stream(values()).filter(l -> l.value.equals(value)).findFirst();
    }
}
