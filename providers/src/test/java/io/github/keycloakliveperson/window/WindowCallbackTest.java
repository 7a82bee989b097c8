package io.github.keycloakliveperson.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The callback's address")
class WindowCallbackTest {

    @ParameterizedTest
    @CsvSource({
        "https://login.example/, shop, https://login.example/realms/shop/liveperson/callback",
        "https://login.example, shop, https://login.example/realms/shop/liveperson/callback",
        "http://localhost:1/auth/, s, http://localhost:1/auth/realms/s/liveperson/callback",
        "https://login.example/, a b/ü, "
                + "https://login.example/realms/a%20b%2F%C3%BC/liveperson/callback"
    })
    @DisplayName("is Keycloak's own, with the realm's name as one segment")
    void address(String base, String realm, String address) {
        assertThat(WindowCallback.redirectUri(base, realm)).isEqualTo(address);
    }
}
