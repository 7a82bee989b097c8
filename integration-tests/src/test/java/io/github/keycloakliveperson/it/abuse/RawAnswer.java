package io.github.keycloakliveperson.it.abuse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer as it came over the wire.
 *
 * @param status 0 when the server said nothing and hung up
 * @param headers line by line
 */
record RawAnswer(int status, List<String> headers, String body) {

    static RawAnswer of(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new RawAnswer(0, List.of(), text);
        }
        List<String> lines = Stream.of(text.substring(0, end).split("\r\n")).toList();
        return new RawAnswer(
                Integer.parseInt(lines.get(0).split(" ")[1]),
                lines.subList(1, lines.size()),
                text.substring(end + 4));
    }

    /** Whether it is a refusal that has come whole. */
    boolean isWholeRefusal() {
        return status >= 400
                && (header("Content-Length")
                                .filter(all -> body.length() >= Integer.parseInt(all))
                                .isPresent()
                        || header("Transfer-Encoding").isPresent()
                                && body.endsWith("\r\n0\r\n\r\n"));
    }

    /** The only value of a header; empty when it isn't there. */
    Optional<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        List<String> values =
                headers.stream()
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                        .map(line -> line.substring(prefix.length()).strip())
                        .toList();
        if (values.size() > 1) {
            throw new IllegalStateException(name + " is there more than once: " + values);
        }
        return values.stream().findFirst();
    }
}
