package io.github.keycloakliveperson.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.idtoken.key.TestKeys;
import io.github.keycloakliveperson.idtoken.key.UnnamedKey;
import io.github.keycloakliveperson.idtoken.key.Validity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a log line or an exception would show, if one ever held any of these. */
@DisplayName("A key's text form is only its name")
class SilentTextTest {

    @Test
    void a_key_in_use() {
        assertThat(
                        new EncryptionKey(
                                TestKeys.publicKey(TestKeys.FIRST), "lpsso2026", Validity.ALWAYS))
                .hasToString("EncryptionKey[kid=lpsso2026]");
    }

    @Test
    void a_key_that_was_pasted() {
        assertThat(
                        new UnnamedKey(
                                "The key in public.key",
                                TestKeys.publicKey(TestKeys.FIRST),
                                "lpsso2026",
                                Optional.empty()))
                .hasToString("UnnamedKey[The key in public.key]");
    }

    @Test
    void a_configuration() {
        assertThat(
                        IdTokenEncryptionConfig.of(
                                Map.of(
                                        "public.key",
                                        TestKeys.base64(TestKeys.FIRST),
                                        "content.encryption",
                                        "A256GCM")))
                .hasToString("IdTokenEncryptionConfig[contentEncryption=A256GCM]");
    }
}
