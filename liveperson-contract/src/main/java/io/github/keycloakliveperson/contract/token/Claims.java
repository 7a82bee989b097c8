package io.github.keycloakliveperson.contract.token;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.LivePersonError.*;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.Findings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The claims outside {@code lp_sdes} (L2–L7). */
final class Claims {

    private static final Set<String> READ =
            Set.of("iss", "iat", "exp", "sub", "lp_sdes", "aud", "nonce");

    /** Later than this in seconds is the year 5138: somebody sent milliseconds. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private static final long SHORTEST_IN_USE = 3_600;
    private static final long LONGEST_IN_USE = 86_400;
    private static final long CLOCK_SKEW = 60;
    private static final long WORST_CLOCK_SKEW = 300;
    private static final String MANDATORY = "iss, iat, exp";

    private final String issuer;
    private final Clock clock;
    private final Findings out;

    /** The clock is LivePerson's. */
    Claims(String issuer, Clock clock, Findings out) {
        this.issuer = issuer;
        this.clock = clock;
        this.out = out;
    }

    void judge(JsonNode claims) {
        types(claims);
        Subject.judge(claims.path("sub").isTextual() ? claims.path("sub").textValue() : "", out);
        issuer(claims.path("iss").asText(""));
        others(claims);
        times(claims);
    }

    private void types(JsonNode claims) {
        List<String> wrong = new ArrayList<>();
        if (claims.path("iss").asText("").isBlank() || !claims.path("iss").isTextual()) {
            wrong.add("iss is " + kind(claims.path("iss")));
        }
        for (var name : List.of("iat", "exp")) {
            var value = claims.path(name);
            if (!value.isNumber()) {
                wrong.add(name + " is " + kind(value));
            } else if (Math.abs(value.doubleValue()) >= MILLISECONDS_FROM) {
                wrong.add(name + " is in milliseconds, or not a time");
            }
        }
        var whole = claims.path("iat").isIntegralNumber() && claims.path("exp").isIntegralNumber();
        if (!wrong.isEmpty()) {
            out.on(L2, MANDATORY, CLAIM_MISSING).fail(String.join("; ", wrong));
        } else if (!whole) {
            var fix =
                    "Nobody outside LivePerson knows whether it accepts fractions of a second. Send none.";
            out.on(L2, MANDATORY, fix).warn("iat or exp is not a whole number");
        } else {
            out.pass(L2, MANDATORY, "a string and two numbers in seconds");
        }
    }

    private void issuer(String iss) {
        var fix = "Enter the token's iss into the connector, character for character.";
        out.on(L4, "the token's iss", fix)
                .judge(
                        iss.equals(issuer),
                        "the connector's",
                        "“" + iss + "”, not “" + issuer + "”");
    }

    private void others(JsonNode claims) {
        List<String> others = new ArrayList<>();
        claims.fieldNames().forEachRemaining(others::add);
        others.removeIf(name -> READ.contains(name) || StandardClaims.SHOWN.contains(name));
        out.notChecked(L6, "other claims", others.size() + ", which LivePerson ignores");
    }

    private void times(JsonNode claims) {
        if (!isTime(claims.path("iat")) || !isTime(claims.path("exp"))) {
            out.notChecked(L7, "exp", "iat or exp is not a time");
            return;
        }
        var now = clock.instant().getEpochSecond();
        var iat = claims.path("iat").longValue();
        var exp = claims.path("exp").longValue();
        issued(iat - now);
        var life = (exp - iat) + " s after iat";
        var fix = "LivePerson asks for a new token at this interval. Use 3600 to 86400 s.";
        if (exp <= now) {
            out.on(L7, "exp", EXPIRED).fail((now - exp) + " s in the past");
        } else if (exp - iat < SHORTEST_IN_USE || exp - iat > LONGEST_IN_USE) {
            out.on(L7, "exp", fix).warn(life);
        } else {
            out.pass(L7, "exp", life);
        }
    }

    private static boolean isTime(JsonNode value) {
        return value.isNumber() && Math.abs(value.doubleValue()) < MILLISECONDS_FROM;
    }

    private void issued(long ahead) {
        var clockIsRight = out.on(L2, "iat", "Set the provider's clock.");
        if (ahead > WORST_CLOCK_SKEW) {
            clockIsRight.fail(ahead + " s in the future");
        } else if (ahead > CLOCK_SKEW) {
            clockIsRight.warn(ahead + " s in the future");
        } else {
            clockIsRight.pass("not in the future");
        }
    }

    private static String kind(JsonNode node) {
        return node.isMissingNode() ? "missing" : "of type " + node.getNodeType();
    }
}
