package io.github.keycloakliveperson.demo.brand;

import io.github.keycloakliveperson.contract.connector.Connector.AuthenticationType;
import io.github.keycloakliveperson.demo.cloud.Account;
import java.util.Map;

/** Which connector the brand's pages use, and which others there are to try. */
final class ChatChoices {

    private ChatChoices() {}

    static Map<String, Object> of(Account account, String chosen) {
        var entry =
                account.connector(chosen == null ? "" : chosen)
                        .orElseGet(() -> account.connectors().get(0));
        var connector = entry.connector();
        var others =
                account.connectors().stream()
                        .map(
                                e ->
                                        Map.of(
                                                "clientId", e.connector().clientId(),
                                                "title", e.title(),
                                                "chosen", e.equals(entry)))
                        .toList();
        return Map.of(
                "clientId",
                connector.clientId(),
                "flow",
                connector.authenticationType() == AuthenticationType.CODE ? "code" : "implicit",
                "method",
                connector.jsMethodName(),
                "openidToo",
                !connector.pkce(),
                "connectors",
                others);
    }
}
