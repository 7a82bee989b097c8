package io.github.keycloakliveperson.window.embedded;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The headers that monitoring scripts add to every call of a page: W3C Trace Context and Baggage,
 * and those of the tools that came before them. Nothing here reads them; a browser asks whether it
 * may send them (Fetch §4.9, the preflight).
 */
public final class TracingHeaders {

    private static final Pattern KNOWN =
            Pattern.compile(
                    "traceparent|tracestate|baggage|sentry-trace|newrelic|b3|x-b3-[a-z]+"
                            + "|x-datadog-[a-z-]+|request-id|request-context|uber-trace-id"
                            + "|elastic-apm-traceparent|x-amzn-trace-id|x-cloud-trace-context"
                            + "|x-instana-[a-z]|x-dynatrace|x-request-id|x-correlation-id");

    private TracingHeaders() {}

    /**
     * The value of {@code Access-Control-Allow-Headers}, in lower case; empty for none.
     *
     * @param requested the value of {@code Access-Control-Request-Headers} or null
     */
    public static String allowed(String requested) {
        return Stream.ofNullable(requested)
                .flatMap(names -> Stream.of(names.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> KNOWN.matcher(name).matches())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
