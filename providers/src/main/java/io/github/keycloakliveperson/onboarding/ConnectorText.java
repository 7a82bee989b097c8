package io.github.keycloakliveperson.onboarding;

import io.github.keycloakliveperson.onboarding.check.Check;
import io.github.keycloakliveperson.onboarding.check.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The connector values and what the checks found, to be read and pasted by a person. The console
 * shows them in a proportional font, so nothing stands in columns.
 */
public final class ConnectorText {

    private ConnectorText() {}

    /** Plain text, each line a field: the console shows it in a proportional font. */
    public static String of(Connector connector, List<Check> checks) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put(
                "Authentication type",
                "implicit".equals(connector.authenticationType()) ? "Implicit" : "Code");
        form.put("PKCE", connector.pkce() ? "on" : "off");
        form.put("Issuer Display Name", connector.issuerDisplayName());
        form.put("JWT issuer", connector.jwtIssuer());
        form.put("Authentication Endpoint", connector.authenticationEndpoint());
        form.put("Token Endpoint", connector.tokenEndpoint());
        form.put("Client ID", connector.clientId());
        form.put("Client Secret", connector.clientSecret());
        form.put("IdP certificate type", connector.certificateType());
        form.put("JWKS Endpoint", connector.jwksEndpoint());
        form.put(
                connector.jwksEndpoint().isEmpty() ? "JWT Public Key" : "or JWT Public Key",
                connector.jwtPublicKey());
        form.put("JS Method Name", connector.jsMethodName());
        form.put("JS Context", connector.jsContext());
        var fields =
                form.entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining("\n"));
        return "LivePerson: Consumer Identity Provider\n\n"
                + fields
                + (connector.consumerLink().isEmpty()
                        ? "\n\nOn every page with the chat, before LivePerson's own tag:\n"
                                + connector.scriptTag()
                        : "\n\nThe bot's link for the consumer, with LivePerson's state at its end:\n"
                                + connector.consumerLink())
                + "\n\nChecks: %s of %s pass\n"
                        .formatted(checks.size() - found(checks).count(), checks.size())
                + found(checks)
                        .map(
                                check ->
                                        "\n%s %s: %s\nFix: %s\n"
                                                .formatted(
                                                        check.status(),
                                                        check.id(),
                                                        check.message(),
                                                        check.fix()))
                        .collect(Collectors.joining());
    }

    private static Stream<Check> found(List<Check> checks) {
        return checks.stream().filter(check -> check.status() != Status.PASS);
    }
}
