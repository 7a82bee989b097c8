package io.github.keycloakliveperson.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;

@DisplayName("The clock that keys go by")
class ServerClockTest {

    private final ServerClock clock = new ServerClock();

    @AfterEach
    void reset() {
        Time.setOffset(0);
    }

    @Test
    void is_the_one_Keycloak_goes_by() {
        Time.setOffset(86_400);

        assertThat(clock.instant()).isAfter(Instant.now().plusSeconds(86_000));
    }

    @Test
    void knows_one_zone() {
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.withZone(ZoneId.of("Asia/Tokyo"))).isSameAs(clock);
    }
}
