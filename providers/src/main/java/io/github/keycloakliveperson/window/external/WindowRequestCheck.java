package io.github.keycloakliveperson.window.external;

import io.github.keycloakliveperson.window.address.RawQuery;
import io.github.keycloakliveperson.window.address.WindowUri;
import io.github.keycloakliveperson.window.mapper.LivePersonClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Faults of a window's request, whatever it asks for: too long, repeated, unsupported. */
record WindowRequestCheck(RawQuery query, WindowUri window, LivePersonClient client) {

    private static final List<String> READ =
            Stream.concat(
                            Stream.of("state", "response_type", "response_mode"),
                            StockRequest.PARAMETERS.stream())
                    .toList();

    /** What would change the answer and isn't supported, with its specification's error. */
    private static final SortedMap<String, String> UNSERVED =
            new TreeMap<>(
                    Map.of(
                            "request", "request_not_supported",
                            "request_uri", "request_uri_not_supported",
                            "registration", "registration_not_supported",
                            "resource", "invalid_target",
                            "claims", "invalid_request",
                            "authorization_details", "invalid_request",
                            "dpop_jkt", "invalid_request"));

    /** In characters: Keycloak silently drops a longer one (K5). */
    private static final int LONGEST_VALUE = 4_000;

    Optional<OAuthError> problem(Optional<RawState> state) {
        if (!client.problems().isEmpty()) {
            return Optional.of(OAuthError.of("server_error", String.join(" ", client.problems())));
        }
        return tooLong(state).or(this::unserved).or(this::repeated).or(this::unreadable);
    }

    private Optional<OAuthError> tooLong(Optional<RawState> state) {
        var limit = client.config().maxStateLength();
        return state.map(RawState::length).orElse(0) + window.queryLength() > limit
                ? invalid(
                        ("The parameter state and the query of redirect_uri together have"
                                        + " more than %s characters.")
                                .formatted(limit))
                : Optional.empty();
    }

    private Optional<OAuthError> unserved() {
        return UNSERVED.keySet().stream()
                .filter(query::has)
                .findFirst()
                .map(
                        name ->
                                OAuthError.of(
                                        UNSERVED.get(name),
                                        "The parameter " + name + " is not supported here."));
    }

    private Optional<OAuthError> repeated() {
        return READ.stream()
                .filter(query::repeats)
                .findFirst()
                .flatMap(name -> invalid("The parameter " + name + " is repeated."));
    }

    private Optional<OAuthError> unreadable() {
        for (var name : StockRequest.PARAMETERS) {
            var value = query.value(name);
            if (query.has(name) && value.isEmpty()) {
                return invalid("The parameter " + name + " is not valid UTF-8.");
            }
            if (value.filter(v -> v.length() > LONGEST_VALUE).isPresent()) {
                return invalid(
                        "The parameter %s has more than %s characters."
                                .formatted(name, LONGEST_VALUE));
            }
        }
        return Optional.empty();
    }

    private static Optional<OAuthError> invalid(String description) {
        return Optional.of(OAuthError.of("invalid_request", description));
    }
}
