package io.github.keycloakliveperson.it.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Addresses that resemble the window's but are not; decoded once. */
final class HostileAddresses {

    private static final String HOST = "lpcdn.lpsnmedia.net";
    private static final String PATH = "/le_unified_window/index.html";
    private static final String WINDOW = "https://" + HOST + PATH;

    private HostileAddresses() {}

    static Stream<String> all() {
        return Stream.of(table(), hosts(), paths(), mutations()).flatMap(s -> s).distinct();
    }

    private static Stream<String> table() {
        return Stream.of(
                "",
                "/",
                "//",
                "x",
                "*",
                "null",
                "about:blank",
                "javascript:alert(1)",
                "javascript://" + HOST + PATH + "?%0aalert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "ftp://" + HOST + PATH,
                "ws://" + HOST + PATH,
                "custom://" + HOST + PATH,
                "urn:ietf:wg:oauth:2.0:oob",
                "http://" + HOST + PATH,
                "HTTPS://" + HOST + PATH,
                "https:" + HOST + PATH,
                "https:/" + HOST + PATH,
                "https:///" + HOST + PATH,
                "https:////" + HOST + PATH,
                "//" + HOST + PATH,
                "\\\\" + HOST + PATH,
                "/\\" + HOST + PATH,
                PATH,
                "." + PATH,
                "?" + PATH,
                "#" + WINDOW,
                " " + WINDOW,
                WINDOW + " ",
                "\t" + WINDOW,
                WINDOW + "\n",
                "\u00a0" + WINDOW,
                WINDOW + "#",
                WINDOW + "#code=1",
                WINDOW + "?a=1#b",
                WINDOW + "?#",
                WINDOW + "\u0000",
                WINDOW + "?\u0000",
                WINDOW + "?a=\r\nSet-Cookie:%20a=b",
                WINDOW + "\r\nLocation: https://evil.example/",
                WINDOW + "%0d%0aLocation:%20https://evil.example/",
                WINDOW + "/",
                WINDOW + "/x",
                WINDOW + "//",
                WINDOW + ";x",
                WINDOW + "%3F",
                WINDOW + "%23",
                WINDOW + "%00",
                WINDOW + "*",
                WINDOW + "\\",
                WINDOW.toUpperCase(java.util.Locale.ROOT),
                WINDOW + "," + WINDOW,
                WINDOW + " https://evil.example/",
                "https://" + HOST + "?" + PATH,
                "https://" + HOST + "?@evil.example/",
                "https://" + HOST,
                "https://" + HOST + "/",
                "https://" + HOST + "/le_unified_window",
                "https://" + HOST + "/le_unified_window/",
                "https://" + HOST + "/le_unified_window/index.htm",
                "https://" + HOST + "/LE_unified_window/index.html");
    }

    private static Stream<String> hosts() {
        return Stream.of(
                        "evil.example",
                        "evil.example:443",
                        HOST + ":444",
                        HOST + ":443",
                        HOST + ":",
                        HOST + ":80",
                        HOST + ":0443",
                        HOST + ".",
                        HOST + ".evil.example",
                        "evil." + HOST,
                        "evil" + HOST,
                        HOST.replace(".", "-"),
                        HOST.replace('.', '\u3002'),
                        HOST.replace("l", "\u217c"),
                        HOST + "%2eevil.example",
                        HOST + "%00.evil.example",
                        HOST + "%0d%0a.evil.example",
                        HOST + "%2f.evil.example",
                        HOST + "%5c.evil.example",
                        HOST + "%40evil.example",
                        HOST + "@evil.example",
                        HOST + ":x@evil.example",
                        "evil.example@" + HOST,
                        ":@" + HOST,
                        "@" + HOST,
                        "a:b@" + HOST,
                        HOST + "\\@evil.example",
                        HOST + "\\.evil.example",
                        HOST + "#@evil.example",
                        HOST + "?@evil.example",
                        HOST + "/@evil.example",
                        "evil.example\\" + HOST,
                        "evil.example#" + HOST,
                        "evil.example?" + HOST,
                        "evil.example/" + HOST,
                        "evil.example;" + HOST,
                        "evil.example," + HOST,
                        "evil.example " + HOST,
                        "evil.example&" + HOST,
                        HOST + "&@evil.example",
                        HOST + " ",
                        HOST + "\t",
                        "[" + HOST + "]",
                        "[::1]",
                        "127.0.0.1",
                        "localhost",
                        "0x7f000001",
                        "2130706433",
                        "",
                        ".",
                        "..",
                        "*")
                .map(host -> "https://" + host + PATH);
    }

    private static Stream<String> paths() {
        List<String> dots =
                List.of(
                        "..",
                        ".",
                        "%2e%2e",
                        "%2E.",
                        ".%2e",
                        "%252e%252e",
                        "..;",
                        "..%3b",
                        "..%00",
                        "..%09",
                        ".%0d.",
                        "%25252e.");
        List<String> slashes = List.of("/", "%2f", "%5c", "\\");
        return dots.stream()
                .flatMap(
                        dot ->
                                slashes.stream()
                                        .flatMap(
                                                slash ->
                                                        Stream.of(
                                                                "https://"
                                                                        + HOST
                                                                        + "/le_unified_window/"
                                                                        + dot
                                                                        + slash
                                                                        + "evil",
                                                                "https://"
                                                                        + HOST
                                                                        + "/le_unified_window"
                                                                        + slash
                                                                        + dot
                                                                        + "/index.html")));
    }

    /** The window's address with one or two characters changed, added or taken away. */
    private static Stream<String> mutations() {
        Random random = new Random(4);
        String characters = "aZ0./\\:@#%;,&=+-_~!*'()[]{}<>|^` \u00e9\u0000\n";
        List<String> mutations = new ArrayList<>();
        while (mutations.size() < 200) {
            StringBuilder address = new StringBuilder(WINDOW);
            IntStream.rangeClosed(0, random.nextInt(2))
                    .forEach(
                            i -> {
                                int at = random.nextInt(address.length());
                                char c = characters.charAt(random.nextInt(characters.length()));
                                switch (random.nextInt(3)) {
                                    case 0 -> address.insert(at, c);
                                    case 1 -> address.setCharAt(at, c);
                                    default -> address.deleteCharAt(at);
                                }
                            });
            if (!address.toString().equals(WINDOW)) {
                mutations.add(address.toString());
            }
        }
        return mutations.stream();
    }
}
