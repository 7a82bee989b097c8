package io.github.keycloakliveperson.window.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A page may send, of the headers that a browser asks for,")
class TracingHeadersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "traceparent | traceparent",
                "baggage,traceparent,tracestate | baggage, traceparent, tracestate",
                "TraceParent , b3 | traceparent, b3",
                "traceparent,traceparent | traceparent",
                "sentry-trace,newrelic,x-datadog-sampling-priority,x-b3-traceid |"
                        + " sentry-trace, newrelic, x-datadog-sampling-priority, x-b3-traceid",
                "authorization,traceparent | traceparent"
            })
    @DisplayName("those of tracing scripts")
    void known(String requested, String allowed) {
        assertThat(TracingHeaders.allowed(requested)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization",
                "x-forwarded-host",
                "*",
                "",
                ",",
                "traceparent\r\nset-cookie: a=b",
                "x-datadog-",
                "xtraceparent",
                "x-b3-1"
            })
    @DisplayName("no others")
    void unknown(String requested) {
        assertThat(TracingHeaders.allowed(requested)).isEmpty();
    }

    @Test
    @DisplayName("none if it asks for none")
    void none() {
        assertThat(TracingHeaders.allowed(null)).isEmpty();
    }
}
