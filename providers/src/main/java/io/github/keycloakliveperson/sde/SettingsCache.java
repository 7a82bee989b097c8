package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.sde.claim.SdeType;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps each mapper's parsed settings as long as its configuration stays equal, so that tokens
 * don't pay for parsing. Bounded: when it is full it begins anew.
 */
final class SettingsCache {

    private final Map<String, Parsed> byMapper = new ConcurrentHashMap<>();
    private final SdeType type;
    private final int capacity;

    /**
     * Begins empty.
     *
     * @param capacity how many mappers are remembered at most
     */
    SettingsCache(SdeType type, int capacity) {
        this.type = type;
        this.capacity = capacity;
    }

    /**
     * Gives the settings of a mapper.
     *
     * @param mapperId Keycloak's id of the mapper, null if it was never saved
     * @param config its configuration as it is now, null for none
     */
    SdeSettings of(String mapperId, Map<String, String> config) {
        Map<String, String> current = config == null ? Map.of() : config;
        if (mapperId == null) {
            return SdeSettings.parse(type, current);
        }
        Parsed known = byMapper.get(mapperId);
        if (known != null && known.config.equals(current)) {
            return known.settings;
        }
        // a copy: the model's own map may be changed in place
        Parsed parsed = new Parsed(new HashMap<>(current), SdeSettings.parse(type, current));
        if (known == null && byMapper.size() >= capacity) {
            byMapper.clear();
        }
        byMapper.put(mapperId, parsed);
        return parsed.settings;
    }

    /** How many mappers are remembered. */
    int size() {
        return byMapper.size();
    }

    private record Parsed(Map<String, String> config, SdeSettings settings) {}
}
