package io.github.keycloakliveperson.window;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Packed text")
class PackedTextPropertyTest {

    @Property(tries = 10_000)
    @Label("comes out as it went in, and is ASCII in between (L25)")
    void identical(@ForAll("text") String text) {
        String packed = PackedText.pack(text);

        assertThat(packed).matches("[A-Za-z0-9_-]*");
        assertThat(PackedText.unpack(packed)).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.strings().withChars("%7BbDd22,:AaĀ€\u0000\n\uFFFD").ofMaxLength(2_000));
    }
}
