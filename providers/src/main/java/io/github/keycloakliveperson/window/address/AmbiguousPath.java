package io.github.keycloakliveperson.window.address;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** Paths that a browser and a server, or two servers, could read differently. */
final class AmbiguousPath {

    /** Dot segments, however they are separated, and control characters. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("(^|[/\\\\;])\\.{1,2}($|[/\\\\;])|[\\x00-\\x1f\\x7f]");

    private static final int ESCAPE = 3;

    private AmbiguousPath() {}

    static boolean is(String rawPath) {
        return AMBIGUOUS.matcher(unmasked(rawPath)).find();
    }

    /**
     * A path with its dots, slashes and control characters decoded, however often they were
     * encoded. Each escape is read once, at the character that completes it, so the work is linear.
     */
    private static String unmasked(String path) {
        var open = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            open.append(path.charAt(i));
            while (endsInEscape(open)) {
                var at = open.length() - ESCAPE;
                var octet = HexFormat.fromHexDigits(open, at + 1, open.length());
                open.setLength(at);
                open.append((char) octet);
            }
        }
        return open.toString();
    }

    private static boolean endsInEscape(StringBuilder text) {
        var at = text.length() - ESCAPE;
        return at >= 0
                && text.charAt(at) == '%'
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }
}
