package io.github.keycloakliveperson.idtoken;

import static io.github.keycloakliveperson.idtoken.key.TestKeys.FIRST;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.publicKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import io.github.keycloakliveperson.idtoken.key.Validity;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("L14: the date selects the key")
class EncryptionKeysTest {

    private static final EncryptionKey LP2025 = key("lpsso2025", "2025-01-01", "2025-12-31");
    private static final EncryptionKey LP2026 = key("lpsso2026", "2026-01-01", "2026-12-31");
    private static final EncryptionKey LP2027 = key("lpsso2027", "2026-12-01", "2027-12-31");
    private static final EncryptionKey LP2029 = key("lpsso2029", "2029-01-01", "2029-12-31");
    private static final EncryptionKey NEVER = key("never", "2026-12-31", "2026-01-01");
    private static final EncryptionKey BARE =
            new EncryptionKey(publicKey(FIRST), "bare", Validity.ALWAYS);
    private static final EncryptionKey OTHER_BARE =
            new EncryptionKey(publicKey(FIRST), "other", Validity.ALWAYS);

    @Nested
    @DisplayName("selection")
    class Selection {

        static Stream<Arguments> moments() {
            EncryptionKeys years = keys(LP2027, LP2025, LP2026, LP2029);
            return Stream.of(
                    arguments(years, "2025-01-01T00:00:00Z", "lpsso2025"),
                    arguments(years, "2025-12-31T00:00:00Z", "lpsso2025"),
                    arguments(years, "2026-06-01T00:00:00Z", "lpsso2026"),
                    arguments(years, "2026-11-30T23:59:59.999Z", "lpsso2026"),
                    arguments(years, "2026-12-01T00:00:00Z", "lpsso2027"),
                    arguments(years, "2026-12-15T00:00:00Z", "lpsso2027"),
                    arguments(years, "2027-06-01T00:00:00Z", "lpsso2027"),
                    arguments(years, "2029-06-01T00:00:00Z", "lpsso2029"),
                    arguments(keys(BARE, LP2026), "2026-06-01T00:00:00Z", "lpsso2026"),
                    arguments(keys(LP2026, BARE), "2027-06-01T00:00:00Z", "bare"),
                    arguments(keys(BARE, OTHER_BARE), "2026-06-01T00:00:00Z", "bare"),
                    arguments(keys(NEVER, LP2026), "2026-06-01T00:00:00Z", "lpsso2026"));
        }

        @ParameterizedTest(name = "at {1}: {2}")
        @MethodSource("moments")
        void takes_the_valid_key_with_the_latest_start(EncryptionKeys keys, String now, String kid)
                throws EncryptionRefusal {
            assertThat(keys.select(Instant.parse(now)).kid()).isEqualTo(kid);
        }

        static Stream<Arguments> gaps() {
            EncryptionKeys years = keys(LP2025, LP2026, LP2029);
            return Stream.of(
                    arguments(
                            years,
                            "2024-06-01T00:00:00Z",
                            "No key of public.key is valid yet: the first one, with the kid"
                                    + " lpsso2025, starts at 2025-01-01T00:00:00Z."),
                    arguments(
                            years,
                            "2028-06-01T00:00:00Z",
                            "the kid lpsso2029, starts at 2029-01-01T00:00:00Z."),
                    arguments(
                            years,
                            "2026-12-31T00:00:00.001Z",
                            "the kid lpsso2029, starts at 2029-01-01T00:00:00Z."),
                    arguments(
                            years,
                            "2030-01-01T00:00:00Z",
                            "Every key of public.key has expired, the last one, with the kid"
                                    + " lpsso2029, at 2029-12-31T00:00:00Z."),
                    arguments(
                            keys(NEVER, LP2025),
                            "2026-06-01T00:00:00Z",
                            "the kid lpsso2025, at 2025-12-31T00:00:00Z."),
                    arguments(
                            keys(NEVER),
                            "2026-06-01T00:00:00Z",
                            "No key of public.key is valid at any time"),
                    arguments(
                            keys(NEVER),
                            "2025-06-01T00:00:00Z",
                            "No key of public.key is valid at any time"));
        }

        @ParameterizedTest(name = "at {1}: {2}")
        @MethodSource("gaps")
        void refuses_where_no_key_is_valid(EncryptionKeys keys, String now, String message) {
            assertThatThrownBy(() -> keys.select(Instant.parse(now)))
                    .isInstanceOf(EncryptionRefusal.class)
                    .hasMessageContaining(message);
        }
    }

    @Nested
    @DisplayName("saving")
    class Saving {

        @Test
        void waits_for_a_key_whose_time_has_not_come() {
            assertThatNoException().isThrownBy(() -> keys(LP2029).requireUsable(at("2026-06-01")));
        }

        @Test
        void keeps_an_expired_key_beside_a_valid_one() {
            assertThatNoException()
                    .isThrownBy(() -> keys(LP2025, LP2026).requireUsable(at("2026-06-01")));
        }

        @Test
        void refuses_expired_keys_only() {
            assertThatThrownBy(() -> keys(LP2025).requireUsable(at("2026-06-01")))
                    .hasMessageContaining("has expired, the last one, with the kid lpsso2025")
                    .hasMessageContaining("Ask LivePerson for its current key");
        }

        @Test
        void refuses_a_certificate_that_ends_before_it_starts() {
            assertThatThrownBy(() -> keys(NEVER).requireUsable(at("2025-06-01")))
                    .hasMessageContaining("valid at any time");
        }
    }

    @Nested
    @DisplayName("how long the keys are valid")
    class Coverage {

        static Stream<Arguments> ends() {
            EncryptionKey touching =
                    new EncryptionKey(
                            publicKey(FIRST),
                            "touching",
                            new Validity(Instant.parse("2026-12-31T00:00:01Z"), at("2028-01-01")));
            return Stream.of(
                    arguments(keys(LP2026), at("2026-12-31")),
                    arguments(keys(LP2027, LP2025, LP2026), at("2027-12-31")),
                    arguments(keys(LP2029, LP2026), at("2026-12-31")),
                    arguments(keys(touching, LP2026), at("2028-01-01")),
                    arguments(keys(BARE, LP2026), Instant.MAX),
                    arguments(keys(LP2026, NEVER), at("2026-12-31")),
                    arguments(keys(LP2025), at("2026-06-01")),
                    arguments(keys(LP2029), at("2026-06-01")));
        }

        @ParameterizedTest(name = "until {1}")
        @MethodSource("ends")
        void is_counted_to_the_first_gap(EncryptionKeys keys, Instant end) {
            assertThat(keys.coveredUntil(at("2026-06-01"))).isEqualTo(end);
        }
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    private static EncryptionKey key(String kid, String from, String until) {
        return new EncryptionKey(publicKey(FIRST), kid, new Validity(at(from), at(until)));
    }

    private static EncryptionKeys keys(EncryptionKey... keys) {
        return new EncryptionKeys(Arrays.asList(keys));
    }
}
