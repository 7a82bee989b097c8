package io.github.keycloakliveperson.sde;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.sde.claim.SdeType;
import io.github.keycloakliveperson.sde.source.Source;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Parsed settings are kept")
class SettingsCacheTest {

    private final SettingsCache cache = new SettingsCache(SdeType.CTMRINFO, 2);
    private final Map<String, String> config = new HashMap<>(Map.of("ctype", "tier"));

    @Test
    void while_the_configuration_stays_equal() {
        SdeSettings first = cache.of("1", config);

        assertThat(cache.of("1", new HashMap<>(config))).isSameAs(first);
    }

    @Test
    void until_it_changes_even_in_place() {
        cache.of("1", config);
        config.put("ctype", "value:gold");

        assertThat(cache.of("1", config).sources())
                .containsEntry(SdeField.CTYPE, new Source.Constant("gold"));
    }

    @Test
    void for_each_mapper_by_itself() {
        cache.of("1", config);

        assertThat(cache.of("2", Map.of()).sources()).isEmpty();
        assertThat(cache.of("1", config).sources()).hasSize(1);
    }

    @Test
    void for_no_more_mappers_than_allowed() {
        for (int i = 0; i < 100; i++) {
            cache.of("mapper-" + i, config);
            assertThat(cache.size()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void but_not_for_a_mapper_without_an_id() {
        assertThat(cache.of(null, config).sources()).hasSize(1);
        assertThat(cache.of(null, null).sources()).isEmpty();
        assertThat(cache.size()).isZero();
    }
}
