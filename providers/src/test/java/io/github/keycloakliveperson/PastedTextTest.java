package io.github.keycloakliveperson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is pasted into a setting")
class PastedTextTest {

    private static final List<String> UNSEEN =
            List.of(
                    " ", "\t", "\r\n", "\u00a0", "\u2007", "\u202f", "\u3000", "\u1680", "\u2028",
                    "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\u2066", "\u2069",
                    "\ufeff", "\u00ad", "\u061c", "\u0000", "\u0007", "\u0085", "\u007f");

    private static final List<String> INVISIBLE =
            List.of(
                    "\u200b",
                    "\u200c",
                    "\u200d",
                    "\u200e",
                    "\u202e",
                    "\u2060",
                    "\u2064",
                    "\ufeff",
                    "\u00ad",
                    "\u034f",
                    "\u061c",
                    "\u115f",
                    "\u180e",
                    "\u2800",
                    "\u3164",
                    "\ufe0f",
                    "\uffa0",
                    "\u0000",
                    "\u001b",
                    "\u0085",
                    "\udb40\udc41",
                    "\udb40\udd00");

    @Property
    void a_name_is_its_visible_characters_whatever_stands_around_and_between(
            @ForAll("names") String name,
            @ForAll("unseen") String before,
            @ForAll("unseen") String after,
            @ForAll("invisible") String between,
            @ForAll("quotes") String quotes) {
        int middle = quotes.length() / 2;
        String pasted =
                before
                        + quotes.substring(0, middle)
                        + name.charAt(0)
                        + between
                        + name.substring(1)
                        + quotes.substring(middle)
                        + after;

        assertThat(PastedText.name(pasted)).isEqualTo(name);
        assertThat(PastedText.isName(PastedText.name(pasted))).isTrue();
        assertThat(PastedText.strip(before + name + after)).isEqualTo(name);
        assertThat(PastedText.unquoted(pasted.replace(between, ""))).isEqualTo(name);
    }

    @Property
    void cleaning_what_is_clean_changes_nothing(@ForAll String text) {
        String name = PastedText.name(text);

        assertThat(PastedText.strip(PastedText.strip(text))).isEqualTo(PastedText.strip(text));
        assertThat(PastedText.name(name).length()).isLessThanOrEqualTo(name.length());
        if (PastedText.isName(name)) {
            assertThat(PastedText.name(name)).isEqualTo(name);
        }
    }

    @Property
    void what_is_shown_is_plain_and_short(@ForAll String text) {
        assertThat(PastedText.shown(text)).matches("[A-Za-z0-9 ._:/+=<>-]*").hasSizeLessThan(80);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "lpsso2026 | lpsso2026",
                "lpsso\u200b2026 | lpsso<U+200B>2026",
                "\u201clpsso\u201d | <U+201C>lpsso<U+201D>",
                "it's {0} | it<U+0027>s <U+007B>0<U+007D>",
                "<b> | <U+003C>b<U+003E>",
                "a\\b | a<U+005C>b",
                "ключ | <U+043A><U+043B><U+044E><U+0447>",
                "😀 | <U+1F600>",
            })
    void is_shown_with_the_number_of_every_character_that_is_not_plain(String text, String shown) {
        assertThat(PastedText.shown(text)).isEqualTo(shown);
    }

    @Test
    void is_shown_to_its_64th_character() {
        assertThat(PastedText.shown("a".repeat(64))).isEqualTo("a".repeat(64));
        assertThat(PastedText.shown("😀".repeat(8))).isEqualTo("<U+1F600>".repeat(8));
        assertThat(PastedText.shown("😀".repeat(9))).isEqualTo("<U+1F600>".repeat(8) + "...");
        assertThat(PastedText.shown("a".repeat(65))).isEqualTo("a".repeat(64) + "...");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"a\",\"b\" | \"a\",\"b\"",
                "\"a\"b\" | \"a\"b\"",
                "\"a | \"a",
                "''a'' | ''a''",
                "\" a \" | a",
            })
    void loses_quotes_only_where_one_pair_stands_around_it(String pasted, String cleaned) {
        assertThat(PastedText.unquoted(pasted)).isEqualTo(cleaned);
        assertThat(PastedText.name(pasted)).isEqualTo(cleaned);
    }

    @Test
    void keeps_what_belongs_to_the_text_at_its_ends() {
        String england =
                "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f";
        assertThat(PastedText.strip("\u00a0" + england + " ")).isEqualTo(england);
        assertThat(PastedText.strip(" \u2764\ufe0f ")).isEqualTo("\u2764\ufe0f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u00a0", "\u200b", "\ufeff\u00a0\u2060", "\"\"", "\u201c \u201d"})
    void is_empty_where_nothing_is_visible(String pasted) {
        assertThat(PastedText.name(pasted)).isEmpty();
        assertThat(PastedText.unquoted(pasted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a",
                "a'",
                "\u201ea",
                "a\"b\"",
                "a\nb",
                "a\tb",
                "a\ud800",
                "a\ue000b",
                "a\u0378"
            })
    void is_no_name_with_quotes_line_ends_or_characters_without_a_meaning(String text) {
        assertThat(PastedText.isName(text)).isFalse();
    }

    @Test
    void blanks_of_every_kind_inside_a_name_are_ordinary_ones() {
        assertThat(PastedText.name("2026\u00a0key\u3000x")).isEqualTo("2026 key x");
    }

    @Test
    void costs_no_copy_where_nothing_is_to_be_taken_off() {
        String text = new String("2014-10-15");
        assertThat(PastedText.strip(text)).isSameAs(text);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars("äключ語._-+/=")
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> unseen() {
        return Arbitraries.of(UNSEEN).list().ofMaxSize(4).map(all -> String.join("", all));
    }

    @Provide
    Arbitrary<String> invisible() {
        return Combinators.combine(Arbitraries.of(INVISIBLE), Arbitraries.of(INVISIBLE))
                .as((one, other) -> one + other);
    }

    @Provide
    Arbitrary<String> quotes() {
        return Arbitraries.of(
                "", "\"\"", "''", "``", "\u201c\u201d", "\u201e\u201c", "\u00ab\u00bb");
    }
}
