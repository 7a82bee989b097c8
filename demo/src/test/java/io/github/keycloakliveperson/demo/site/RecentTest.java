package io.github.keycloakliveperson.demo.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The latest entries in memory")
class RecentTest {

    @Test
    @DisplayName("are kept up to the limit, and the oldest are dropped first")
    void limit() {
        var recent = new Recent<String>(2);
        recent.put("a", "1");
        recent.put("b", "2");
        recent.put("c", "3");

        assertThat(recent.newestFirst()).containsExactly("3", "2");
        assertThat(recent.get("a")).isEmpty();
    }

    @Test
    @DisplayName("can be taken once")
    void take() {
        var recent = new Recent<String>(2);
        recent.put("a", "1");

        assertThat(recent.take("a")).contains("1");
        assertThat(recent.take("a")).isEmpty();
    }
}
