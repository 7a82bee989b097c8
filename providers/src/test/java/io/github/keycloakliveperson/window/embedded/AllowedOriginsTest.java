package io.github.keycloakliveperson.window.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A client's origins")
class AllowedOriginsTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.brand.example, https://www.brand.example",
        "https://WWW.Brand.example, https://www.brand.example",
        "https://brand.example:443, https://brand.example",
        "http://brand.example:80, http://brand.example",
        "https://brand.example:80, https://brand.example:80",
        "http://localhost:8081, http://localhost:8081",
        "http://127.0.0.1:8081, http://127.0.0.1:8081",
        "http://[::1]:8081, http://[::1]:8081",
        "https://xn--mller-kva.example, https://xn--mller-kva.example"
    })
    @DisplayName("are read in the form browsers send")
    void full(String setting, String origin) {
        assertThat(WebOrigin.parse(setting)).map(WebOrigin::toString).contains(origin);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "*",
                "+",
                "null",
                "https://*.brand.example",
                "https://*",
                "https://brand.example/",
                "https://brand.example/app",
                "https://brand.example?x",
                "https://brand.example#x",
                "brand.example",
                "//brand.example",
                "ftp://brand.example",
                "file://",
                "data:x",
                "https://",
                "https://-brand.example",
                "https://brand.example.",
                "https://a b",
                "https://user@brand.example",
                "https://brand.example:",
                "https://brand.example:123456",
                "https://brand.example; script-src *",
                "https://brand.example\" onload=\"x",
                "https://brand.example\nx",
                " https://brand.example",
                "https://br\u00e4nd.example"
            })
    @DisplayName("leave out whatever isn't an origin named in full")
    void notFull(String setting) {
        assertThat(WebOrigin.parse(setting)).isEmpty();
    }

    @Test
    @DisplayName("can't be made of anything else either")
    void constructor() {
        assertThatThrownBy(() -> new WebOrigin("*")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("are sorted and without duplicates")
    void sorted() {
        AllowedOrigins origins =
                AllowedOrigins.of(
                        Stream.of(
                                "https://b.example",
                                "+",
                                "https://B.example:443",
                                "https://a.example"));

        assertThat(origins.spaceSeparated()).isEqualTo("https://a.example https://b.example");
        assertThat(origins.frameAncestors()).isEqualTo("https://a.example https://b.example");
    }

    @Nested
    @DisplayName("decide who may read an identity")
    class Reader {

        private final AllowedOrigins brand = AllowedOrigins.of(Stream.of("https://brand.example"));

        @ParameterizedTest
        @CsvSource({
            "https://brand.example, cross-site",
            "https://brand.example, same-site",
            "https://brand.example,",
        })
        @DisplayName("a page of an allowed origin, wherever it lies")
        void allowed(String origin, String fetchSite) {
            assertThat(IdentityReader.of(brand, origin, fetchSite, "https://sso.example"))
                    .map(IdentityReader::origin)
                    .contains(new WebOrigin("https://brand.example"));
        }

        @ParameterizedTest
        @CsvSource({
            "https://evil.example, cross-site",
            "https://brand.example.evil.example, cross-site",
            "http://brand.example, cross-site",
            "https://brand.example:8443, same-site",
            "null, cross-site",
            "https://sso.example, same-origin",
            ", cross-site",
            ", none",
            ", same-origin",
            ","
        })
        @DisplayName("nobody else, and no navigation")
        void others(String origin, String fetchSite) {
            assertThat(IdentityReader.of(brand, origin, fetchSite, "https://sso.example"))
                    .isEmpty();
        }

        @Test
        @DisplayName("a page that shares Keycloak's origin, if that origin is one of the client's")
        void sameOrigin() {
            assertThat(IdentityReader.of(brand, null, "same-origin", "https://brand.example"))
                    .map(IdentityReader::origin)
                    .contains(new WebOrigin("https://brand.example"));
        }
    }
}
