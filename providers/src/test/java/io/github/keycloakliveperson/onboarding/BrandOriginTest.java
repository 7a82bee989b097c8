package io.github.keycloakliveperson.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandOriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.shop.example, https://www.shop.example",
        "https://www.shop.example/, https://www.shop.example",
        "HTTPS://WWW.Shop.Example:443, https://www.shop.example",
        "https://www.shop.example:8443, https://www.shop.example:8443",
        "http://localhost:3000, http://localhost:3000",
        "http://localhost:80/, http://localhost",
        "http://127.0.0.1:5, http://127.0.0.1:5",
        "http://[::1]:5, http://[::1]:5",
    })
    @DisplayName("an origin is kept as browsers write it")
    void read(String given, String origin) {
        assertThat(BrandOrigin.parse(given)).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "+",
                "www.shop.example",
                "http://www.shop.example",
                "http://localhost.shop.example",
                "ftp://localhost",
                "https://*.shop.example",
                "https://www.shop.example/chat",
                "https://www.shop.example?x",
                "https://www.shop.example#x",
                "https://me@www.shop.example",
                "https:///x",
                "https://a b",
                "javascript:alert(1)"
            })
    @DisplayName("anything else is refused with a sentence")
    void refused(String given) {
        assertThatThrownBy(() -> BrandOrigin.parse(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }
}
