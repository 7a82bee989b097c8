package io.github.keycloakliveperson.window.embedded;

/**
 * {@code web-auth.js}, the one script of a brand's pages (L31–L34). The same bytes for every realm
 * and client, so that Subresource Integrity can be used: the script reads its realm from its own
 * address, the client from its tag.
 */
public final class WebAuthScript {

    /** What always serves the newest script, below {@code /realms/{realm}/liveperson/}. */
    public static final String STABLE_NAME = "web-auth.js";

    private static final Resource SCRIPT = Resource.named(STABLE_NAME);

    private WebAuthScript() {}

    public static String text() {
        return SCRIPT.text();
    }

    /** What distinguishes this script from earlier and later ones: twelve hexadecimal digits. */
    public static String version() {
        return SCRIPT.version();
    }

    /** The address that always serves exactly this script, {@code web-auth-<version>.js}. */
    public static String versionedName() {
        return "web-auth-" + version() + ".js";
    }

    /** The value of the tag's {@code integrity} attribute (Subresource Integrity), SHA-384. */
    public static String integrity() {
        return SCRIPT.integrity(384);
    }
}
