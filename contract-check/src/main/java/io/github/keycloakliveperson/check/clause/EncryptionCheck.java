package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.check.report.Clause.L13;
import static io.github.keycloakliveperson.check.report.Clause.L14;
import static io.github.keycloakliveperson.check.report.Clause.L15;
import static io.github.keycloakliveperson.check.report.Clause.L16;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.report.Clause;
import io.github.keycloakliveperson.check.report.Findings;
import io.github.keycloakliveperson.check.target.LivePersonKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The JWE around the signed token (L13–L16). */
final class EncryptionCheck implements Check {
    private static final Set<String> CONTENT =
            Set.of(
                    "A128CBC-HS256",
                    "A192CBC-HS384",
                    "A256CBC-HS512",
                    "A128GCM",
                    "A192GCM",
                    "A256GCM");

    @Override
    public List<Clause> clauses() {
        return List.of(L13, L14, L15, L16);
    }

    @Override
    public void run(Run run, Findings out) {
        Optional<LivePersonKey> key = run.target().livePersonKey();
        TokenReading reading = run.token();
        if (key.isEmpty()) {
            clauses()
                    .forEach(
                            clause ->
                                    out.notChecked(
                                            clause,
                                            "encryption",
                                            "optional, and no --liveperson-key was given"));
            return;
        }
        if (reading.compact().isEmpty()) {
            clauses().forEach(clause -> out.notChecked(clause, "encryption", reading.problem()));
            return;
        }
        clear(reading, out);
        Optional<JsonNode> header = IdToken.encryptionHeader(reading.compact().get());
        if (header.isEmpty()) {
            out.fail(
                    L13,
                    "JWS in JWE",
                    "the token is in the clear",
                    "Encrypt it for LivePerson, with RSA-OAEP-256.");
            out.notChecked(L14, "LivePerson's key", "there is nothing to decrypt");
            out.notChecked(L15, "content encryption", "there is none");
            return;
        }
        header(header.get(), key.get(), out);
        boolean opened = reading.token().isPresent();
        out.judge(
                opened,
                L14,
                "LivePerson's key",
                opened ? "its private half decrypts, and a JWS is inside" : reading.problem(),
                "Encrypt with the public half of the given key (error 1004).");
    }

    private static void clear(TokenReading reading, Findings out) {
        boolean encrypted = reading.compact().orElseThrow().split("\\.", -1).length == 5;
        out.judge(
                encrypted,
                L16,
                "never in the clear",
                encrypted ? "five parts: a JWE" : "a token in the clear",
                "Refuse to answer where the token cannot be encrypted.");
    }

    private static void header(JsonNode header, LivePersonKey key, Findings out) {
        String alg = header.path("alg").asText("missing");
        out.judge(
                alg.equals("RSA-OAEP-256"),
                L13,
                "JWS in JWE",
                alg,
                "Use alg RSA-OAEP-256; LivePerson takes nothing else (error 1004).");
        String kid = header.path("kid").asText("");
        out.judge(
                kid.equals(key.kid()),
                L13,
                "LivePerson's kid",
                kid.isEmpty() ? "missing" : kid.equals(key.kid()) ? "as expected" : "another",
                "Put LivePerson's kid into the JWE's header: it finds its key by that.");
        String enc = header.path("enc").asText("missing");
        out.judge(
                CONTENT.contains(enc),
                L15,
                "content encryption",
                enc,
                "Use A128CBC-HS256 or A256GCM; both have been seen working.");
        String cty = header.path("cty").asText("missing");
        if (cty.equalsIgnoreCase("JWT")) {
            out.pass(L15, "cty", cty);
        } else {
            out.warn(L15, "cty", cty, "RFC 7519 §5.2 asks for cty JWT around a signed token.");
        }
    }
}
