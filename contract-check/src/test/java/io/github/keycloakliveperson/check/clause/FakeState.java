package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.contract.window.Encoding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What the fake provider does to the raw state. */
final class FakeState {
    private final FakeProvider provider;

    FakeState(FakeProvider provider) {
        this.provider = provider;
    }

    String back(String raw) {
        return provider.fault
                .map(
                        fault ->
                                switch (fault) {
                                    case STATE_DECODED ->
                                            URLEncoder.encode(
                                                    Encoding.decode(raw), StandardCharsets.UTF_8);
                                    case STATE_CUT ->
                                            raw.substring(0, Math.min(8000, raw.length()));
                                    case STATE_DROPPED_WHEN_LONG -> raw.length() > 4000 ? "" : raw;
                                    case STATE_WITHOUT_EMOJI -> raw.replace("%F0%9F%98%80", "??");
                                    case PLUS_FOR_SPACE -> raw.replace("%20", "+");
                                    default -> raw;
                                })
                .orElse(raw);
    }
}
