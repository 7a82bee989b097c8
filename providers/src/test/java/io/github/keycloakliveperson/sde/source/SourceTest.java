package io.github.keycloakliveperson.sde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A setting names a source")
class SourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"tier", "attribute:tier", " tier ", "attribute: tier ", " attribute:tier"})
    void as_a_user_attribute(String setting) throws InvalidSourceException {
        assertThat(Source.parse(setting)).isEqualTo(new Source.Attribute("tier"));
    }

    @Test
    void as_an_attribute_whose_name_holds_colons_and_blanks() throws InvalidSourceException {
        assertThat(Source.parse("attribute:urn:brand:tier no"))
                .isEqualTo(new Source.Attribute("urn:brand:tier no"));
    }

    @Test
    void as_a_user_session_note() throws InvalidSourceException {
        assertThat(Source.parse("note:identity_provider"))
                .isEqualTo(new Source.Note("identity_provider"));
    }

    @ParameterizedTest
    @CsvSource({
        "organization:tier,tier",
        "organization: tier ,tier",
        "\u00a0organ\u00adization:\u200btier\u200b,tier",
        "'\"organization:tier\"',tier",
        "'organization:\"tier\"',tier",
        "organization:tier of 2026,tier of 2026",
        "organization:.name,.name",
        "organization:\u00a0.alias,.alias",
        "organization:alias,alias",
        "organization:urn:tier,urn:tier",
    })
    @DisplayName("as an attribute or a property of the consumer's organization")
    void of_the_organization(String setting, String name) throws InvalidSourceException {
        assertThat(Source.parse(setting)).isEqualTo(new Source.Organization(name));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "value:gold,gold",
                "value:two  words,two  words",
                "value:note:x,note:x",
                "value:\"gold\",\"gold\"",
                "value:12\u00a0€,12\u00a0€",
                "value:👩‍👩‍👧‍👦,👩‍👩‍👧‍👦",
                "value:می‌خواهم,می‌خواهم",
                "value:❤\ufe0f,❤\ufe0f",
                "value:😀,😀"
            })
    void as_a_constant_kept_as_it_was_written(String setting, String text)
            throws InvalidSourceException {
        assertThat(Source.parse(setting)).isEqualTo(new Source.Constant(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0tier",
                "tier\u200b",
                "ti\u200ber",
                "\ufefftier",
                "\"tier\"",
                "\u201ctier\u201d",
                "'tier'",
                "\u2068tier\u2069",
                "attribute:\u00a0tier\u00a0",
                "attri\u00adbute:tier",
                "attribute:\"tier\"",
                "\"attribute:tier\"",
                "\ttier\r\n"
            })
    void cleaned_of_what_a_paste_brings_along(String setting) throws InvalidSourceException {
        assertThat(Source.parse(setting)).isEqualTo(new Source.Attribute("tier"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value:gold\u200b",
                "value:\u00a0gold",
                "value: gold ",
                "\u201cvalue:gold\u201d",
                "va\u200blue:gold",
                "\ufeffvalue:gold\u200e"
            })
    void as_a_constant_cleaned_at_its_ends(String setting) throws InvalidSourceException {
        assertThat(Source.parse(setting)).isEqualTo(new Source.Constant("gold"));
    }

    @ParameterizedTest
    @CsvSource({
        "note:,has nothing after note: - write the name of the user session note there",
        "'note:  ',has nothing after note:",
        "attribute:,has nothing after attribute: - write the name of the user attribute there",
        "value:,has nothing after value: - write the constant there",
        "'value:   ',has nothing after value:",
        "'value:\u00a0\u200b',has nothing after value:",
        "'note:\u200b',has nothing after note:",
        "'note:\"\u00a0\"',has nothing after note:",
        "organization:,has nothing after organization: - write the name of the organization",
        "'organization:\u200b',has nothing after organization:",
        "organization:.id,'does not have: .id. Write .name, .alias, or the name of an attribute.'",
        "organization:.,asks for what an organization does not have: .",
        "organization:.Name,asks for what an organization does not have: .Name",
        "'organization:\u201ctier',has characters that no name can have: <U+201C>tier.",
        "organisation:tier,'the word before the colon, organisation, is none of attribute, note, organization and value'",
        "notes:tier,'is not a source: the word before the colon, notes, is none of attribute'",
        "Value:tier,'before the colon, Value, is none'",
        "nöte:tier,'before the colon, n<U+00F6>te, is none'",
        "a long text about a person:x,'before the colon, a long text abou, is none'",
        ":tier,is not a source",
        "'\"tier',has characters that no name can have: <U+0022>tier. Write only the name.",
        "'note:ti\ner',has characters that no name can have: ti<U+000A>er. Write only the name.",
        "urn:brand:tier,If the attribute itself has a colon in its name",
    })
    void or_is_refused_with_what_to_write_instead(String setting, String refusal) {
        assertThatThrownBy(() -> Source.parse(setting))
                .isInstanceOf(InvalidSourceException.class)
                .hasMessageContaining(refusal);
    }

    @Test
    void and_never_shows_a_constant_in_the_log() {
        assertThat(new Source.Constant("secret")).hasToString("constant");
        assertThat(new Source.Attribute("tier")).hasToString("user attribute \"tier\"");
        assertThat(new Source.Organization("tier")).hasToString("organization attribute \"tier\"");
        assertThat(new Source.Organization(".name")).hasToString("organization's own name");
        assertThat(new Source.Note("tier")).hasToString("user session note \"tier\"");
    }
}
