package io.github.keycloakliveperson.keycloak.external;

import static io.github.keycloakliveperson.Models.knowing;
import static io.github.keycloakliveperson.Models.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.window.external.ControlCharacterEnvelope;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Keycloak's filter for control characters (L25)")
class ControlCharacterStateFilterTest {

    private static final String AUTHORIZE = "https://sso.example/realms/a%20b/liveperson/authorize";

    private final List<URI> sent = new ArrayList<>();

    @Test
    @DisplayName("sees a wrapped state")
    void enveloped() {
        filter(AUTHORIZE + "?client_id=c&state=%1B");

        assertThat(sent)
                .singleElement()
                .extracting(URI::getRawQuery)
                .extracting(ControlCharacterEnvelope::unwrap)
                .isEqualTo("client_id=c&state=%1B");
        assertThat(sent.get(0).toString()).startsWith(AUTHORIZE + "?liveperson_query=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                AUTHORIZE + "?state=plain",
                AUTHORIZE,
                "https://sso.example/realms/a/b/liveperson/authorize?state=%1B",
                "https://sso.example/realms/a/liveperson/callback?state=%1B",
                "https://sso.example/realms/a/protocol/openid-connect/auth?state=%1B",
            })
    @DisplayName("sees every other request unchanged")
    void untouched(String address) {
        filter(address);

        assertThat(sent).isEmpty();
    }

    private void filter(String address) {
        URI uri = URI.create(address);
        UriInfo info =
                knowing(UriInfo.class, Map.of("getPath", uri.getPath(), "getRequestUri", uri));
        new ControlCharacterStateFilter()
                .filter(
                        model(
                                ContainerRequestContext.class,
                                (proxy, method, arguments) -> {
                                    if (method.getName().equals("getUriInfo")) {
                                        return info;
                                    }
                                    sent.add((URI) arguments[0]);
                                    return null;
                                }));
    }
}
