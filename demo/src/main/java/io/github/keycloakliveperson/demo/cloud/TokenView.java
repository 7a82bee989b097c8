package io.github.keycloakliveperson.demo.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.token.Verification;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the workspace shows of a token: verdict, envelope, signature, fields, raw claims. */
final class TokenView {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private TokenView() {}

    static Map<String, Object> of(Verification token, List<Finding> findings) {
        Map<String, Object> view = new HashMap<>();
        view.put("accepted", token.accepted());
        token.refusal().ifPresent(r -> view.put("refusal", refusal(r)));
        view.put("groups", FieldGroup.of(token.fields()));
        view.put("fieldCount", token.fields().size());
        var worth = findings.stream().filter(TokenView::isWorthALook).toList();
        view.put("findings", worth.stream().map(TokenView::finding).toList());
        view.put("hasFindings", !worth.isEmpty());
        token.envelope()
                .ifPresent(
                        e ->
                                view.put(
                                        "envelope",
                                        Map.of("alg", e.alg(), "enc", e.enc(), "kid", e.kid())));
        view.put("readable", token.claims().isObject());
        if (token.claims().isObject()) {
            view.put("signatureAlg", token.header().path("alg").asText("none"));
            view.put("signatureKid", token.header().path("kid").asText("none"));
            view.put("subject", token.claims().path("sub").asText(""));
            view.put("issuer", token.claims().path("iss").asText(""));
            view.put("expires", time(token.claims().path("exp")));
            view.put("header", pretty(token.header()));
            view.put("claims", pretty(token.claims()));
        }
        return view;
    }

    private static boolean isWorthALook(Finding finding) {
        return finding.fails() || finding.verdict() == Verdict.WARN;
    }

    private static Map<String, Object> refusal(Finding refusal) {
        return Map.of(
                "number",
                refusal.error().map(error -> String.valueOf(error.number())).orElse("No number"),
                "meaning",
                refusal.error()
                        .map(LivePersonError::meaning)
                        .orElse("refused; no number is published for this"),
                "clause",
                refusal.clause().name(),
                "why",
                refusal.message(),
                "fix",
                refusal.fix());
    }

    private static Map<String, Object> finding(Finding finding) {
        return Map.of(
                "clause", finding.clause().name(),
                "message", finding.message() + " " + finding.advice(),
                "breach", finding.fails());
    }

    private static String time(JsonNode seconds) {
        var latest = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();
        return seconds.isIntegralNumber() && seconds.asLong() < latest
                ? TIME.format(Instant.ofEpochSecond(seconds.asLong()))
                : "";
    }

    private static String pretty(JsonNode json) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
