package io.github.keycloakliveperson.window.external;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Runs what Jazzer has found so far; with {@code JAZZER_FUZZ=1} it goes on looking. */
class WindowFuzzTest {

    @FuzzTest(maxDuration = "3m")
    void query(byte[] data) {
        WindowInvariants.query(new String(data, ISO_8859_1));
    }

    @FuzzTest(maxDuration = "3m")
    void redirectUri(byte[] data) {
        WindowInvariants.redirectUri(new String(data, UTF_8));
    }

    @FuzzTest(maxDuration = "3m")
    void answer(byte[] data) {
        String[] parts = new String(data, UTF_8).split("\n", 2);
        WindowInvariants.answer(parts[0], parts.length > 1 ? parts[1] : null);
    }

    @FuzzTest(maxDuration = "3m")
    void cookies(byte[] data) {
        String header = new String(data, ISO_8859_1);
        WindowInvariants.cookies(header.replaceAll("[\\r\\n\\x00]", ""));
    }
}
