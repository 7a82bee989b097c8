package io.github.keycloakliveperson.keycloak.external;

import static io.github.keycloakliveperson.Models.knowing;
import static io.github.keycloakliveperson.Models.model;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;

@DisplayName("What the external window asks of realm and request")
class ExternalWindowContextTest {

    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Sec-Fetch-Dest {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "cross-site, document, false",
                "cross-site, iframe, true",
                "cross-site, empty, true",
                "cross-site, -, false",
                "same-site, iframe, false",
                "same-origin, iframe, false",
                "none, document, false",
                "-, -, false",
            })
    @DisplayName("L22: a window navigates; a frame or a script of another site is refused")
    void framed(String site, String destination, boolean framed) {
        HttpHeaders headers =
                model(
                        HttpHeaders.class,
                        (proxy, method, arguments) ->
                                "Sec-Fetch-Site".equals(arguments[0]) ? site : destination);
        HttpRequest request = knowing(HttpRequest.class, Map.of("getHttpHeaders", headers));
        KeycloakContext context = knowing(KeycloakContext.class, Map.of("getHttpRequest", request));

        KeycloakSession session = knowing(KeycloakSession.class, Map.of("getContext", context));

        assertThat(new ExternalWindowContext(session, null).isFramedByAnotherSite())
                .isEqualTo(framed);
    }
}
