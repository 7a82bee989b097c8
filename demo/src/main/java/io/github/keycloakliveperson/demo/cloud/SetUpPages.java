package io.github.keycloakliveperson.demo.cloud;

import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwksEndpoint;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwtPublicKey;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import io.github.keycloakliveperson.demo.site.Pages;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The account's setup: its connectors, onboarding's checks of them, LivePerson's key. */
final class SetUpPages {

    private final Account account;
    private final ConnectorChecks checks;
    private final Pages pages;

    SetUpPages(Account account, ConnectorChecks checks, Pages pages) {
        this.account = account;
        this.checks = checks;
        this.pages = pages;
    }

    void addTo(Javalin server) {
        server.get("/connectors", this::connectors);
        server.get("/key", this::key);
    }

    private void key(Context context) {
        pages.show(
                context,
                "key",
                Map.of(
                        "keyPage", true,
                        "kid", account.keyPair().kid(),
                        "publicKey", account.keyPair().publicKeyAsHandedOut()));
    }

    private void connectors(Context context) {
        pages.show(
                context,
                "connectors",
                Map.of(
                        "connectorsPage",
                        true,
                        "connectors",
                        account.all().stream().map(this::describe).toList()));
    }

    private Map<String, Object> describe(Account.Entry entry) {
        Map<String, Object> view = new HashMap<>();
        view.put("title", entry.title());
        view.put("clientId", entry.connector().clientId());
        view.put("encrypted", entry.encryption() == Encryption.EXPECTED);
        view.put("rows", rows(entry.connector()));
        var found = checks.of(entry.keycloakId());
        view.put("checks", found);
        view.put("hasChecks", !found.isEmpty());
        view.put(
                "tally",
                Stream.of("pass", "warn", "fail")
                        .map(status -> Map.of("status", status, "count", count(found, status)))
                        .filter(each -> !each.get("count").equals(0L))
                        .toList());
        return view;
    }

    private static long count(List<ConnectorChecks.Check> checks, String status) {
        return checks.stream().filter(check -> check.status().equals(status)).count();
    }

    private static List<Map<String, String>> rows(Connector connector) {
        List<Map<String, String>> rows = new ArrayList<>();
        row(rows, "Authentication type", capital(connector.authenticationType().name()));
        if (!connector.delegates()) { // L40 fills in the rest alone
            row(rows, "PKCE", connector.pkce() ? "On" : "Off");
            row(rows, "Issuer Display Name", connector.issuerDisplayName());
            row(rows, "JWT issuer", connector.jwtIssuer());
            row(rows, "Authentication Endpoint", connector.authenticationEndpoint().toString());
            row(rows, "JS Method Name", connector.jsMethodName());
        }
        connector.tokenEndpoint().ifPresent(t -> row(rows, "Token Endpoint", t.toString()));
        row(rows, "Client ID", connector.clientId());
        connector.clientSecret().ifPresent(s -> row(rows, "Client Secret", "••••••••"));
        if (connector.certificate() instanceof JwksEndpoint endpoint) {
            row(rows, "JWKS Endpoint", endpoint.address().toString());
        } else if (connector.certificate() instanceof JwtPublicKey key) {
            row(rows, "JWT Public Key", key.base64Spki());
        }
        return rows;
    }

    private static void row(List<Map<String, String>> rows, String name, String value) {
        rows.add(Map.of("name", name, "value", value));
    }

    private static String capital(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
