package io.github.keycloakliveperson.contract.sde;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.LivePersonError.*;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Findings;
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
    private static final String FIX =
            "Use LivePerson's exact field names and JSON types, under the key of the type.";

    private static final String NOT_SHOWN =
            "Agents don't see it: only ctmrinfo and personal are allowed in an authenticated"
                    + " conversation.";

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
            var fix = "Agents see no data about this consumer. Put lp_sdes into the id_token.";
            out.on(L8, CLAIM, fix).warn("not in the token");
            out.notChecked(L9, "fields", "there is no lp_sdes");
        } else if (!list.isArray()) {
            out.on(L8, CLAIM, SDES_MALFORMED).fail("it is of type " + list.getNodeType());
            out.notChecked(L9, "fields", "lp_sdes is not an array");
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
        out.on(L8, CLAIM, SDES_MALFORMED)
                .judge(
                        shapely,
                        "an array of " + list.size(),
                        "an entry is not an object with a type");
        var fix = "Send one entry of each type: a later report replaces an earlier one.";
        var once = out.on(L10, "one entry per type", fix);
        if (twice.isEmpty()) {
            once.pass("each type once");
        } else {
            once.warn("more than one entry of " + String.join(", ", twice));
        }
    }

    private void entry(String type, JsonNode entry) {
        switch (type) {
            case "ctmrinfo" ->
                    data(type, entry, new SdeEntry(Source.CTMRINFO, "info"), SdeField.CTMRINFO);
            case "personal" ->
                    data(type, entry, new SdeEntry(Source.PERSONAL, "personal"), SdeField.PERSONAL);
            default -> out.on(L9, "types", NOT_SHOWN).warn("an entry of type “" + type + "”");
        }
    }

    private void data(String type, JsonNode json, SdeEntry entry, Map<String, SdeField> known) {
        entry.read(json, known);
        fields.addAll(entry.fields());
        var amiss =
                String.join(
                        "; ", Stream.concat(entry.wrong().stream(), entry.odd().stream()).toList());
        if (!entry.wrong().isEmpty()) {
            out.add(new Finding(L9, type, Verdict.FAIL, amiss, FIX, Optional.of(SDES_MALFORMED)));
        } else if (!entry.odd().isEmpty()) {
            out.on(L9, type, FIX).warn(amiss);
        } else {
            var names = entry.fields().stream().map(VerifiedField::path).toList();
            out.pass(L9, type, "fields: " + String.join(", ", names));
        }
    }
}
