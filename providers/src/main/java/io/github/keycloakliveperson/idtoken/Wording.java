package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.PastedText;

/** Puts a name from outside into a message without letting it break the message. */
final class Wording {

    private Wording() {}

    /** What {@link PastedText#shown} makes of a kid, a JSON value or a setting. */
    static String name(String name) {
        return PastedText.shown(name);
    }
}
