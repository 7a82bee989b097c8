package io.github.keycloakliveperson.it.silence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Texts that occur nowhere else, each with its kind: if one is found, that kind has leaked.
 * Generated ones are lower-case letters and digits, which percent-encoding, JSON and HTML don't
 * change.
 */
final class Canaries {

    /** What is shorter could stand in a log by chance. */
    private static final int SHORTEST = 8;

    private final Map<String, String> kinds = new LinkedHashMap<>();

    /** Makes a text and keeps it. */
    String make(String kind) {
        return keep(kind, "cnry" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** Keeps a text that came from elsewhere. */
    String keep(String kind, String text) {
        if (text.length() < SHORTEST) {
            throw new IllegalArgumentException(kind + " is too short to be looked for: " + text);
        }
        kinds.put(text, kind);
        return text;
    }

    /** Keeps a compact JWS or JWE, part by part: cut in two it would be as bad. */
    String keepToken(String kind, String token) {
        for (String part : token.split("\\.")) {
            if (part.length() >= 40) {
                keep(kind, part);
            }
        }
        return keep(kind, token);
    }

    /** The kinds that are kept. */
    Set<String> kinds() {
        return new TreeSet<>(kinds.values());
    }

    /** The kinds whose texts, plain or in base64, stand in a text. */
    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        kinds.forEach(
                (canary, kind) -> {
                    if (text.contains(canary) || inBase64(canary, text)) {
                        found.add(kind);
                    }
                });
        return found;
    }

    /** Wherever the canary began: what depends on its neighbours is cut off. */
    private static boolean inBase64(String canary, String text) {
        for (int before = 0; before < 3; before++) {
            byte[] bytes = ("x".repeat(before) + canary).getBytes(StandardCharsets.UTF_8);
            String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            String core = encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 2);
            if (text.contains(core) || text.contains(core.replace('-', '+').replace('_', '/'))) {
                return true;
            }
        }
        return false;
    }
}
