package io.github.keycloakliveperson.check.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cookie jar")
class CookieJarTest {
    private static final String PAGE = "https://login.brand.example/realms/brand/page";
    private final CookieJar jar = new CookieJar();

    @Test
    @DisplayName("sends a cookie only to its host and path")
    void scope() {
        keep(PAGE, "A=1; Path=/realms/brand/; HttpOnly");

        assertThat(jar.header(PAGE)).isEqualTo("A=1");
        assertThat(jar.header("https://login.brand.example/realms/other/page")).isEmpty();
        assertThat(jar.header("https://evil.example/realms/brand/page")).isEmpty();
    }

    @Test
    @DisplayName("uses the page's directory if a cookie names no path")
    void defaultPath() {
        keep(PAGE, "A=1");

        assertThat(jar.header("https://login.brand.example/realms/brand/x")).isEqualTo("A=1");
        assertThat(jar.header("https://login.brand.example/realms/brandy")).isEmpty();
    }

    @Test
    @DisplayName("replaces a cookie and drops it when it has expired")
    void replaced() {
        keep(PAGE, "A=1; Path=/", "B=x=y; Path=/");
        keep(PAGE, "A=2; Path=/");
        assertThat(jar.header(PAGE)).contains("A=2", "B=x=y").doesNotContain("A=1");

        keep(PAGE, "A=; Path=/; Max-Age=0");
        assertThat(jar.header(PAGE)).isEqualTo("B=x=y");
    }

    @Test
    @DisplayName("K8: drops a cookie above 4,096 bytes, as browsers do")
    void tooLarge() {
        keep(PAGE, "A=" + "x".repeat(4094) + "; Path=/", "B=" + "x".repeat(4095) + "; Path=/");

        assertThat(jar.header(PAGE)).startsWith("A=").doesNotContain("B=");
    }

    @Test
    @DisplayName("doesn't send secure cookies over plain http, except to this machine")
    void secure() {
        keep("http://login.brand.example/", "A=1; Path=/; Secure");
        keep("http://127.0.0.1:8080/", "B=2; Path=/; Secure");

        assertThat(jar.header("http://login.brand.example/")).isEmpty();
        assertThat(jar.header("http://127.0.0.1:8080/")).isEqualTo("B=2");
    }

    private void keep(String address, String... cookies) {
        var headers = HttpHeaders.of(Map.of("Set-Cookie", List.of(cookies)), (name, value) -> true);
        jar.keep(new Reply(address, 200, headers, ""));
    }
}
