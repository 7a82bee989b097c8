package io.github.keycloakliveperson.sde;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The log names a consumer without personal data")
class LoggedUserTest {

    private static final String UUID = "6c0f3a52-4f0e-4c86-9a8e-2f7f5b0f6a11";

    @Example
    void by_Keycloaks_own_random_id() {
        assertThat(LoggedUser.of(UUID)).isEqualTo(UUID);
    }

    @ParameterizedTest
    @CsvSource({
        // printf %s ID | sha256sum | cut -c1-8
        "f:5nZmXh0aTAeZDCB2HBaKWg:bruno@brand.example,f:5nZmXh0aTAeZDCB2HBaKWg:sha256-a2e7aea2",
        "bruno@brand.example,sha256-f4d2fe7f",
    })
    void by_the_storage_provider_and_a_digest(String id, String shown) {
        assertThat(LoggedUser.of(id)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bruno",
                "+49 30 123456",
                "4711",
                "",
                "f:bruno@brand.example",
                "f::bruno@brand.example",
                "f:a b:bruno@brand.example",
                "6C0F3A52-4F0E-4C86-9A8E-2F7F5B0F6A11",
                UUID + ":bruno",
                UUID + "\n",
                "f:x:line\nbreak"
            })
    void never_by_what_somebody_else_chose(String id) {
        assertThat(LoggedUser.of(id)).matches("(f:[A-Za-z0-9_-]{1,36}:)?sha256-[0-9a-f]{8}");
        assertThat(LoggedUser.of(id)).doesNotContain("bruno").doesNotContain("4711");
    }

    @Property
    void whatever_the_id_the_name_has_no_other_characters(@ForAll String id) {
        assertThat(LoggedUser.of(id)).matches("(f:[A-Za-z0-9_-]{1,36}:)?sha256-[0-9a-f]{8}");
        assertThat(LoggedUser.of("f:x:" + id)).matches("f:x:sha256-[0-9a-f]{8}");
    }
}
