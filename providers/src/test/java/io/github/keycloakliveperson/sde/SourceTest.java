package io.github.keycloakliveperson.sde;

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
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "value:gold,gold",
                "|value: two words |,| two words |",
                "value:note:x,note:x",
                "value:😀,😀"
            })
    void as_a_constant_kept_as_it_was_written(String setting, String text)
            throws InvalidSourceException {
        assertThat(Source.parse(setting)).isEqualTo(new Source.Constant(text));
    }

    @ParameterizedTest
    @CsvSource({
        "note:,has nothing behind note: - write the name of the user session note there",
        "'note:  ',has nothing behind note:",
        "attribute:,has nothing behind attribute: - write the name of the user attribute there",
        "value:,has nothing behind value: - write the constant there",
        "'value:   ',has nothing behind value:",
        "notes:tier,is no source: what stands before the colon is none of attribute",
        "Value:tier,is no source",
        ":tier,is no source",
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
        assertThat(new Source.Note("tier")).hasToString("user session note \"tier\"");
    }
}
