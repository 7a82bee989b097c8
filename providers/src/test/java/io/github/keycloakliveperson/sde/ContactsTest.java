package io.github.keycloakliveperson.sde;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.sde.claim.SdeType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("L9: contacts are paired by position")
class ContactsTest {

    private final Map<SdeField, String> problems = new LinkedHashMap<>();
    private final Consumer consumer = new Consumer();

    /** The contacts as text, which shows the order of the keys too. */
    private String contacts() {
        Map<String, String> config = new HashMap<>();
        for (SdeField field : SdeField.of(SdeType.PERSONAL)) {
            config.put(field.setting(), field.setting());
        }
        SdeSettings settings = SdeSettings.parse(SdeType.PERSONAL, config);
        Object contacts =
                new SdeData(settings, consumer, LocalDate.EPOCH, problems::put)
                        .fields()
                        .get("contacts");
        return String.valueOf(contacts);
    }

    @Test
    void the_ith_email_with_the_ith_phone_type_country_and_region() {
        consumer.with("email", "a", "b")
                .with("phone", "1", "2")
                .with("phoneType", "HOME", "work")
                .with("country", "DE", "AT")
                .with("region", "BY", "W");

        assertThat(contacts())
                .isEqualTo(
                        "[{email=a, phone=1, phoneType=HOME, address={country=DE, region=BY}},"
                                + " {email=b, phone=2, phoneType=WORK, address={country=AT,"
                                + " region=W}}]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1000})
    void one_for_each_however_many_there_are(int entries) {
        consumer.with("email", numbered("e", entries))
                .with("phone", numbered("+49 ", entries))
                .with("phoneType", "HOME");

        String expected =
                IntStream.range(0, entries)
                        .mapToObj(i -> "{email=e" + i + ", phone=+49 " + i + ", phoneType=HOME}")
                        .collect(Collectors.joining(", ", "[", "]"));
        assertThat(contacts()).isEqualTo(entries == 0 ? "null" : expected);
        assertThat(problems).isEmpty();
    }

    private static String[] numbered(String text, int entries) {
        return IntStream.range(0, entries).mapToObj(i -> text + i).toArray(String[]::new);
    }

    @Test
    void a_single_phone_type_country_or_region_holds_for_all() {
        consumer.with("email", "a", "b", "c")
                .with("phone", "1", "2")
                .with("phoneType", "mobile")
                .with("country", "DE");

        assertThat(contacts())
                .isEqualTo(
                        "[{email=a, phone=1, phoneType=MOBILE, address={country=DE}},"
                                + " {email=b, phone=2, phoneType=MOBILE, address={country=DE}},"
                                + " {email=c, phoneType=MOBILE, address={country=DE}}]");
    }

    @Test
    void more_phones_than_emails_make_contacts_without_email() {
        consumer.with("email", "a").with("phone", "1", "2");

        assertThat(contacts()).isEqualTo("[{email=a, phone=1}, {phone=2}]");
    }

    @Test
    void two_of_three_phone_types_leave_the_third_contact_without() {
        consumer.with("phone", "1", "2", "3").with("phoneType", "HOME", "FAX");

        assertThat(contacts())
                .isEqualTo("[{phone=1, phoneType=HOME}, {phone=2, phoneType=FAX}, {phone=3}]");
    }

    @Test
    void a_blank_value_keeps_its_place() {
        consumer.with("email", "", "b").with("phone", "1", "2");

        assertThat(contacts()).isEqualTo("[{phone=1}, {email=b, phone=2}]");
    }

    @Test
    void a_place_without_email_and_phone_is_no_contact() {
        consumer.with("email", "a", " ", "c").with("phone", "1", "").with("country", "DE");

        assertThat(contacts())
                .isEqualTo(
                        "[{email=a, phone=1, address={country=DE}}, {email=c,"
                                + " address={country=DE}}]");
    }

    @Test
    void phone_type_country_and_region_alone_make_no_contact() {
        consumer.with("phoneType", "HOME").with("country", "DE").with("region", "BY");

        assertThat(contacts()).isEqualTo("null");
        assertThat(problems).isEmpty();
    }

    @Test
    void an_unknown_phone_type_is_left_out_of_its_contact_only() {
        consumer.with("phone", "1", "2").with("phoneType", "cell", "FAX");

        assertThat(contacts()).isEqualTo("[{phone=1}, {phone=2, phoneType=FAX}]");
        assertThat(problems).containsOnlyKeys(SdeField.PHONE_TYPE);
    }

    @Test
    void values_that_no_contact_takes_are_reported() {
        consumer.with("phone", "1").with("phoneType", "HOME", "FAX");

        assertThat(contacts()).isEqualTo("[{phone=1, phoneType=HOME}]");
        assertThat(problems)
                .containsEntry(
                        SdeField.PHONE_TYPE,
                        "there are more values than contacts, the rest is left out");
    }
}
