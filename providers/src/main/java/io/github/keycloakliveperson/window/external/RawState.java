package io.github.keycloakliveperson.window.external;

/**
 * LivePerson's {@code state}: exactly the characters between {@code state=} and the next {@code &},
 * never decoded, never encoded (L25, L28).
 */
public record RawState(String characters) {

    public RawState {
        if (characters.indexOf('&') >= 0 || characters.indexOf('#') >= 0) {
            throw new IllegalArgumentException("A raw state ends before the first & or #.");
        }
    }

    int length() {
        return characters.length();
    }

    /** Never the state itself, which must not be logged. */
    @Override
    public String toString() {
        return "state of " + length() + " characters";
    }
}
