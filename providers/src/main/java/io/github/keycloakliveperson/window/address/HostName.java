package io.github.keycloakliveperson.window.address;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A host as browsers read it (URL Standard, host parsing; UTS 46). */
final class HostName {

    private static final Pattern ASCII = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
    private static final Pattern ENDS_IN_NUMBER =
            Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    private HostName() {}

    /**
     * Lower case, with international labels as {@code xn--}; empty where a browser has no host for
     * it, or where a character in it can't be seen.
     */
    static Optional<String> ascii(String host) {
        try {
            var ascii =
                    Arrays.stream(mapped(host).split("[.\u3002]", -1))
                            .map(HostName::asciiLabel)
                            .collect(Collectors.joining("."));
            return Optional.of(ascii).filter(HostName::canBeOpened);
        } catch (IllegalArgumentException prohibited) {
            return Optional.empty();
        }
    }

    /** Letter by letter, because the JDK's lower case of a whole name has a special final sigma. */
    private static String mapped(String host) {
        return Normalizer.normalize(host, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String asciiLabel(String label) {
        if (label.chars().allMatch(c -> c < 0x80)) {
            return label;
        }
        if (label.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT)) {
            throw new IllegalArgumentException("invisible");
        }
        var ascii = IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
        // the JDK follows IDNA 2003, which has other letters for these two; browsers don't
        return label.matches(".*[ßς].*") ? "xn--" + Punycode.encode(label) : ascii;
    }

    private static boolean canBeOpened(String host) {
        return IPV6.matcher(host).matches()
                || ASCII.matcher(host).matches()
                        && (!ENDS_IN_NUMBER.matcher(host).matches()
                                || IPV4.matcher(host).matches());
    }
}
