package io.github.keycloakliveperson.idtoken;

/** Puts a name from outside into a message without letting it break the message. */
final class Wording {

    private static final int SHOWN = 64;

    private Wording() {}

    /**
     * Makes a name safe for logs, admin messages and {@code error_description}.
     *
     * @param name a kid, a JSON value or a setting
     * @return at most 64 characters; every one beyond letters, digits and {@code . _ : / + -} is a
     *     question mark
     */
    static String name(String name) {
        String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name;
        return shown.replaceAll("[^A-Za-z0-9._:/+-]", "?");
    }
}
