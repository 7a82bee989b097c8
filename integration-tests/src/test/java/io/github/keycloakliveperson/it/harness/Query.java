package io.github.keycloakliveperson.it.harness;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Form-encoded parameters, in both directions. */
public final class Query {

    private Query() {}

    /** Encodes parameters in their order. */
    public static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Encodes one value. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * Reads the parameters behind the {@code ?} and the {@code #} of an address; the last of a name
     * wins.
     */
    public static Map<String, String> of(String address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : address.split("[?#&]")) {
            int equals = part.indexOf('=');
            if (equals > 0 && !part.startsWith("http")) {
                parameters.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
