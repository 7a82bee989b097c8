package io.github.keycloakliveperson.contract.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The mandatory claims (L2–L4) and the token's life (L7). */
final class ClaimsCheck {

    /** Later than this in seconds is the year 5138: somebody sent milliseconds. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private static final long SHORTEST_IN_USE = 3_600;
    private static final long LONGEST_IN_USE = 86_400;
    private static final long CLOCK_SKEW_SECONDS = 60;

    private final String issuer;
    private final Clock clock;

    ClaimsCheck(String issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    List<Finding> check(JsonNode claims) throws RefusedException {
        var iss = text(claims, "iss", "L2");
        var sub = text(claims, "sub", "L3");
        var iat = seconds(claims, "iat");
        var exp = seconds(claims, "exp");
        if (!iss.equals(issuer)) {
            throw new RefusedException(
                    LivePersonError.UNNUMBERED,
                    "L4",
                    "The token's iss is not the connector's JWT issuer, to the character.");
        }
        if (!Instant.ofEpochSecond(exp).isAfter(clock.instant())) {
            throw new RefusedException(
                    LivePersonError.EXPIRED, "L7", "The token's exp lies in the past.");
        }
        List<Finding> findings = new ArrayList<>();
        aboutTimes(iat, exp, findings);
        aboutSubject(sub, findings);
        return findings;
    }

    private static String text(JsonNode claims, String name, String clause)
            throws RefusedException {
        var value = claims.path(name);
        if (value.isTextual() && !value.textValue().isBlank()) {
            return value.textValue();
        }
        throw new RefusedException(
                LivePersonError.CLAIM_MISSING,
                clause,
                "The claim " + name + " is missing, empty or not a string.");
    }

    private static long seconds(JsonNode claims, String name) throws RefusedException {
        var value = claims.path(name);
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        throw new RefusedException(
                LivePersonError.CLAIM_MISSING,
                "L2",
                "The claim " + name + " is missing or not a JSON number of whole seconds.");
    }

    private void aboutTimes(long iat, long exp, List<Finding> findings) {
        if (iat >= MILLISECONDS_FROM || exp >= MILLISECONDS_FROM) {
            findings.add(Finding.breach("L2", "iat or exp is in milliseconds; send seconds."));
            return;
        }
        if (iat > clock.instant().getEpochSecond() + CLOCK_SKEW_SECONDS) {
            findings.add(Finding.breach("L2", "iat lies in the future; set the server's clock."));
        }
        var life = exp - iat;
        if (life < SHORTEST_IN_USE || life > LONGEST_IN_USE) {
            findings.add(
                    Finding.note(
                            "L7",
                            "The token lives for "
                                    + life
                                    + " s; 3600 s to 86400 s are used in practice."));
        }
    }

    private static void aboutSubject(String sub, List<Finding> findings) {
        if (sub.contains("@")) {
            findings.add(
                    Finding.breach("L3", "sub looks like an e-mail address; send an opaque id."));
        } else if (sub.matches("\\+?[0-9][0-9 ()/-]{5,14}")) {
            findings.add(Finding.breach("L3", "sub looks like a phone number; send an opaque id."));
        }
    }
}
