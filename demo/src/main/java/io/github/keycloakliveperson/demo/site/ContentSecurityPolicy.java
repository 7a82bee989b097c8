package io.github.keycloakliveperson.demo.site;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Content-Security-Policy without inline scripts or styles: only what is named is allowed.
 *
 * @param directives directive to sources
 */
public record ContentSecurityPolicy(Map<String, String> directives) {

    /** Copies the map, in its order. */
    public ContentSecurityPolicy {
        directives = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(directives));
    }

    /** {@return a policy that allows the site's own files, and nobody to frame it} */
    public static ContentSecurityPolicy own() {
        Map<String, String> directives = new LinkedHashMap<>();
        directives.put("default-src", "'none'");
        for (var own : new String[] {"script-src", "style-src", "connect-src", "form-action"}) {
            directives.put(own, "'self'");
        }
        directives.put("img-src", "'self' data:");
        directives.put("base-uri", "'none'");
        directives.put("frame-ancestors", "'none'");
        return new ContentSecurityPolicy(directives);
    }

    /**
     * @param directive such as {@code script-src}
     * @param origins allowed beside what is allowed already
     * @return a wider policy
     */
    public ContentSecurityPolicy allow(String directive, String... origins) {
        Map<String, String> wider = new LinkedHashMap<>(directives);
        var more = Arrays.stream(origins).distinct().collect(Collectors.joining(" "));
        wider.merge(
                directive, more, (had, added) -> "'none'".equals(had) ? added : had + " " + added);
        return new ContentSecurityPolicy(wider);
    }

    /** {@return the header's value} */
    public String header() {
        return directives.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining("; "));
    }
}
