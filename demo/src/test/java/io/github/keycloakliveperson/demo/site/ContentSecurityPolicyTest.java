package io.github.keycloakliveperson.demo.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages' Content-Security-Policy")
class ContentSecurityPolicyTest {

    @Test
    @DisplayName("allows only the site's own files, and no frames around it")
    void own() {
        assertThat(ContentSecurityPolicy.own().header())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    @DisplayName("adds sources, and replaces 'none'")
    void allow() {
        var policy =
                ContentSecurityPolicy.own()
                        .allow("script-src", "http://a", "http://b", "http://a")
                        .allow("frame-ancestors", "http://a")
                        .allow("frame-src", "http://c");

        assertThat(policy.header())
                .contains("script-src 'self' http://a http://b;")
                .contains("frame-ancestors http://a;")
                .endsWith("frame-src http://c");
    }
}
