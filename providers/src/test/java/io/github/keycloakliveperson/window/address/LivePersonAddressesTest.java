package io.github.keycloakliveperson.window.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A realm's addresses")
class LivePersonAddressesTest {

    @Test
    @DisplayName("begin with exactly the issuer that Keycloak writes (K37)")
    void issuer() {
        String issuer = "https://login.example/auth/realms/Levi's~1%20%C3%BC";
        LivePersonAddresses addresses = new LivePersonAddresses(issuer);

        assertThat(addresses.authorize()).isEqualTo(issuer + "/liveperson/authorize");
        assertThat(addresses.callback()).isEqualTo(issuer + "/liveperson/callback");
        assertThat(addresses.jwks()).isEqualTo(issuer + "/liveperson/jwks");
        assertThat(addresses.webAuth()).isEqualTo(issuer + "/liveperson/web-auth.js");
        assertThat(addresses.token()).isEqualTo(issuer + "/protocol/openid-connect/token");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "liveperson, liveperson",
                "a b/ü?, a%20b%2F%C3%BC%3F",
                "O'Neil~1, O'Neil~1",
                "a!b(c)d, a!b(c)d",
                "a&b=c+d#e%, a%26b%3Dc%2Bd%23e%25",
                "[a]{b}|c, %5Ba%5D%7Bb%7D%7Cc",
                "😀, %F0%9F%98%80"
            })
    @DisplayName("encode a client id like encodeURIComponent, as the pages' script does")
    void clientId(String clientId, String segment) {
        assertThat(new LivePersonAddresses("https://a/realms/b").silentReturn(clientId))
                .isEqualTo("https://a/realms/b/liveperson/silent-return/" + segment);
    }
}
