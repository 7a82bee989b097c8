package io.github.keycloakliveperson.sde.claim;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.util.JsonSerialization;

/**
 * An {@code lp_sdes} claim that a mapper of another kind wrote, such as Keycloak's user attribute
 * mapper with JSON type (K19). A single object counts as a list of one; what isn't an object with a
 * {@code type}, repeats a type or lacks the type's data is dropped.
 *
 * @param known the fields of the types that our mappers write too
 * @param otherTypes whole entries of other types
 * @param wellFormed false when something had to be dropped or put right
 */
record ForeignSdes(
        Map<SdeType, Map<String, Object>> known,
        List<Map<String, Object>> otherTypes,
        boolean wellFormed) {

    static final ForeignSdes NONE = new ForeignSdes(Map.of(), List.of(), true);

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** Reads whatever another mapper left in the claim; never throws. */
    static ForeignSdes parse(Object claim) {
        var list = claim instanceof Collection || claim instanceof JsonNode n && n.isArray();
        var wellFormed = list;
        Iterable<?> items = list ? (Iterable<?>) claim : List.of(claim);
        Map<SdeType, Map<String, Object>> known = new EnumMap<>(SdeType.class);
        List<Map<String, Object>> others = new ArrayList<>();
        Set<Object> types = new HashSet<>();
        for (var item : items) {
            var entry = object(item);
            var named = entry.get("type") instanceof String;
            if (!named || !types.add(entry.get("type"))) {
                wellFormed = false;
                continue;
            }
            var type = SdeType.named(entry.get("type"));
            if (type.isEmpty()) {
                others.add(entry);
                continue;
            }
            var fields = object(entry.get(type.get().dataKey()));
            wellFormed &= !fields.isEmpty();
            known.put(type.get(), fields);
        }
        return new ForeignSdes(known, others, wellFormed);
    }

    /** The foreign fields of one of our types, empty for none. */
    Map<String, Object> fieldsOf(SdeType type) {
        return known.getOrDefault(type, Map.of());
    }

    private static Map<String, Object> object(Object item) {
        if (item instanceof JsonNode node && node.isObject()) {
            return JsonSerialization.mapper.convertValue(node, OBJECT);
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        if (item instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }
}
