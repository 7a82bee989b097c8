package io.github.keycloakliveperson;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Caches what was read from mappers' configurations, so that no request parses them again. The
 * configuration itself is the key: a changed one is a new entry, even if another node of the
 * cluster changed it. The least recently used entry makes room.
 */
public final class ConfigCache<V> {

    private static final int MOST_ENTRIES = 1_000;

    private final Function<Map<String, String>, V> reader;
    private final Map<Map<String, String>, V> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Map<String, String>, V> eldest) {
                    return size() > MOST_ENTRIES;
                }
            };

    /** Starts empty; the reader must not keep the map that it gets. */
    public ConfigCache(Function<Map<String, String>, V> reader) {
        this.reader = reader;
    }

    /** What a configuration says as it is now, null for an empty one. */
    public V of(Map<String, String> config) {
        Map<String, String> current = config == null ? Map.of() : config;
        synchronized (known) {
            var value = known.get(current);
            if (value != null) {
                return value;
            }
        }
        var value = reader.apply(current);
        synchronized (known) {
            // a copy: the model's own map may be changed in place
            known.put(new HashMap<>(current), value);
            return value;
        }
    }
}
