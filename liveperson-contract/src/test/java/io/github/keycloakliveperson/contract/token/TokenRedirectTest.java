package io.github.keycloakliveperson.contract.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The redirect_uri of LivePerson's token call (L21)")
class TokenRedirectTest {

    @ParameterizedTest
    @CsvSource({
        "EMBEDDED,https://shop.example/a,https://shop.example/a",
        "EMBEDDED,,https://liveperson.net",
        "EXTERNAL_RFC,https://window.example/,https://window.example/",
        "EXTERNAL_OPENID,https://window.example/,https://liveperson.net",
        "EXTERNAL_OPENID,,https://liveperson.net",
        "MOBILE,shop://back,shop://back",
        "MOBILE,,https://liveperson.net"
    })
    @DisplayName("is the page's, the window's, the app's or the default")
    void choose(TokenRedirect redirect, String given, String expected) {
        assertThat(redirect.choose(Optional.ofNullable(given))).isEqualTo(expected);
    }

    @Test
    @DisplayName("needs the window's location in the RFC dialect")
    void rfcNeedsOne() {
        assertThatThrownBy(() -> TokenRedirect.EXTERNAL_RFC.choose(Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
