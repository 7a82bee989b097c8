package io.github.keycloakliveperson.keycloak.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.Models;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;

/** On a server, with the real endpoint behind it: OneRequestIT. */
@DisplayName("Keycloak's own endpoint is asked within the request (K34)")
class StockAuthorizationTest {

    private static final URI ADDRESS = URI.create("https://login.example/realms/r/authorize");

    private final List<HttpRequest> served = new ArrayList<>();
    private final List<String> realmsSet = new ArrayList<>();
    private final HttpRequest received =
            answering(
                    HttpRequest.class,
                    Map.of(
                            "getHttpMethod",
                            "GET",
                            "getUri",
                            answering(
                                    UriInfo.class,
                                    Map.of(
                                            "getQueryParameters",
                                            new MultivaluedHashMap<>(Map.of("kc_idp_hint", "x")),
                                            "getRequestUri",
                                            URI.create(ADDRESS + "?login_hint=a;kc_idp_hint=x"),
                                            "getAbsolutePath",
                                            ADDRESS,
                                            "getPath",
                                            "/realms/r/authorize"))));

    @Test
    @DisplayName("with our parameters as its form and as its query, and none of the window's own")
    void asked() {
        ask();

        HttpRequest asked = served.get(0);
        assertThat(asked.getDecodedFormParameters().getFirst("login_hint")).isEqualTo("a;b");
        assertThat(asked.getUri().getQueryParameters())
                .isEqualTo(asked.getDecodedFormParameters())
                .isEqualTo(asked.getUri().getQueryParameters(true))
                .doesNotContainKey("kc_idp_hint");
        assertThat(asked.getUri().getRequestUri()).isEqualTo(ADDRESS);
        assertThat(asked.getUri().getPath()).isEqualTo("/realms/r/authorize");
        assertThat(asked.getHttpMethod()).isEqualTo("GET");
    }

    @Test
    @DisplayName("and the window's request is restored, whatever happens")
    void restored() {
        ask();

        assertThat(served).hasSize(2).last().isSameAs(received);
        assertThat(realmsSet).as("so that addresses are worked out anew").hasSize(2);
    }

    @Test
    @DisplayName("and its codes are found where this version stores them (K35)")
    void codes() {
        assertThat(StockAuthorization.codeKey("id")).isEqualTo("code:id");
    }

    /** The endpoint itself doesn't work here. */
    private void ask() {
        KeycloakContext context =
                proxy(
                        KeycloakContext.class,
                        (method, arguments) -> {
                            switch (method) {
                                case "setHttpRequest" -> served.add((HttpRequest) arguments[0]);
                                case "setRealm" -> realmsSet.add("set");
                                case "getHttpRequest" -> {
                                    return served.isEmpty()
                                            ? received
                                            : served.get(served.size() - 1);
                                }
                                default -> {
                                    return null;
                                }
                            }
                            return null;
                        });
        KeycloakSession session = answering(KeycloakSession.class, Map.of("getContext", context));
        assertThatThrownBy(
                        () ->
                                new StockAuthorization(session)
                                        .ask(Map.of("login_hint", "a;b"), null))
                .isInstanceOf(NullPointerException.class);
    }

    private interface Answers {

        Object answer(String method, Object[] arguments);
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return proxy(type, (method, arguments) -> answers.get(method));
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return Models.model(
                type, (proxy, method, arguments) -> answers.answer(method.getName(), arguments));
    }
}
