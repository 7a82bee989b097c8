package io.github.keycloakliveperson.sde.source;

import io.github.keycloakliveperson.PastedText;
import java.util.List;

/** Where a field's value comes from, as a setting names it. */
public sealed interface Source {

    String ATTRIBUTE = "attribute:";
    String NOTE = "note:";
    String ORGANIZATION = "organization:";
    String VALUE = "value:";
    int LONGEST_KIND = 16;

    /** A user attribute, then the groups' attribute of that name. */
    record Attribute(String name) implements Source {
        @Override
        public String toString() {
            return "user attribute \"" + name + '"';
        }
    }

    /** A user session note. */
    record Note(String name) implements Source {
        @Override
        public String toString() {
            return "user session note \"" + name + '"';
        }
    }

    /** An attribute of the consumer's organization, or one of its {@link #OWN} properties. */
    record Organization(String name) implements Source {

        static final String OWN_NAME = ".name";
        static final String OWN_ALIAS = ".alias";
        private static final List<String> OWN = List.of(OWN_NAME, OWN_ALIAS);

        @Override
        public String toString() {
            return OWN.contains(name)
                    ? "organization's own " + name.substring(1)
                    : "organization attribute \"" + name + '"';
        }
    }

    /** The same text for every consumer, kept as it was written. */
    record Constant(String text) implements Source {
        @Override
        public String toString() {
            return "constant";
        }
    }

    /**
     * Reads {@code name}, {@code attribute:name}, {@code note:name}, {@code organization:name} or
     * {@code value:text}, cleaned as {@link PastedText} does; inside a constant every character
     * stays. A bare name can't hold a colon, so that a mistyped kind ({@code notes:tier}) isn't
     * taken for an attribute that nobody has.
     */
    static Source parse(String setting) throws InvalidSourceException {
        var source = PastedText.name(setting);
        if (source.startsWith(VALUE)) {
            return new Constant(constant(PastedText.unquoted(setting)));
        }
        if (source.startsWith(ATTRIBUTE)) {
            return new Attribute(nameBehind(ATTRIBUTE, source, "user attribute"));
        }
        if (source.startsWith(NOTE)) {
            return new Note(nameBehind(NOTE, source, "user session note"));
        }
        if (source.startsWith(ORGANIZATION)) {
            return new Organization(
                    ofOrganization(nameBehind(ORGANIZATION, source, "organization attribute")));
        }
        if (source.indexOf(':') >= 0) {
            throw new InvalidSourceException(
                    "is not a source: the word before the colon, "
                            + PastedText.shown(kind(source))
                            + ", is none of attribute, note, organization and value. If the attribute itself has"
                            + " a colon in its name, write attribute: before it.");
        }
        return new Attribute(requireName(source));
    }

    private static String constant(String setting) throws InvalidSourceException {
        var text = PastedText.strip(setting.substring(setting.indexOf(':') + 1));
        if (text.isEmpty()) {
            throw new InvalidSourceException(
                    "has nothing after value: - write the constant there, or empty the setting"
                            + " to leave the field out.");
        }
        return text;
    }

    private static String nameBehind(String kind, String source, String what)
            throws InvalidSourceException {
        var name = PastedText.name(source.substring(kind.length()));
        if (name.isEmpty()) {
            throw new InvalidSourceException(
                    "has nothing after "
                            + kind
                            + " - write the name of the "
                            + what
                            + " there, or empty the setting to leave the field out.");
        }
        return requireName(name);
    }

    private static String ofOrganization(String name) throws InvalidSourceException {
        if (name.startsWith(".") && !Organization.OWN.contains(name)) {
            throw new InvalidSourceException(
                    "asks for what an organization does not have: "
                            + PastedText.shown(name)
                            + ". Write .name, .alias, or the name of an attribute.");
        }
        return name;
    }

    private static String requireName(String name) throws InvalidSourceException {
        if (!PastedText.isName(name)) {
            throw new InvalidSourceException(
                    "has characters that no name can have: "
                            + PastedText.shown(name)
                            + ". Write only the name.");
        }
        return name;
    }

    /** The word before the colon; more than a word may be about a person. */
    private static String kind(String source) {
        var kind = source.substring(0, source.indexOf(':'));
        return kind.substring(0, Math.min(kind.length(), LONGEST_KIND));
    }
}
