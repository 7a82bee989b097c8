package io.github.keycloakliveperson.window.external;

import io.github.keycloakliveperson.Models;
import io.github.keycloakliveperson.window.address.RawQuery;
import io.github.keycloakliveperson.window.address.WindowUri;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import io.github.keycloakliveperson.window.mapper.WindowMapperConfig;
import java.util.List;
import org.keycloak.models.ClientModel;

/** Requests of a window whose client and address are right, decided. */
final class AskingWindow {

    static final String WINDOW = "https://lpcdn.lpsnmedia.net/le_unified_window/index.html";

    private AskingWindow() {}

    static WindowDecision.SignIn signIn(String query, String window) {
        return (WindowDecision.SignIn) decide(query, window, config());
    }

    static WindowDecision decide(String query, String window, WindowMapperConfig config) {
        return decide(query, window, config, client(true, true));
    }

    static WindowDecision decide(
            String query, String window, WindowMapperConfig config, ClientModel client) {
        return new WindowAuthorization(
                        RawQuery.parse(query),
                        WindowUri.parse(window).orElseThrow(),
                        new LivePersonClient(client, config, List.of()))
                .decide();
    }

    static WindowMapperConfig config() {
        return WindowMapperConfig.from(null);
    }

    static ClientModel client(boolean standardFlow, boolean implicitFlow) {
        return Models.model(
                ClientModel.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "getId" -> "uuid";
                            case "getClientScopes" ->
                                    (boolean) arguments[0]
                                            ? java.util.Map.of("profile", "default")
                                            : java.util.Map.of("phone", "optional");
                            case "isStandardFlowEnabled" -> standardFlow;
                            case "isImplicitFlowEnabled" -> implicitFlow;
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
    }
}
