package io.github.keycloakliveperson.sde;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.sde.claim.SdeType;
import io.github.keycloakliveperson.sde.source.ConsumerValues;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.util.JsonSerialization;

@DisplayName("A consumer's fields")
class SdeDataTest {

    private static final LocalDate TODAY = LocalDate.of(2014, 10, 15);

    private final Map<SdeField, String> problems = new LinkedHashMap<>();

    private Map<String, Object> fields(
            SdeType type, Map<String, String> config, ConsumerValues consumer) {
        return new SdeData(SdeSettings.parse(type, config), consumer, TODAY, problems::put)
                .fields();
    }

    /** Every field from the attribute of its own name. */
    private static Map<String, String> everything(SdeType type) {
        Map<String, String> config = new HashMap<>();
        SdeField.of(type).forEach(field -> config.put(field.setting(), field.setting()));
        return config;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000})
    @DisplayName("take the first value of an attribute, however many it has")
    void many_values(int entries) {
        String[] tiers =
                IntStream.range(0, entries).mapToObj(i -> "tier" + i).toArray(String[]::new);
        Consumer consumer = new Consumer().with("ctype", tiers);

        Map<String, Object> fields = fields(SdeType.CTMRINFO, Map.of("ctype", "ctype"), consumer);

        assertThat(fields).isEqualTo(entries == 0 ? Map.of() : Map.of("ctype", "tier0"));
        assertThat(problems.containsKey(SdeField.CTYPE)).isEqualTo(entries > 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\ufeff \u2060"})
    @DisplayName("silently leave out values that have no visible character")
    void nothing_to_see(String text) {
        Consumer nameless = new Consumer().with("firstname", text).with("gender", text);

        assertThat(fields(SdeType.PERSONAL, everything(SdeType.PERSONAL), nameless)).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("L9: all of ctmrinfo")
    void full_customer() throws Exception {
        Consumer consumer =
                new Consumer()
                        .with("cstatus", "cancelled")
                        .with("ctype", "vip")
                        .with("customerId", "138766AC")
                        .with("balance", "-400.99")
                        .with("currency", "USD")
                        .with("socialId", "11256324780")
                        .with("imei", "3543546543545688")
                        .with("userName", "user000")
                        .with("companySize", "500")
                        .with("companyBranch", "Zürich")
                        .with("accountName", "bank corp")
                        .with("role", "broker")
                        .with("loginStatus", "1")
                        .with("lastPaymentDate", "2014-10-15")
                        .with("registrationDate", "1413331200000");

        assertThat(json(fields(SdeType.CTMRINFO, everything(SdeType.CTMRINFO), consumer)))
                .isEqualTo(
                        "{\"cstatus\":\"cancelled\",\"ctype\":\"vip\",\"customerId\":\"138766AC\","
                                + "\"balance\":-400.99,\"currency\":\"USD\","
                                + "\"socialId\":\"11256324780\",\"imei\":\"3543546543545688\","
                                + "\"userName\":\"user000\",\"companySize\":500,"
                                + "\"companyBranch\":\"Zürich\",\"accountName\":\"bank corp\","
                                + "\"role\":\"broker\",\"loginStatus\":1,"
                                + "\"lastPaymentDate\":{\"day\":15,\"month\":10,\"year\":2014},"
                                + "\"registrationDate\":{\"day\":15,\"month\":10,\"year\":2014}}");
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("L9: all of personal")
    void full_person() throws Exception {
        Consumer consumer =
                new Consumer()
                        .with("firstname", "Zoë 😀")
                        .with("lastname", "Doe")
                        .with("birthdate", "1980-04-15")
                        .with("email", "a@example.com", "b@example.com")
                        .with("phone", "+1 10-347-123", "+1 10-347-124")
                        .with("phoneType", "home", "work")
                        .with("country", "US")
                        .with("region", "NY")
                        .with("gender", "f")
                        .with("company", "Company")
                        .with("language", "en_US");

        assertThat(json(fields(SdeType.PERSONAL, everything(SdeType.PERSONAL), consumer)))
                .isEqualTo(
                        "{\"firstname\":\"Zoë 😀\",\"lastname\":\"Doe\","
                                + "\"age\":{\"age\":34,\"year\":1980,\"month\":4,\"day\":15},"
                                + "\"contacts\":[{\"email\":\"a@example.com\","
                                + "\"phone\":\"+1 10-347-123\",\"phoneType\":\"HOME\","
                                + "\"address\":{\"country\":\"US\",\"region\":\"NY\"}},"
                                + "{\"email\":\"b@example.com\",\"phone\":\"+1 10-347-124\","
                                + "\"phoneType\":\"WORK\","
                                + "\"address\":{\"country\":\"US\",\"region\":\"NY\"}}],"
                                + "\"gender\":\"FEMALE\",\"company\":\"Company\","
                                + "\"language\":\"en-US\"}");
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SdeType.class)
    void are_none_for_an_empty_consumer(SdeType type) {
        assertThat(fields(type, everything(type), new Consumer())).isEmpty();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u2003"})
    void are_left_out_without_a_word_where_the_value_is_empty_or_blank(String blank) {
        for (SdeType type : SdeType.values()) {
            Consumer consumer = new Consumer();
            SdeField.of(type).forEach(field -> consumer.with(field.setting(), blank));

            assertThat(fields(type, everything(type), consumer)).isEmpty();
        }
        assertThat(problems).isEmpty();
    }

    @Nested
    @DisplayName("K40: of the consumer's organization")
    class OfTheOrganization {

        private final Map<String, String> config =
                Map.of(
                        "cstatus", "organization:.alias",
                        "ctype", "organization:tier",
                        "companySize", "organization:size",
                        "role", "role");

        @Test
        void are_converted_like_others() {
            Consumer consumer =
                    new Consumer()
                            .withOrganization(".alias", "acme")
                            .withOrganization("tier", "gold", "silver")
                            .withOrganization("size", "many");

            assertThat(fields(SdeType.CTMRINFO, config, consumer))
                    .isEqualTo(Map.of("cstatus", "acme", "ctype", "gold"));
            assertThat(problems)
                    .containsOnlyKeys(SdeField.CTYPE, SdeField.COMPANY_SIZE)
                    .containsEntry(
                            SdeField.CTYPE,
                            "the organization attribute \"tier\" has several values, only the"
                                    + " first one is used");
            assertThat(problems.get(SdeField.COMPANY_SIZE))
                    .endsWith("it came from the organization attribute \"size\"")
                    .doesNotContain("many");
        }

        @Test
        void are_left_out_without_a_word_where_it_has_no_such_attribute() {
            assertThat(fields(SdeType.CTMRINFO, config, new Consumer())).isEmpty();
            assertThat(problems).isEmpty();
        }

        @Test
        void are_left_out_with_a_reason_where_there_is_no_organization() {
            Consumer consumer = new Consumer().with("role", "buyer").withoutOrganization("why");

            assertThat(fields(SdeType.CTMRINFO, config, consumer))
                    .isEqualTo(Map.of("role", "buyer"));
            assertThat(problems)
                    .isEqualTo(
                            Map.of(
                                    SdeField.CSTATUS, "why",
                                    SdeField.CTYPE, "why",
                                    SdeField.COMPANY_SIZE, "why"));
            assertThat(
                            fields(
                                    SdeType.PERSONAL,
                                    Map.of("email", "organization:mail", "phone", "phone"),
                                    consumer.with("phone", "+1")))
                    .containsKey("contacts");
            assertThat(problems).containsEntry(SdeField.EMAIL, "why");
        }
    }

    @Nested
    class ThatDoNotConvert {

        @Test
        void are_left_out_and_reported_and_the_others_stay() {
            Consumer consumer =
                    new Consumer()
                            .with("cstatus", "active")
                            .with("balance", "1,5")
                            .with("companySize", "12.5")
                            .with("lastPaymentDate", "2014-13-01");

            assertThat(fields(SdeType.CTMRINFO, everything(SdeType.CTMRINFO), consumer))
                    .containsOnly(Map.entry("cstatus", "active"));
            assertThat(problems)
                    .containsOnlyKeys(
                            SdeField.BALANCE, SdeField.COMPANY_SIZE, SdeField.LAST_PAYMENT_DATE)
                    .containsEntry(
                            SdeField.BALANCE,
                            "the value is not a number such as -400.99, it came from the user"
                                    + " attribute \"balance\"");
        }

        @Test
        @DisplayName("K31: fields whose source was never checked are reported too")
        void unusable_sources() {
            Map<String, String> imported = Map.of("cstatus", "note:", "ctype", "value:gold");

            assertThat(fields(SdeType.CTMRINFO, imported, new Consumer()))
                    .containsOnly(Map.entry("ctype", "gold"));
            assertThat(problems.get(SdeField.CSTATUS)).contains("has nothing after note:");
        }
    }

    @Nested
    class Sources {

        @Test
        void are_attributes_notes_and_constants() {
            Consumer consumer =
                    new Consumer().with("tier", "gold").withNote("identity_provider", "google");
            Map<String, String> config =
                    Map.of(
                            "ctype", "attribute:tier",
                            "role", "note:identity_provider",
                            "currency", "value:EUR",
                            "cstatus", "note:nothing");

            assertThat(fields(SdeType.CTMRINFO, config, consumer))
                    .containsOnly(
                            Map.entry("ctype", "gold"),
                            Map.entry("currency", "EUR"),
                            Map.entry("role", "google"));
        }

        @Test
        void with_several_values_give_the_first_one_and_a_report() {
            Consumer consumer = new Consumer().with("ctype", "gold", "silver");

            assertThat(fields(SdeType.CTMRINFO, Map.of("ctype", "ctype"), consumer))
                    .containsEntry("ctype", "gold");
            assertThat(problems)
                    .containsEntry(
                            SdeField.CTYPE,
                            "the user attribute \"ctype\" has several values, only the first one"
                                    + " is used");
        }
    }

    @Nested
    @DisplayName("The consumer's own e-mail address, which they may have entered themselves")
    class UnverifiedAddress {

        private final Consumer consumer =
                new Consumer()
                        .unverified("ceo@victim.example")
                        .with("username", "ceo@victim.example")
                        .with("phone", "+1 10-347-123");

        @Test
        void is_left_out_of_every_field_and_named_without_its_value() {
            assertThat(
                            fields(
                                    SdeType.PERSONAL,
                                    Map.of("email", "email", "phone", "phone"),
                                    consumer))
                    .isEqualTo(Map.of("contacts", List.of(Map.of("phone", "+1 10-347-123"))));
            assertThat(problems.get(SdeField.EMAIL))
                    .contains("not verified")
                    .contains("verified.only")
                    .doesNotContain("victim");
        }

        @Test
        void is_left_out_where_it_is_the_user_name() {
            assertThat(
                            fields(
                                    SdeType.CTMRINFO,
                                    Map.of("userName", "username", "customerId", "email"),
                                    consumer))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"true", "", "no", "FALSE"})
        void is_left_out_by_every_setting_but_false(String setting) {
            assertThat(
                            fields(
                                    SdeType.PERSONAL,
                                    Map.of("email", "email", "verified.only", setting),
                                    consumer))
                    .isEmpty();
        }

        @Test
        void keeps_its_place_among_the_contacts() {
            consumer.with("mails", "ceo@victim.example", "b@example.com");
            consumer.with("phones", "1", "2");

            assertThat(
                            fields(
                                    SdeType.PERSONAL,
                                    Map.of("email", "mails", "phone", "phones"),
                                    consumer))
                    .isEqualTo(
                            Map.of(
                                    "contacts",
                                    List.of(
                                            Map.of("phone", "1"),
                                            Map.of("email", "b@example.com", "phone", "2"))));
        }

        @Test
        void is_told_where_the_mapper_says_so() {
            assertThat(
                            fields(
                                    SdeType.PERSONAL,
                                    Map.of("email", "email", "verified.only", "false"),
                                    consumer))
                    .isEqualTo(Map.of("contacts", List.of(Map.of("email", "ceo@victim.example"))));
            assertThat(problems).isEmpty();
        }
    }

    private static String json(Object value) throws Exception {
        return JsonSerialization.writeValueAsString(value);
    }
}
