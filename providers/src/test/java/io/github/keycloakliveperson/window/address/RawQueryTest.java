package io.github.keycloakliveperson.window.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A query, exactly as it is in the request")
class RawQueryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%7B%22lpUnifiedWindowConfig%22%3A%7B%7D%7D",
                "A%F0%9F%98%80B",
                "%7b%7B",
                "a;b;c",
                "%FF%FE",
                "%00",
                "a+b%20c%2Bd",
                "%2525%25",
                "%0D%0A%09",
                "a=b==c=",
                "(x)!*'~",
                "?/:@",
                ""
            })
    @DisplayName("keeps the characters of a value (L25, L28, K7)")
    void raw(String state) {
        RawQuery query = RawQuery.parse("client_id=c&state=" + state + "&scope=openid");

        assertThat(query.raw("state")).contains(state);
    }

    @Test
    @DisplayName("distinguishes missing, empty and repeated parameters (RFC 6749 3.1)")
    void counts() {
        RawQuery query = RawQuery.parse("&a&b=&c=1&c=2&&%73tate=x&state=y");

        assertThat(query.raw("a")).contains("");
        assertThat(query.raw("b")).contains("");
        assertThat(query.raw("c")).isEmpty();
        assertThat(query.repeats("c")).isTrue();
        assertThat(query.repeats("state")).as("an encoded name is the same name").isTrue();
        assertThat(query.has("c")).isTrue();
        assertThat(query.has("d")).isFalse();
        assertThat(query.raw("d")).isEmpty();
    }

    @Test
    @DisplayName("may be missing")
    void none() {
        assertThat(RawQuery.parse(null).parameters()).isEmpty();
        assertThat(RawQuery.parse("").parameters()).isEmpty();
    }

    @Test
    @DisplayName("decodes values that are read")
    void decodes() {
        RawQuery query = RawQuery.parse("a=%C3%A9+%2B%20x&b=%F0%9F%98%80");

        assertThat(query.value("a")).contains("é + x");
        assertThat(query.value("b")).contains("😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%1", "%zz", "%FF", "%C3", "%ED%A0%80", "é", "%１0", "%+1"})
    @DisplayName("decodes only escaped UTF-8")
    void notDecodable(String value) {
        assertThat(RawQuery.parse("a=" + value).value("a")).isEmpty();
        assertThat(RawQuery.parse("a=" + value).raw("a")).contains(value);
    }
}
