package io.github.keycloakliveperson.sde.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code lp_sdes} claim of one token while the mappers add to it: always a list (L8), at most
 * one entry for each type, the whole object every time (L10), and the same whatever the order.
 *
 * <p>Several mappers of one type are merged field by field: each field comes from the first mapper
 * in {@link Precedence} that has a value for it. What a mapper that isn't ours has put there comes
 * last, and its entries of other types are kept as they are.
 */
public final class SdeReport {

    public static final String CLAIM = "lp_sdes";

    private final Map<SdeType, TreeMap<Precedence, Map<String, Object>>> parts =
            new EnumMap<>(SdeType.class);
    private List<Map<String, Object>> written;
    private ForeignSdes foreign = ForeignSdes.NONE;

    /**
     * Adds one mapper's fields, maybe none, and writes {@code lp_sdes} among the claims or takes it
     * out; false when another mapper had put something there that could not be kept.
     */
    public boolean add(
            SdeType type,
            Precedence precedence,
            Map<String, Object> fields,
            Map<String, Object> claims) {
        var kept = takeOver(claims.get(CLAIM));
        if (!fields.isEmpty()) {
            parts.computeIfAbsent(type, key -> new TreeMap<>()).put(precedence, fields);
        }
        written = entries();
        if (written.isEmpty()) {
            claims.remove(CLAIM);
        } else {
            claims.put(CLAIM, written);
        }
        return kept;
    }

    private boolean takeOver(Object claim) {
        if (claim == null || claim == written) {
            return true;
        }
        foreign = ForeignSdes.parse(claim);
        return foreign.wellFormed();
    }

    private List<Map<String, Object>> entries() {
        List<Map<String, Object>> entries = new ArrayList<>(4);
        for (var type : SdeType.values()) {
            var fields = merged(type);
            if (!fields.isEmpty()) {
                Map<String, Object> entry = new LinkedHashMap<>(4);
                entry.put("type", type.typeName());
                entry.put(type.dataKey(), fields);
                entries.add(entry);
            }
        }
        entries.addAll(foreign.otherTypes());
        return entries;
    }

    private Map<String, Object> merged(SdeType type) {
        var ours = parts.get(type);
        var theirs = foreign.fieldsOf(type);
        if (ours == null) {
            return theirs;
        }
        if (ours.size() == 1 && theirs.isEmpty()) {
            return ours.firstEntry().getValue();
        }
        Map<String, Object> merged = new LinkedHashMap<>();
        ours.values().forEach(fields -> fields.forEach(merged::putIfAbsent));
        theirs.forEach(merged::putIfAbsent);
        return merged;
    }
}
