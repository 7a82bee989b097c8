package io.github.keycloakliveperson.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The realm's name in the extension's own redirect URIs (K37)")
class OwnRedirectUrisTest {

    private static final String STOCK = "https://brand.example/realms/Shop T/other";

    @Test
    @DisplayName("becomes what Keycloak writes, and no other address changes")
    void fixed() {
        assertThat(fixed("/realms/Shop T/liveperson/callback", STOCK))
                .containsExactlyInAnyOrder("/realms/Shop%20T/liveperson/callback", STOCK);
    }

    @Test
    @DisplayName("stays unchanged if it is right")
    void untouched() {
        assertThat(fixed("/realms/Shop%20T/liveperson/callback"))
                .containsExactly("/realms/Shop%20T/liveperson/callback");
        assertThat(OwnRedirectUris.fixed(Set.of("/realms/s/liveperson/jwks"), "s", "/realms/s"))
                .containsExactly("/realms/s/liveperson/jwks");
    }

    private static Set<String> fixed(String... uris) {
        return OwnRedirectUris.fixed(Set.of(uris), "Shop T", "/realms/Shop%20T");
    }
}
