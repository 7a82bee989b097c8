package io.github.keycloakliveperson.sde.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.sde.SdeField;
import io.github.keycloakliveperson.sde.SdeSettings;
import io.github.keycloakliveperson.sde.value.FieldKind;
import io.github.keycloakliveperson.sde.value.UnconvertibleException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.keycloak.util.JsonSerialization;

/**
 * Source syntax and values: read, or refused with a sentence that doesn't hold the value. Runs what
 * Jazzer has found so far; with {@code JAZZER_FUZZ=1} it goes on looking.
 */
class SourceFuzzTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @FuzzTest(maxDuration = "3m")
    void source(byte[] data) {
        settings(new String(data, UTF_8));
    }

    @FuzzTest(maxDuration = "3m")
    void value(byte[] data) throws IOException {
        values(new String(data, UTF_8));
    }

    @Property(seed = "20261121")
    void any_setting_is_a_source_or_a_problem(@ForAll("settings") String text) {
        settings(text);
    }

    @Provide
    Arbitrary<String> settings() {
        return Arbitraries.of(
                        "attribute:",
                        "note:",
                        "organization:",
                        ".name",
                        "value:",
                        "Value:",
                        ":",
                        " ",
                        "\t",
                        "a",
                        "\u00a0",
                        "\ud800",
                        "\"",
                        "lp.tier",
                        "notes:",
                        "2014-10-15",
                        "-7",
                        "MOBILE")
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
    }

    private static void settings(String text) {
        for (SdeField field : SdeField.values()) {
            SdeSettings settings = SdeSettings.parse(field.type(), Map.of(field.setting(), text));
            Map<SdeField, String> refusals = settings.refusals(TODAY);
            assertThat(settings.sources().size() + settings.problems().size())
                    .isEqualTo(PastedText.name(text).isEmpty() ? 0 : 1);
            refusals.values()
                    .forEach(
                            sentence -> {
                                assertThat(sentence).contains(field.setting()).endsWith(".");
                                if (text.length() > 30) {
                                    assertThat(sentence).doesNotContain(text);
                                }
                            });
        }
    }

    private static void values(String text) throws IOException {
        for (FieldKind kind : FieldKind.values()) {
            try {
                Object json = kind.convert(text, TODAY);
                assertThat(JsonSerialization.writeValueAsString(List.of(json))).isNotEmpty();
            } catch (UnconvertibleException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }
}
