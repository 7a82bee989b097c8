package io.github.keycloakliveperson.window.external;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.keycloak.jose.jws.crypto.HashUtils;

/**
 * Ties a waiting window to the browser that opened it. The handle travels as {@code state} through
 * the sign-in, the secret stays in a cookie of that browser, and the store's key is a digest of
 * both: without the secret there is no entry to find, to take or to spoil, and no comparison whose
 * time could reveal anything. Each window has its own cookie, named by its handle, so that several
 * can wait at once.
 */
public record WindowHandle(String handle, String secret) {

    public static final String COOKIE_PREFIX = "LIVEPERSON_WINDOW_";

    // Says how entries are written: nodes of another version find none of theirs under it
    private static final String STORE_PREFIX = "liveperson-waiting-window:";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** A new handle that nobody can guess. */
    public static WindowHandle create() {
        return new WindowHandle(randomWord(), randomWord());
    }

    /** Whether a cookie is a waiting window's by its name, and not an invented one. */
    static boolean isCookieName(String name) {
        return name.startsWith(COOKIE_PREFIX)
                && FORM.matcher(name.substring(COOKIE_PREFIX.length())).matches();
    }

    /** Finds an answer's handle by the browser's cookies; empty when it has no such window. */
    public static Optional<WindowHandle> of(String state, UnaryOperator<String> cookies) {
        if (!FORM.matcher(state).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(cookies.apply(COOKIE_PREFIX + state))
                .filter(secret -> FORM.matcher(secret).matches())
                .map(secret -> new WindowHandle(state, secret));
    }

    /** 128 random bits: 22 characters of base64url. */
    public static String randomWord() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return word(bytes);
    }

    /** 128 bits of SHA-256 in base64url: as short as it is safe, because it is stored. */
    static String digest(String text) {
        var digest = HashUtils.hash("SHA-256", text.getBytes(StandardCharsets.UTF_8));
        return word(Arrays.copyOf(digest, BYTES));
    }

    private static String word(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public String cookieName() {
        return COOKIE_PREFIX + handle;
    }

    /** Where the waiting window is in the single-use store; the entry is bound to the realm. */
    public String storeKey(String realmId) {
        return STORE_PREFIX + digest(handle + "." + secret + "." + realmId);
    }

    /** Never the handle or the secret. */
    @Override
    public String toString() {
        return "window handle";
    }
}
