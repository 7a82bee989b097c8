package io.github.keycloakliveperson.demo.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.demo.cloud.EmbeddedWindow.CallBack;
import io.github.keycloakliveperson.demo.cloud.EmbeddedWindow.Identity;
import java.util.Optional;

/** Reads what the page's method called back with (L32) from JSON. */
final class CallBackJson {

    private CallBackJson() {}

    static CallBack read(JsonNode body) {
        var credential = text(body, "ssoKey").or(() -> text(body, "token")).orElse("");
        return new CallBack(
                credential, text(body, "redirect_uri"), text(body, "error"), identity(body));
    }

    private static Optional<Identity> identity(JsonNode body) {
        var identity = body.path("identity");
        return identity.isObject()
                ? Optional.of(
                        new Identity(
                                identity.path("iss").asText(""),
                                identity.path("sub").asText(""),
                                identity.path("acr").asText("")))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode body, String name) {
        return Optional.ofNullable(body.path(name).textValue());
    }
}
