package io.github.keycloakliveperson.contract.sde;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.sde.VerifiedField.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code lp_sdes} (L8–L10). */
public final class SdeReading {

    private static final String CLAIM = "lp_sdes";
    private static final String MEND =
            "Use LivePerson's exact field names and JSON types, under the key of the type.";

    private final Findings out;
    private final List<VerifiedField> fields = new ArrayList<>();

    /**
     * @param out gets what is found
     */
    public SdeReading(Findings out) {
        this.out = out;
    }

    /**
     * @param claims the token's
     * @return what the agent sees, should the token be accepted
     */
    public List<VerifiedField> read(JsonNode claims) {
        var list = claims.path(CLAIM);
        if (list.isMissingNode()) {
            out.warn(
                    Clause.L8,
                    CLAIM,
                    "not in the token",
                    "Agents see no brand data of this consumer; put lp_sdes into the id_token.");
            out.notChecked(Clause.L9, "fields", "there is no lp_sdes");
        } else if (!list.isArray()) {
            out.fail(
                    Clause.L8,
                    CLAIM,
                    LivePersonError.SDES_MALFORMED,
                    "it is of type " + list.getNodeType());
            out.notChecked(Clause.L9, "fields", "lp_sdes is not an array");
        } else {
            entries(list);
        }
        return fields;
    }

    private void entries(JsonNode list) {
        var shapely = true;
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (var entry : list) {
            if (entry.isObject() && entry.path("type").isTextual()) {
                entry(entry.path("type").textValue(), entry);
                if (!seen.add(entry.path("type").textValue())) {
                    twice.add(entry.path("type").textValue());
                }
            } else {
                shapely = false;
            }
        }
        out.judge(
                shapely,
                Clause.L8,
                CLAIM,
                LivePersonError.SDES_MALFORMED,
                shapely ? "an array of " + list.size() : "an entry is no object with a type");
        if (twice.isEmpty()) {
            out.pass(Clause.L10, "one entry of a type", "no type twice");
        } else {
            out.warn(
                    Clause.L10,
                    "one entry of a type",
                    "several of " + String.join(", ", twice),
                    "Send one entry of each type: a report replaces the one before.");
        }
    }

    private void entry(String type, JsonNode entry) {
        switch (type) {
            case "ctmrinfo" ->
                    data(type, entry, new SdeEntry(Source.CTMRINFO, "info"), SdeField.CTMRINFO);
            case "personal" ->
                    data(type, entry, new SdeEntry(Source.PERSONAL, "personal"), SdeField.PERSONAL);
            default ->
                    out.warn(
                            Clause.L9,
                            "types",
                            "an entry of type “" + type + "”",
                            "It is not shown: only ctmrinfo and personal are allowed in an"
                                    + " authenticated conversation.");
        }
    }

    private void data(String type, JsonNode json, SdeEntry entry, Map<String, SdeField> known) {
        entry.read(json, known);
        fields.addAll(entry.fields());
        var amiss =
                String.join(
                        "; ", Stream.concat(entry.wrong().stream(), entry.odd().stream()).toList());
        if (!entry.wrong().isEmpty()) {
            out.add(
                    new Finding(
                            Clause.L9,
                            type,
                            Verdict.FAIL,
                            amiss,
                            MEND,
                            Optional.of(LivePersonError.SDES_MALFORMED)));
        } else if (!entry.odd().isEmpty()) {
            out.warn(Clause.L9, type, amiss, MEND);
        } else {
            var names = entry.fields().stream().map(VerifiedField::path).toList();
            out.pass(Clause.L9, type, names.size() + " fields: " + String.join(", ", names));
        }
    }
}
