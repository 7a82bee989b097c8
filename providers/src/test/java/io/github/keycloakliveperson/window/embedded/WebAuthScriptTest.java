package io.github.keycloakliveperson.window.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("web-auth.js as it is served")
class WebAuthScriptTest {

    @Test
    @DisplayName("has the integrity value that browsers compute")
    void integrity() throws Exception {
        byte[] served = WebAuthScript.text().getBytes(StandardCharsets.UTF_8);

        assertThat(WebAuthScript.integrity())
                .isEqualTo(
                        "sha384-"
                                + Base64.getEncoder()
                                        .encodeToString(
                                                MessageDigest.getInstance("SHA-384")
                                                        .digest(served)));
    }

    @Test
    @DisplayName("has a different address for each content")
    void version() {
        assertThat(WebAuthScript.versionedName())
                .isEqualTo("web-auth-" + WebAuthScript.version() + ".js")
                .matches("web-auth-[0-9a-f]{12}\\.js");
        assertThat(new Resource("a").version())
                .isEqualTo("ca978112ca1b")
                .isNotEqualTo(new Resource("b").version());
    }

    @Test
    @DisplayName("reports a file that the build forgot")
    void missing() {
        assertThatThrownBy(() -> Resource.named("missing.js"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("missing.js is not in the JAR");
    }
}
