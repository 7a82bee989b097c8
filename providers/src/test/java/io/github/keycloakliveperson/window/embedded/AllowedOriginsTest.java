package io.github.keycloakliveperson.window.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.window.address.WebOrigin;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A client's origins")
class AllowedOriginsTest {

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
        @DisplayName("a page of an allowed origin, whatever its path")
        void allowed(String origin, String fetchSite) {
            assertThat(brand.asking(origin, fetchSite, "https://sso.example"))
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
        @DisplayName("but nobody else, and no navigation")
        void others(String origin, String fetchSite) {
            assertThat(brand.asking(origin, fetchSite, "https://sso.example")).isEmpty();
        }

        @Test
        @DisplayName("and a page on Keycloak's origin, if that origin is one of the client's")
        void sameOrigin() {
            assertThat(brand.asking(null, "same-origin", "https://brand.example"))
                    .contains(new WebOrigin("https://brand.example"));
        }
    }
}
