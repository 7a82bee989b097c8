package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.check.report.Clause.L2;
import static io.github.keycloakliveperson.check.report.Clause.L3;
import static io.github.keycloakliveperson.check.report.Clause.L4;
import static io.github.keycloakliveperson.check.report.Clause.L5;
import static io.github.keycloakliveperson.check.report.Clause.L6;
import static io.github.keycloakliveperson.check.report.Clause.L7;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.report.Clause;
import io.github.keycloakliveperson.check.report.Findings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The claims outside {@code lp_sdes} (L2–L7). */
final class ClaimsCheck implements Check {
    private static final List<String> STANDARD =
            List.of(
                    "given_name",
                    "family_name",
                    "email",
                    "gender",
                    "preferred_username",
                    "phone_number");
    private static final Set<String> READ =
            Set.of("iss", "iat", "exp", "sub", "lp_sdes", "aud", "nonce");

    /** A clock that runs an hour off is the provider's trouble; milliseconds are years off. */
    private static final long SKEW_SECONDS = 3600;

    private static final long SHORTEST_SECONDS = 3600;
    private static final long LONGEST_SECONDS = 86_400;

    private final Clock clock;

    ClaimsCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Clause> clauses() {
        return List.of(L2, L3, L4, L5, L6, L7);
    }

    @Override
    public void run(Run run, Findings out) {
        TokenReading reading = run.token();
        if (reading.token().isEmpty()) {
            clauses().forEach(clause -> out.notChecked(clause, "claims", reading.problem()));
            return;
        }
        IdToken token = reading.token().get();
        times(token, out);
        subject(run, token, out);
        issuer(run, token, out);
        standardClaims(token, out);
        otherClaims(token, out);
        lifespan(token, out);
    }

    private void times(IdToken token, Findings out) {
        List<String> wrong = new ArrayList<>();
        if (!token.claim("iss").isTextual()) {
            wrong.add("iss is " + kind(token.claim("iss")));
        }
        for (String name : List.of("iat", "exp")) {
            if (!token.claim(name).isNumber()) {
                wrong.add(name + " is " + kind(token.claim(name)));
            }
        }
        long off = Math.abs(token.claim("iat").asLong() - clock.instant().getEpochSecond());
        if (wrong.isEmpty() && off > SKEW_SECONDS) {
            wrong.add("iat is " + off + " s away from this clock");
        }
        out.judge(
                wrong.isEmpty(),
                L2,
                "iss, iat, exp",
                wrong.isEmpty() ? "a string and two numbers in seconds" : String.join("; ", wrong),
                "iss is a string, iat and exp are JSON numbers, seconds since 1970 (error 1011).");
    }

    private static void subject(Run run, IdToken token, Findings out) {
        String sub = token.claim("sub").asText("");
        String guess = SubjectShape.guessable(sub);
        out.judge(
                guess.isEmpty(),
                L3,
                "sub cannot be guessed",
                guess.isEmpty() ? sub.length() + " characters" : guess,
                "Use a random, lasting id: no e-mail, no phone number, no counter.");
        TokenReading second = run.anotherToken();
        if (second.token().isEmpty()) {
            out.notChecked(L3, "sub is stable", "no second token: " + second.problem());
            return;
        }
        boolean same = sub.equals(second.token().get().claim("sub").asText(""));
        out.judge(
                same,
                L3,
                "sub is stable",
                same ? "the same in two tokens" : "different in two tokens",
                "Give a consumer the same sub in every token.");
    }

    private static void issuer(Run run, IdToken token, Findings out) {
        String iss = token.claim("iss").asText("");
        boolean same = iss.equals(run.target().issuer());
        out.judge(
                same,
                L4,
                "the token's iss",
                same ? "the connector's" : "“" + iss + "”, not “" + run.target().issuer() + "”",
                "Type the token's iss into the connector, to the character.");
    }

    private static void standardClaims(IdToken token, Findings out) {
        List<String> present = STANDARD.stream().filter(name -> token.claims().has(name)).toList();
        List<String> wrong = present.stream().filter(n -> !token.claim(n).isTextual()).toList();
        out.judge(
                wrong.isEmpty(),
                L5,
                "standard claims",
                wrong.isEmpty()
                        ? present.isEmpty() ? "none, all are optional" : String.join(", ", present)
                        : "not strings: " + String.join(", ", wrong),
                "Make them strings (OpenID Connect Core §5.1).");
    }

    private static void otherClaims(IdToken token, Findings out) {
        List<String> others = new ArrayList<>();
        token.claims().fieldNames().forEachRemaining(others::add);
        others.removeIf(name -> READ.contains(name) || STANDARD.contains(name));
        out.notChecked(L6, "other claims", others.size() + ", and LivePerson passes over them");
    }

    private static void lifespan(IdToken token, Findings out) {
        long seconds = token.claim("exp").asLong() - token.claim("iat").asLong();
        if (seconds > LONGEST_SECONDS) {
            out.warn(
                    L7,
                    "exp",
                    seconds + " s after iat",
                    "More than a day is not seen in practice; use 3600 to 86400 s.");
            return;
        }
        out.judge(
                seconds >= SHORTEST_SECONDS,
                L7,
                "exp",
                seconds + " s after iat",
                "LivePerson asks for a new token that often; use 3600 to 86400 s.");
    }

    private static String kind(JsonNode node) {
        return node.isMissingNode() ? "missing" : "of type " + node.getNodeType();
    }
}
