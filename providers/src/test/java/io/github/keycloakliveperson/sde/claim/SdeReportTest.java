package io.github.keycloakliveperson.sde.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.util.JsonSerialization;

@DisplayName("L8: lp_sdes is a list with at most one entry for each type")
class SdeReportTest {

    private static final Precedence CLIENT = new Precedence(false, "z", "9");
    private static final Precedence SCOPE_A = new Precedence(true, "a", "1");
    private static final Precedence SCOPE_B = new Precedence(true, "b", "0");

    private final Map<String, Object> claims = new HashMap<>();
    private final SdeReport report = new SdeReport();

    private String claim() {
        try {
            return JsonSerialization.writeValueAsString(claims.get("lp_sdes"));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private boolean customer(Precedence precedence, Map<String, Object> fields) {
        return report.add(SdeType.CTMRINFO, precedence, fields, claims);
    }

    private boolean personal(Precedence precedence, Map<String, Object> fields) {
        return report.add(SdeType.PERSONAL, precedence, fields, claims);
    }

    @Nested
    class OurMappers {

        private static final String BOTH =
                "[{\"type\":\"ctmrinfo\",\"info\":{\"ctype\":\"vip\"}},"
                        + "{\"type\":\"personal\",\"personal\":{\"firstname\":\"Zoë\"}}]";

        @Test
        void give_one_list_customer_first() {
            customer(CLIENT, Map.of("ctype", "vip"));
            personal(CLIENT, Map.of("firstname", "Zoë"));
            assertThat(claim()).isEqualTo(BOTH);
        }

        @Test
        void give_the_same_list_the_other_way_round() {
            personal(CLIENT, Map.of("firstname", "Zoë"));
            customer(CLIENT, Map.of("ctype", "vip"));
            assertThat(claim()).isEqualTo(BOTH);
        }

        @Test
        void give_no_claim_at_all_without_fields() {
            customer(CLIENT, Map.of());
            personal(CLIENT, Map.of());
            assertThat(claims).isEmpty();
        }

        @Test
        void give_no_entry_for_the_one_without_fields() {
            customer(CLIENT, Map.of());
            personal(CLIENT, Map.of("firstname", "Zoë"));
            assertThat(claim())
                    .isEqualTo("[{\"type\":\"personal\",\"personal\":{\"firstname\":\"Zoë\"}}]");
        }
    }

    @Nested
    @DisplayName("L10: several mappers of one type are merged into one complete object")
    class SameType {

        private final Map<Precedence, Map<String, Object>> mappers =
                Map.of(
                        CLIENT, Map.of("ctype", "client"),
                        SCOPE_A, Map.of("ctype", "a", "role", "a"),
                        SCOPE_B, Map.of("role", "b", "imei", "b"));

        @Test
        void whatever_their_order() {
            List<List<Precedence>> orders =
                    List.of(
                            List.of(CLIENT, SCOPE_A, SCOPE_B),
                            List.of(CLIENT, SCOPE_B, SCOPE_A),
                            List.of(SCOPE_A, CLIENT, SCOPE_B),
                            List.of(SCOPE_A, SCOPE_B, CLIENT),
                            List.of(SCOPE_B, CLIENT, SCOPE_A),
                            List.of(SCOPE_B, SCOPE_A, CLIENT));
            for (List<Precedence> order : orders) {
                Map<String, Object> token = new HashMap<>();
                SdeReport fresh = new SdeReport();
                order.forEach(p -> fresh.add(SdeType.CTMRINFO, p, mappers.get(p), token));

                assertThat(token.get("lp_sdes"))
                        .as("order %s", order)
                        .isEqualTo(
                                List.of(
                                        Map.of(
                                                "type",
                                                "ctmrinfo",
                                                "info",
                                                Map.of(
                                                        "ctype", "client", "role", "a", "imei",
                                                        "b"))));
            }
        }

        @Test
        void the_client_before_its_scopes_then_by_name_then_by_id() {
            List<Precedence> all =
                    new ArrayList<>(
                            List.of(
                                    new Precedence(true, "a", null),
                                    new Precedence(true, "a", "2"),
                                    SCOPE_B,
                                    SCOPE_A,
                                    CLIENT));
            all.sort(null);
            assertThat(all)
                    .containsExactly(
                            CLIENT,
                            SCOPE_A,
                            new Precedence(true, "a", "2"),
                            new Precedence(true, "a", null),
                            SCOPE_B);
        }
    }

    @Nested
    @DisplayName("K19: what another mapper wrote into the claim")
    class Foreign {

        private void written(String json) throws Exception {
            claims.put("lp_sdes", JsonSerialization.readValue(json, JsonNode.class));
        }

        @Test
        void stays_where_it_is_a_proper_list() throws Exception {
            written("[{\"type\":\"personal\",\"personal\":{\"firstname\":\"Jo\"}}]");

            assertThat(customer(CLIENT, Map.of("ctype", "vip"))).isTrue();
            assertThat(claim())
                    .isEqualTo(
                            "[{\"type\":\"ctmrinfo\",\"info\":{\"ctype\":\"vip\"}},"
                                    + "{\"type\":\"personal\",\"personal\":{\"firstname\":\"Jo\"}}]");
        }

        @Test
        void yields_to_our_fields_of_the_same_type_and_adds_its_own() throws Exception {
            written("[{\"type\":\"ctmrinfo\",\"info\":{\"ctype\":\"x\",\"role\":\"y\"}}]");

            assertThat(customer(CLIENT, Map.of("ctype", "vip"))).isTrue();
            assertThat(claim())
                    .isEqualTo(
                            "[{\"type\":\"ctmrinfo\",\"info\":{\"ctype\":\"vip\",\"role\":\"y\"}}]");
        }

        @Test
        void keeps_entries_of_other_types_behind_ours_through_several_mappers() throws Exception {
            written("[{\"type\":\"lead\",\"lead\":{\"topic\":\"t\"}}]");

            customer(CLIENT, Map.of("ctype", "vip"));
            personal(CLIENT, Map.of("firstname", "Zoë"));

            assertThat(claim())
                    .isEqualTo(
                            "[{\"type\":\"ctmrinfo\",\"info\":{\"ctype\":\"vip\"}},"
                                    + "{\"type\":\"personal\",\"personal\":{\"firstname\":\"Zoë\"}},"
                                    + "{\"type\":\"lead\",\"lead\":{\"topic\":\"t\"}}]");
        }

        @Test
        void is_read_from_plain_lists_and_maps_too() {
            claims.put(
                    "lp_sdes",
                    List.of(
                            Map.of("type", "ctmrinfo", "info", Map.of("role", "y")),
                            JsonSerialization.mapper.createObjectNode().put("type", "lead")));

            assertThat(customer(CLIENT, Map.of())).isTrue();
            assertThat(claim())
                    .isEqualTo(
                            "[{\"type\":\"ctmrinfo\",\"info\":{\"role\":\"y\"}},{\"type\":\"lead\"}]");
        }

        @Test
        void becomes_a_list_where_it_is_a_single_object() throws Exception {
            written("{\"type\":\"ctmrinfo\",\"info\":{\"role\":\"y\"}}");

            assertThat(customer(CLIENT, Map.of())).isFalse();
            assertThat(claim()).isEqualTo("[{\"type\":\"ctmrinfo\",\"info\":{\"role\":\"y\"}}]");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"text\"",
                    "5",
                    "true",
                    "{}",
                    "{\"info\":{}}",
                    "[1]",
                    "[null]",
                    "[[]]",
                    "[{\"type\":7}]",
                    "[{\"type\":\"ctmrinfo\"}]",
                    "[{\"type\":\"ctmrinfo\",\"info\":\"x\"}]",
                    "[{\"type\":\"ctmrinfo\",\"info\":{}}]"
                })
        void gives_way_where_it_is_malformed_and_that_is_reported(String json) throws Exception {
            written(json);
            assertThat(customer(CLIENT, Map.of("ctype", "vip"))).isFalse();
            assertThat(claim()).isEqualTo("[{\"type\":\"ctmrinfo\",\"info\":{\"ctype\":\"vip\"}}]");
        }

        @Test
        void is_taken_out_where_nothing_of_it_can_be_kept() throws Exception {
            written("\"text\"");
            assertThat(customer(CLIENT, Map.of())).isFalse();
            assertThat(claims).isEmpty();
        }

        @Test
        void is_taken_out_quietly_where_it_is_an_empty_list() throws Exception {
            written("[]");
            assertThat(customer(CLIENT, Map.of())).isTrue();
            assertThat(claims).isEmpty();
        }

        @Test
        void counts_once_where_it_repeats_a_type() throws Exception {
            written("[{\"type\":\"lead\",\"n\":1},{\"type\":\"lead\",\"n\":2}]");
            assertThat(customer(CLIENT, Map.of())).isFalse();
            assertThat(claim()).isEqualTo("[{\"type\":\"lead\",\"n\":1}]");
        }

        @Test
        void is_not_reported_again_by_the_next_mapper() throws Exception {
            written("\"text\"");
            assertThat(customer(CLIENT, Map.of("ctype", "vip"))).isFalse();
            assertThat(personal(CLIENT, Map.of("firstname", "Zoë"))).isTrue();
        }
    }
}
