package io.github.keycloakliveperson;

import java.util.regex.Pattern;

/**
 * Text that people paste: mails, tickets and web pages add blanks, quotes and invisible characters.
 * One rule for every setting of every mapper.
 */
public final class PastedText {

    private static final int SHOWN = 64;
    private static final int TAGS = 0xE0000;
    private static final String QUOTES = "\"'`\u00ab\u00bb\u2018-\u201f\u2039\u203a";
    private static final Pattern QUOTED =
            Pattern.compile("(?s)[" + QUOTES + "]([^" + QUOTES + "]*)[" + QUOTES + "]");

    /** Control and format characters, and those that are shown as nothing or as a blank. */
    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\p{Cf}[\\p{Cc}&&\\S]\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800"
                            + "\u3164\ufe00-\ufe0f\uffa0\\x{e0100}-\\x{e01ef}]");

    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");
    private static final Pattern NAMELESS =
            Pattern.compile(
                    "^["
                            + QUOTES
                            + "]|["
                            + QUOTES
                            + "]$|[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private PastedText() {}

    /**
     * Removes blanks and invisible characters at both ends. Consumers' values go through it too, so
     * it looks only at the first and the last character if there is nothing to remove.
     */
    public static String strip(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isUnseen(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (start < end && isUnseen(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** The same without what {@link #strip} removes, and without quotes around it. */
    public static String unquoted(String setting) {
        var text = strip(setting);
        var quoted = QUOTED.matcher(text);
        return quoted.matches() ? strip(quoted.group(1)) : text;
    }

    /** Reads what isn't free text: a name, a number, a word of a list, an address, a key. */
    public static String name(String setting) {
        var blanks = BLANK.matcher(setting).replaceAll(" ");
        return unquoted(INVISIBLE.matcher(blanks).replaceAll(""));
    }

    /** Whether a cleaned name can be one: no half pair of quotes, line break, tab or such. */
    public static boolean isName(String name) {
        return !NAMELESS.matcher(name).find();
    }

    /**
     * Shows a setting's text with its invisible characters. Fit for logs, for Keycloak's message
     * formatting and for an {@code error_description} (RFC 6749 §5.2).
     */
    public static String shown(String text) {
        var shown = new StringBuilder();
        var at = 0;
        while (at < text.length() && shown.length() < SHOWN) {
            shown.append(shown(text.codePointAt(at)));
            at = text.offsetByCodePoints(at, 1);
        }
        return shown.append(at < text.length() ? "..." : "").toString();
    }

    private static String shown(int c) {
        var plain = c < 0x80 && (Character.isLetterOrDigit(c) || " ._:/+-=".indexOf(c) >= 0);
        return plain ? Character.toString(c) : String.format("<U+%04X>", c);
    }

    private static boolean isUnseen(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                // the tags at the end of a flag are a part of it
                || (Character.getType(c) == Character.FORMAT && c < TAGS);
    }
}
