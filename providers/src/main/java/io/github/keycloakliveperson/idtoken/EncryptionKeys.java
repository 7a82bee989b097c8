package io.github.keycloakliveperson.idtoken;

import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import io.github.keycloakliveperson.idtoken.key.Validity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * LivePerson's keys of one mapper, at least one. Only the time decides which of them is used, so
 * that next year's key can be added early (L14).
 */
public record EncryptionKeys(List<EncryptionKey> all) {

    private static final String NEW_KEY =
            "Ask LivePerson for its current key, paste it and save the mapper.";

    public EncryptionKeys {
        all = List.copyOf(all);
    }

    /** Selects the valid key with the latest start; of equal starts the first one pasted. */
    public EncryptionKey select(Instant now) throws EncryptionRefusal {
        return all.stream()
                .filter(key -> key.validity().contains(now))
                .max(Comparator.comparing(key -> key.validity().from()))
                .orElseThrow(() -> noneValid(now));
    }

    /** Makes sure that a key is valid now or will be. */
    public void requireUsable(Instant now) throws EncryptionRefusal {
        if (all.stream().noneMatch(key -> key.validity().isAheadOf(now))) {
            select(now);
        }
    }

    /**
     * The end of the last key that follows without a gap, {@link Instant#MAX} where it has no end,
     * or {@code now} itself where no key is valid now.
     */
    public Instant coveredUntil(Instant now) {
        if (all.stream().noneMatch(key -> key.validity().contains(now))) {
            return now;
        }
        var covered = now;
        for (int i = 0; i < all.size(); i++) {
            covered = latestEndOfKeysValidAt(covered);
        }
        return covered;
    }

    private Instant latestEndOfKeysValidAt(Instant time) {
        // Certificates count whole seconds: one that starts in the next second leaves no gap.
        var next = time.isBefore(Instant.MAX) ? time.plus(1, ChronoUnit.SECONDS) : time;
        return all.stream()
                .map(EncryptionKey::validity)
                .filter(v -> v.contains(time) || (v.contains(next) && !v.isNever()))
                .map(Validity::until)
                .max(Comparator.naturalOrder())
                .filter(end -> end.isAfter(time))
                .orElse(time);
    }

    private EncryptionRefusal noneValid(Instant now) {
        var waiting =
                all.stream()
                        .filter(key -> key.validity().isAheadOf(now))
                        .min(Comparator.comparing(key -> key.validity().from()));
        if (waiting.isPresent()) {
            return new EncryptionRefusal(
                    "No key of public.key is valid yet: the first one, with the kid "
                            + PastedText.shown(waiting.get().kid())
                            + (", starts at " + waiting.get().validity().from() + "."),
                    "Add the key that LivePerson uses until then, or wait.");
        }
        var last =
                all.stream()
                        .filter(key -> !key.validity().isNever())
                        .max(Comparator.comparing(key -> key.validity().until()));
        if (last.isPresent()) {
            return new EncryptionRefusal(
                    "Every key of public.key has expired, the last one, with the kid %s, at %s."
                            .formatted(
                                    PastedText.shown(last.get().kid()),
                                    last.get().validity().until()),
                    NEW_KEY);
        }
        return new EncryptionRefusal(
                "No key of public.key is valid at any time: the certificate ends before it starts.",
                NEW_KEY);
    }
}
