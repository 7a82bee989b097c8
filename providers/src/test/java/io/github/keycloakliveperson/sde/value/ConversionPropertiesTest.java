package io.github.keycloakliveperson.sde.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.keycloak.util.JsonSerialization;

/** Whatever an attribute contains, a conversion gives its declared JSON type or a reason. */
class ConversionPropertiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Property(tries = 3000)
    void a_conversion_gives_its_JSON_type_or_a_reason_without_the_value(
            @ForAll FieldKind kind, @ForAll("nasty") String text) throws Exception {
        Object json;
        try {
            json = kind.convert(text, TODAY);
        } catch (UnconvertibleException expected) {
            assertThat(expected.getMessage()).isNotBlank();
            assertThat(text.length() > 8 && expected.getMessage().contains(text)).isFalse();
            return;
        }
        switch (kind) {
            case NUMBER -> assertThat((Double) json).isFinite();
            case INTEGER -> assertThat(json).isInstanceOf(Integer.class);
            case DATE -> assertThat(keys(json)).containsExactlyInAnyOrder("day", "month", "year");
            case AGE ->
                    assertThat(keys(json)).containsExactlyInAnyOrder("age", "year", "month", "day");
            case LANGUAGE -> assertThat((String) json).matches("[a-z]{2}-[A-Z]{2}");
            default -> assertThat((String) json).isNotEmpty();
        }
        // what a token writer does: it must not fail on any value that got through
        assertThat(JsonSerialization.writeValueAsBytes(json)).isNotEmpty();
    }

    @Property
    void every_day_is_read_back_from_its_ISO_form_and_its_epochs(
            @ForAll @LongRange(min = -25_567, max = 47_481) long epochDay)
            throws UnconvertibleException {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        long seconds = epochDay * 86_400 + 43_200;

        assertThat(CalendarDate.parse(day.toString())).isEqualTo(day);
        assertThat(CalendarDate.parse(day + "T12:00:00-11:00")).isEqualTo(day);
        assertThat(CalendarDate.parse(day + "-11:00")).isEqualTo(day);
        assertThat(CalendarDate.parse(basic(day) + "235959.0-0500")).isEqualTo(day);
        if (Math.abs(seconds) >= 100_000_000 && !looksLikeDateAndHour("" + seconds)) {
            assertThat(CalendarDate.parse("" + seconds)).isEqualTo(day);
        }
        if (Math.abs(seconds) >= 1_000_000_000) {
            assertThat(CalendarDate.parse(seconds + "000")).isEqualTo(day);
        }
    }

    @Property
    void every_instant_is_a_day_in_UTC(
            @ForAll @LongRange(min = 100_000_000L, max = 4_102_444_799L) long seconds)
            throws UnconvertibleException {
        Assume.that(!looksLikeDateAndHour("" + seconds));
        assertThat(CalendarDate.parse("" + seconds))
                .isEqualTo(LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
    }

    @Property(tries = 5000)
    void no_run_of_digits_that_is_a_date_becomes_another_day(
            @ForAll @LongRange(min = -25_567, max = 47_481) long epochDay,
            @ForAll @IntRange(max = 86_399) int second,
            @ForAll("digitForms") DateTimeFormatter form) {
        LocalDateTime time = LocalDate.ofEpochDay(epochDay).atTime(LocalTime.ofSecondOfDay(second));
        String digits = form.format(time);

        refusesOrReads(digits, time.toLocalDate());
        if (digits.length() <= "yyyyMMdd".length()) {
            refusesOrReads(digits.replaceFirst("^0", ""), time.toLocalDate()); // a spreadsheet's
        }
        refusesOrReads(digits + "Z", time.toLocalDate());
        refusesOrReads(digits + ".0Z", time.toLocalDate());
    }

    @Provide
    Arbitrary<DateTimeFormatter> digitForms() {
        return Arbitraries.of(
                        "yyyyMMdd",
                        "ddMMyyyy",
                        "MMddyyyy",
                        "yyMMdd",
                        "ddMMyy",
                        "MMddyy",
                        "yyyyMM",
                        "MMyyyy",
                        "yyyy",
                        "yyyyDDD",
                        "yyDDD",
                        "yyyyMMddHH",
                        "yyyyMMddHHmm",
                        "ddMMyyyyHHmm",
                        "MMddyyyyHHmm",
                        "yyMMddHHmmss",
                        "yyyyMMddHHmmss",
                        "ddMMyyyyHHmmss",
                        "yyyyMMddHHmmssSSS")
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    private static void refusesOrReads(String digits, LocalDate day) {
        try {
            assertThat(CalendarDate.parse(digits)).as(digits).isEqualTo(day);
        } catch (UnconvertibleException refused) {
            assertThat(withoutExamples(refused.getMessage())).doesNotContain(digits);
        }
    }

    /** The sentence's own examples are dates too, and would be taken for the value. */
    private static String withoutExamples(String sentence) {
        return sentence.replace("2014-10-15", "").replace("20141015120000Z", "");
    }

    private static boolean looksLikeDateAndHour(String digits) {
        return digits.matches("(19|20)\\d\\d[01]\\d[0-3]\\d[0-2]\\d");
    }

    private static String basic(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Property
    void every_finite_double_is_read_back_as_it_was(@ForAll double number)
            throws UnconvertibleException {
        assertThat(JsonNumber.decimal(Double.toString(number))).isEqualTo(number + 0.0);
    }

    @Property
    void every_integer_is_read_back_as_it_was(@ForAll int number) throws UnconvertibleException {
        assertThat(JsonNumber.whole(Integer.toString(number))).isEqualTo(number);
    }

    @Provide
    Arbitrary<String> nasty() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).ofMaxLength(40),
                Arbitraries.strings()
                        .withChars("0123456789-+.,eETZ: ")
                        .ofMinLength(1)
                        .ofMaxLength(30),
                Arbitraries.strings().withChars("aeEnNuUsS-_").ofMinLength(1).ofMaxLength(8),
                Arbitraries.strings()
                        .withChars('\ud83d', '\ude00', 'x')
                        .ofMinLength(1)
                        .ofMaxLength(5));
    }

    private static Set<Object> keys(Object json) {
        Map<?, ?> object = (Map<?, ?>) json;
        assertThat(object.values()).allMatch(Integer.class::isInstance);
        return Set.copyOf(object.keySet());
    }
}
