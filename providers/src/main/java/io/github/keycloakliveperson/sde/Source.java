package io.github.keycloakliveperson.sde;

/** Where a field's value comes from, as a setting names it. */
sealed interface Source {

    String ATTRIBUTE = "attribute:";
    String NOTE = "note:";
    String VALUE = "value:";

    /**
     * A user attribute, then the groups' attribute of that name.
     *
     * @param name not blank
     */
    record Attribute(String name) implements Source {
        @Override
        public String toString() {
            return "user attribute \"" + name + '"';
        }
    }

    /**
     * A user session note.
     *
     * @param name not blank
     */
    record Note(String name) implements Source {
        @Override
        public String toString() {
            return "user session note \"" + name + '"';
        }
    }

    /**
     * The same text for every consumer.
     *
     * @param text not blank, kept as it was written
     */
    record Constant(String text) implements Source {
        @Override
        public String toString() {
            return "constant";
        }
    }

    /**
     * Reads {@code name}, {@code attribute:name}, {@code note:name} or {@code value:text}. A bare
     * name can't hold a colon, so that a mistyped kind ({@code notes:tier}) isn't taken for an
     * attribute that nobody has.
     *
     * @param setting what the admin wrote, not blank
     * @throws InvalidSourceException when it isn't one of the four
     */
    static Source parse(String setting) throws InvalidSourceException {
        String source = setting.stripLeading();
        if (source.startsWith(VALUE)) {
            String text = source.substring(VALUE.length());
            if (text.isBlank()) {
                throw new InvalidSourceException(
                        "has nothing behind value: - write the constant there, or empty the setting"
                                + " to leave the field out.");
            }
            return new Constant(text);
        }
        if (source.startsWith(ATTRIBUTE)) {
            return new Attribute(nameBehind(ATTRIBUTE, source, "user attribute"));
        }
        if (source.startsWith(NOTE)) {
            return new Note(nameBehind(NOTE, source, "user session note"));
        }
        if (source.indexOf(':') >= 0) {
            throw new InvalidSourceException(
                    "is no source: what stands before the colon is none of attribute, note and"
                            + " value. If the attribute itself has a colon in its name, write"
                            + " attribute: before it.");
        }
        return new Attribute(source.strip());
    }

    private static String nameBehind(String kind, String source, String what)
            throws InvalidSourceException {
        String name = source.substring(kind.length()).strip();
        if (name.isEmpty()) {
            throw new InvalidSourceException(
                    "has nothing behind "
                            + kind
                            + " - write the name of the "
                            + what
                            + " there, or empty the setting to leave the field out.");
        }
        return name;
    }
}
