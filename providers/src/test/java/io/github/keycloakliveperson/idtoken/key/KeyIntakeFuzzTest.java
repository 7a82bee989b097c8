package io.github.keycloakliveperson.idtoken.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Base64;

/** Runs what Jazzer has found so far; with {@code JAZZER_FUZZ=1} it goes on looking. */
class KeyIntakeFuzzTest {

    @FuzzTest(maxDuration = "3m")
    void text(byte[] data) {
        KeyIntakePropertyTest.keyOrRefusal(new String(data, UTF_8));
    }

    @FuzzTest(maxDuration = "3m")
    void der(byte[] data) {
        String base64 = Base64.getEncoder().encodeToString(data);
        KeyIntakePropertyTest.keyOrRefusal(base64);
        KeyIntakePropertyTest.keyOrRefusal(
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}
