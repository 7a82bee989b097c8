package io.github.keycloakliveperson.demo.cloud;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One thing that a provider gets wrong, for the workspace's switch. */
public enum Fault {
    WRONG_KEY(
            "Wrong key",
            "The token is signed with a key that LivePerson doesn't have, under the right kid."),
    EXPIRED("Expired token", "The token's exp is one hour in the past."),
    OBJECT("Object instead of array", "lp_sdes is one object, not an array of objects."),
    MISSING_KID("Missing kid", "The key set has two keys, and the token's header has no kid."),
    UNENCRYPTED("Unencrypted", "LivePerson's key is set up, but the token is not encrypted.");

    private final String title;
    private final String description;

    Fault(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** {@return a few words for people} */
    public String title() {
        return title;
    }

    /** {@return what is wrong, as a sentence} */
    public String description() {
        return description;
    }

    /**
     * @return its name in addresses, {@code wrong-key}
     */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param slug a name in an address; may be null
     * @return the fault
     */
    public static Optional<Fault> of(String slug) {
        return Arrays.stream(values()).filter(f -> f.slug().equals(slug)).findFirst();
    }
}
