package io.github.keycloakliveperson.demo.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the latest entries in memory and forgets the oldest; safe for several threads.
 *
 * @param <T> what is kept
 */
public final class Recent<T> {

    private final Map<String, T> entries;

    /**
     * @param limit how many are kept
     */
    public Recent(int limit) {
        entries =
                new LinkedHashMap<>() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                        return size() > limit;
                    }
                };
    }

    /**
     * @param id the entry's id
     * @param entry what to keep, in the place of an earlier one
     */
    public synchronized void put(String id, T entry) {
        entries.put(id, entry);
    }

    /**
     * @param id an entry's id
     * @return the entry, if it is still kept
     */
    public synchronized Optional<T> get(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * @param id an entry's id
     * @return the entry, which is forgotten now
     */
    public synchronized Optional<T> take(String id) {
        return Optional.ofNullable(entries.remove(id));
    }

    /** {@return all entries, the newest first} */
    public synchronized List<T> newestFirst() {
        List<T> all = new ArrayList<>(entries.values());
        Collections.reverse(all);
        return all;
    }
}
