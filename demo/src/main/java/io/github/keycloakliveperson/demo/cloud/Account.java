package io.github.keycloakliveperson.demo.cloud;

import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.token.TokenVerifier;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The brand's account at LivePerson.
 *
 * @param number LivePerson's account number
 * @param keyPair LivePerson's key pair for encrypted tokens
 * @param connectors the connectors the brand has filled in
 * @param bot the connector with which its bot gets access tokens from unknown visitors (L40)
 */
public record Account(
        String number, LivePersonKeyPair keyPair, List<Entry> connectors, Optional<Entry> bot) {

    /** Copies the list. */
    public Account {
        connectors = List.copyOf(connectors);
    }

    /**
     * One connector of the account.
     *
     * @param keycloakId the client's id in Keycloak's admin API, for the setup page
     * @param title what people call it
     * @param connector the form
     * @param encryption whether the brand has LivePerson's key for it
     * @param apiScopes the brand's API as a bot needs it; empty without delegation (L39, L40)
     */
    public record Entry(
            String keycloakId,
            String title,
            Connector connector,
            Encryption encryption,
            Set<String> apiScopes) {

        /** One without delegation. */
        public Entry(String keycloakId, String title, Connector connector, Encryption encryption) {
            this(keycloakId, title, connector, encryption, Set.of());
        }

        /** The same with access to the brand's API. */
        public Entry withApi(String scope) {
            return new Entry(keycloakId, title, connector, encryption, Set.of(scope));
        }
    }

    /**
     * @param number an account's number
     * @return where LivePerson takes the code of a bot's link, below the address of its service
     *     (L40)
     */
    public static String botCallback(String number) {
        return "/callback/" + number + "/redirectCode";
    }

    /** {@return the connectors on the setup pages, the bot's at the end} */
    public List<Entry> all() {
        return Stream.concat(connectors.stream(), bot.stream()).toList();
    }

    /**
     * @param clientId a connector's client id
     * @return the connector
     */
    public Optional<Entry> connector(String clientId) {
        return connectors.stream()
                .filter(e -> e.connector().clientId().equals(clientId))
                .findFirst();
    }

    TokenVerifier verifier(Entry entry, HttpClient http) {
        return TokenVerifier.of(entry.connector(), http, entry.encryption(), List.of(keyPair));
    }
}
