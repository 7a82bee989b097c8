package io.github.keycloakliveperson.window.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An origin")
class WebOriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.brand.example, https://www.brand.example",
        "https://www.brand.example/, https://www.brand.example",
        "' https://www.brand.example\n', https://www.brand.example",
        "HTTPS://WWW.Brand.example:443, https://www.brand.example",
        "https://brand.example:0443, https://brand.example",
        "http://brand.example:80, http://brand.example",
        "https://brand.example:80, https://brand.example:80",
        "https://brand.example:8443, https://brand.example:8443",
        "https://brand.example:65535, https://brand.example:65535",
        "http://localhost:8081, http://localhost:8081",
        "http://127.0.0.1:8081, http://127.0.0.1:8081",
        "https://255.249.199.99, https://255.249.199.99",
        "http://[::1]:8081, http://[::1]:8081",
        "https://[2001:DB8::1], https://[2001:db8::1]",
        "https://xn--mller-kva.example, https://xn--mller-kva.example",
        "https://3com.example, https://3com.example",
        "https://a.3com, https://a.3com",
    })
    @DisplayName("is read in the form that browsers send")
    void form(String given, String origin) {
        assertThat(WebOrigin.parse(given)).map(WebOrigin::toString).contains(origin);
    }

    @ParameterizedTest
    @CsvSource({
        "https://my_shop.example.com, https://my_shop.example.com",
        "http://kc_dev:8080, http://kc_dev:8080",
        "https://login_sso.brand.example, https://login_sso.brand.example",
        "https://_dmarc.brand.example, https://_dmarc.brand.example",
        "http://kc-, http://kc-",
        "https://-brand.example:8443, https://-brand.example:8443",
        "https://a--b.example, https://a--b.example",
    })
    @DisplayName("may have a label that java.net.URI can't read but browsers can (K38)")
    void labels(String given, String origin) {
        assertThat(WebOrigin.parse(given)).map(WebOrigin::toString).contains(origin);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.b\u00fccher.example, https://www.xn--bcher-kva.example",
        "https://WWW.B\u00dcCHER.Example, https://www.xn--bcher-kva.example",
        "https://www.bu\u0308cher.example, https://www.xn--bcher-kva.example",
        "https://login.b\u00fccher.example:8443, https://login.xn--bcher-kva.example:8443",
        "https://\u4f8b\u3048.\u30c6\u30b9\u30c8, https://xn--r8jz45g.xn--zckzah",
        "https://\u4f8b\u3048\u3002\u30c6\u30b9\u30c8, https://xn--r8jz45g.xn--zckzah",
        "https://\uff42\uff52\uff41\uff4e\uff44\uff0eexample, https://brand.example",
        "https://my_b\u00fccher.example, https://xn--my_bcher-95a.example",
        "https://\ud83d\ude00.example, https://xn--e28h.example",
        "https://\u05e9\u05dc\u05d5\u05dd.example, https://xn--9dbne9b.example",
        "https://stra\u00dfe.example, https://xn--strae-oqa.example",
        "https://wei\u00df-gro\u00df.example, https://xn--wei-gro-2vae.example",
        "https://\u03b2\u03cc\u03bb\u03bf\u03c2.example, https://xn--nxasmm1c.example",
        "https://\u0392\u038c\u039b\u039f\u03a3.example, https://xn--nxasmq6b.example",
    })
    @DisplayName(
            "with an international name is stored as xn--, by the rules of browsers " + "(UTS 46)")
    void international(String given, String origin) {
        assertThat(WebOrigin.parse(given)).map(WebOrigin::toString).contains(origin);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "*",
                "+",
                "null",
                "brand.example",
                "//brand.example",
                "ftp://brand.example",
                "file://",
                "data:x",
                "javascript:alert(1)",
                "https://",
                "https:///x",
                "https:brand.example",
                "https://brand.example:",
                "https://brand.example:123456",
                "https://brand.example:65536",
                "https://brand.example:99999999999999999999",
                "https://brand.example:-1",
                "https://brand.example/app",
                "https://brand.example//",
                "https://brand.example?x",
                "https://brand.example#x",
                "https://brand.example\\x",
                "https://user@brand.example",
                "https://user:x@brand.example",
                "https://*.brand.example",
                "https://*",
                "https://brand.example.",
                "https://.brand.example",
                "https://brand..example",
                "https://a b",
                "https://a%20b",
                "https://brand.example; script-src *",
                "https://brand.example;",
                "https://brand.example,https://b.example",
                "https://brand.example\" onload=\"x",
                "https://brand.example'",
                "https://brand.example\nx",
                "https://brand.example\u00a0",
                "https://br\u200band.example",
                "https://br\u00adand.example",
                "https://\u0628\u200c\u0628.example",
                "https://br\ufffdnd.example",
                "https://\ud83d.example",
                "http://kc.1",
                "https://1.2.3",
                "https://1.2.3.256",
                "https://01.2.3.4",
                "https://0x7f",
                "https://[::1",
                "https://[::1]x",
                "https://[x]",
            })
    @DisplayName("is nothing else, and nothing that a browser can't open")
    void notFull(String given) {
        assertThat(WebOrigin.parse(given)).isEmpty();
        if (given != null) {
            assertThatThrownBy(() -> WebOrigin.read(given))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(".");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://*.brand.example, wildcard",
        "https://brand.example/app, more than an origin",
        "https://me@brand.example, more than an origin",
        "www.brand.example, write scheme and host",
        "https://brand.example:70000, port",
        "https://br\u200band.example, no host name",
    })
    @DisplayName("is refused with the reason if it isn't one")
    void reasons(String given, String reason) {
        assertThatThrownBy(() -> WebOrigin.read(given)).hasMessageContainingAll(given, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "https://brand.example, true",
        "http://localhost:3000, true",
        "http://shop.localhost, true",
        "http://127.0.0.1:5, true",
        "http://127.1.2.3, true",
        "http://[::1]:5, true",
        "http://brand.example, false",
        "http://localhost.brand.example, false",
        "http://mylocalhost, false",
        "http://127.0.0.1.example, false",
        "http://kc_dev:8080, false",
    })
    @DisplayName("is secure over https, and on the developer's own machine")
    void secure(String origin, boolean secure) {
        assertThat(new WebOrigin(origin).isSecure()).isEqualTo(secure);
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example/auth, https://login.example",
        "https://login.example:8443/auth/x, https://login.example:8443",
        "http://kc_dev:8080, http://kc_dev:8080",
        "http://kc_dev:8080/, http://kc_dev:8080",
        "https://login.b\u00fccher.example/, https://login.xn--bcher-kva.example",
        "http://kc.1/, ",
        "not an address, ",
    })
    @DisplayName("of an address omits the path")
    void ofAddress(String address, String origin) {
        assertThat(WebOrigin.of(address).map(WebOrigin::value).orElse(null)).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Login.Example:443/auth/Realms/X, https://login.example/auth/Realms/X",
        "https://login.b\u00fccher.example/realms/x, https://login.xn--bcher-kva.example/realms/x",
        "https://login.example/realms/x, https://login.example/realms/x",
        "http://kc.1/realms/x, http://kc.1/realms/x",
        "https://u:p@login.example/x, https://u:p@login.example/x",
        "none, none",
    })
    @DisplayName("is rewritten within an address as browsers write it, and nothing else changes")
    void withinAddress(String given, String address) {
        assertThat(WebOrigin.asBrowsersWrite(given)).isEqualTo(address);
    }

    @Test
    @DisplayName("can't be created from anything else")
    void constructor() {
        assertThatThrownBy(() -> new WebOrigin("*")).isInstanceOf(IllegalArgumentException.class);
    }
}
