package io.github.keycloakliveperson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was read from a configuration is kept")
class ConfigCacheTest {

    private final List<String> read = new ArrayList<>();
    private final ConfigCache<String> cache = new ConfigCache<>(this::read);
    private final Map<String, String> config = new HashMap<>(Map.of("ctype", "tier"));

    @Test
    void while_it_stays_equal() {
        String first = cache.of(config);

        assertThat(cache.of(new HashMap<>(config))).isSameAs(first);
        assertThat(read).hasSize(1);
    }

    @Test
    void until_it_changes_even_in_place() {
        cache.of(config);
        config.put("ctype", "value:gold");

        assertThat(cache.of(config)).isEqualTo("{ctype=value:gold}");
        assertThat(cache.of(Map.of("ctype", "tier"))).isEqualTo("{ctype=tier}");
        assertThat(read).hasSize(2);
    }

    @Test
    void whether_or_not_there_is_one() {
        assertThat(cache.of(null)).isSameAs(cache.of(Map.of())).isEqualTo("{}");
    }

    @Test
    void until_a_thousand_others_were_used_since() {
        cache.of(config);
        for (int i = 0; i < 999; i++) {
            cache.of(Map.of("other", "" + i));
        }
        cache.of(config);
        for (int i = 1_000; i < 1_999; i++) {
            cache.of(Map.of("other", "" + i));
        }
        assertThat(read).filteredOn("{ctype=tier}"::equals).hasSize(1);

        cache.of(config);
        cache.of(Map.of("other", "0"));
        assertThat(read).filteredOn("{ctype=tier}"::equals).hasSize(1);
        assertThat(read).filteredOn("{other=0}"::equals).hasSize(2);

        for (int i = 2_000; i < 3_000; i++) {
            cache.of(Map.of("other", "" + i));
        }
        cache.of(config);
        assertThat(read).filteredOn("{ctype=tier}"::equals).hasSize(2);
    }

    private String read(Map<String, String> given) {
        read.add(given.toString());
        return given.toString();
    }
}
