package io.github.keycloakliveperson.window.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Percent-encoding")
class PercentEncodingTest {

    @Test
    @DisplayName("keeps what RFC 3986 allows in a query, to the first and the last of each range")
    void allowed() {
        String allowed = "azAZ09-._~!$&'()*+,;=:@/?%";

        assertThat(PercentEncoding.escapeIllegal(allowed)).isEqualTo(allowed);
    }

    @Test
    @DisplayName("escapes the neighbours of each range, and everything beyond ASCII")
    void escaped() {
        assertThat(PercentEncoding.escapeIllegal("`{[^<>\"|\\# "))
                .isEqualTo("%60%7B%5B%5E%3C%3E%22%7C%5C%23%20");
        assertThat(PercentEncoding.escapeIllegal("\u00e9\ud83d\ude00"))
                .isEqualTo("%C3%A9%F0%9F%98%80");
    }

    @Test
    @DisplayName("is read in upper and lower case, to the end of the text")
    void decoded() {
        assertThat(PercentEncoding.decode("%41%7a%7A%00%7f")).contains("Azz\0\u007f");
        assertThat(PercentEncoding.decode("a%20b+c")).contains("a b c");
        assertThat(PercentEncoding.decode("")).contains("");
        assertThat(PercentEncoding.decode("\u007f")).contains("\u007f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "a%4", "%g0", "%0g", "%\uff11\uff11", "%1\uff11", "\u0080"})
    @DisplayName("is only two hexadecimal digits in ASCII")
    void refused(String raw) {
        assertThat(PercentEncoding.decode(raw)).isEmpty();
    }
}
