package io.github.keycloakliveperson.window.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.AccessTokenResponse;

@DisplayName("The trimmed token response (L20)")
class MinimalTokenResponseTest {

    @Test
    @DisplayName("keeps the id_token, and replaces the access token with a word")
    void trimmed() {
        AccessTokenResponse response = new AccessTokenResponse();
        response.setIdToken("id");
        response.setToken("access");
        response.setRefreshToken("refresh");
        response.setRefreshExpiresIn(1800);

        AccessTokenResponse trimmed = MinimalTokenResponse.trim(response);

        assertThat(trimmed).isSameAs(response);
        assertThat(trimmed.getIdToken()).isEqualTo("id");
        assertThat(trimmed.getToken()).isEqualTo("NotApplicable");
        assertThat(trimmed.getRefreshToken()).isNull();
        assertThat(trimmed.getRefreshExpiresIn()).isZero();
    }

    @Test
    @DisplayName("adds no access token if there was none, as in the implicit flow")
    void implicit() {
        assertThat(MinimalTokenResponse.trim(new AccessTokenResponse()).getToken()).isNull();
    }
}
