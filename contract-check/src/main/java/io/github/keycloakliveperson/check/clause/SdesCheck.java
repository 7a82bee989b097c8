package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.check.report.Clause.L10;
import static io.github.keycloakliveperson.check.report.Clause.L8;
import static io.github.keycloakliveperson.check.report.Clause.L9;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.report.Clause;
import io.github.keycloakliveperson.check.report.Findings;
import java.util.ArrayList;
import java.util.List;

/** The brand's data (L8–L10). */
final class SdesCheck implements Check {
    @Override
    public List<Clause> clauses() {
        return List.of(L8, L9, L10);
    }

    @Override
    public void run(Run run, Findings out) {
        TokenReading reading = run.token();
        if (reading.token().isEmpty()) {
            clauses().forEach(clause -> out.notChecked(clause, "lp_sdes", reading.problem()));
            return;
        }
        JsonNode sdes = reading.token().get().claim("lp_sdes");
        if (sdes.isMissingNode()) {
            out.warn(
                    L8,
                    "lp_sdes",
                    "not in the token",
                    "Agents see no brand data of this consumer; put lp_sdes into the id_token.");
            out.notChecked(L9, "fields", "there is no lp_sdes");
            out.notChecked(L10, "whole reports", "there is no lp_sdes");
            return;
        }
        shape(sdes, out);
        if (sdes.isArray()) {
            sdes.forEach(entry -> entry(entry, out));
        } else {
            out.notChecked(L9, "fields", "lp_sdes is not an array");
        }
        again(run, sdes, out);
    }

    private static void shape(JsonNode sdes, Findings out) {
        List<String> wrong = new ArrayList<>();
        if (!sdes.isArray()) {
            wrong.add("it is of type " + sdes.getNodeType());
        }
        for (JsonNode entry : sdes) {
            if (sdes.isArray() && !(entry.isObject() && entry.path("type").isTextual())) {
                wrong.add("an entry is no object with a type");
            }
        }
        out.judge(
                wrong.isEmpty(),
                L8,
                "lp_sdes",
                wrong.isEmpty() ? "an array of " + sdes.size() : String.join("; ", wrong),
                "Make it a JSON array of objects, each with a type (error 1026).");
    }

    private static void entry(JsonNode entry, Findings out) {
        String type = entry.path("type").asText("");
        switch (type) {
            case "ctmrinfo" -> fields(entry, "info", SdeTables.CTMRINFO, out);
            case "personal" -> fields(entry, "personal", SdeTables.PERSONAL, out);
            default ->
                    out.fail(
                            L9,
                            "types",
                            "an entry of type “" + type + "”",
                            "Only ctmrinfo and personal are allowed in an authenticated"
                                    + " conversation.");
        }
    }

    private static void fields(JsonNode entry, String key, FieldType table, Findings out) {
        String type = entry.path("type").asText();
        JsonNode data = entry.path(key);
        List<String> wrong = new ArrayList<>();
        entry.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!name.equals("type") && !name.equals(key)) {
                                wrong.add(name + " stands beside " + key);
                            }
                        });
        if (data.isMissingNode()) {
            wrong.add("there is no " + key);
        } else {
            wrong.addAll(table.complaints(key, data));
        }
        List<String> names = new ArrayList<>();
        data.fieldNames().forEachRemaining(names::add);
        out.judge(
                wrong.isEmpty(),
                L9,
                type,
                wrong.isEmpty()
                        ? names.size() + " fields: " + String.join(", ", names)
                        : String.join("; ", wrong),
                "Use LivePerson's exact field names and JSON types, under " + key + ".");
    }

    private static void again(Run run, JsonNode sdes, Findings out) {
        TokenReading second = run.anotherToken();
        if (second.token().isEmpty()) {
            out.notChecked(L10, "whole reports", "no second token: " + second.problem());
            return;
        }
        boolean same = sdes.equals(second.token().get().claim("lp_sdes"));
        out.judge(
                same,
                L10,
                "whole reports",
                same ? "the same in two tokens" : "different in two tokens of one session",
                "Send everything in every token: LivePerson replaces what it had.");
    }
}
