package io.github.keycloakliveperson.idtoken.key;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * When a key may be used, both ends included as in a certificate (RFC 5280 §4.1.2.5).
 *
 * @param from the first instant, {@link Instant#MIN} when there is no start
 * @param until the last instant, {@link Instant#MAX} when there is no end
 */
public record Validity(Instant from, Instant until) {

    public static final Validity ALWAYS = new Validity(Instant.MIN, Instant.MAX);

    static Validity of(X509Certificate certificate) {
        return new Validity(
                certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
    }

    public boolean contains(Instant now) {
        return !now.isBefore(from) && !now.isAfter(until);
    }

    public boolean isNever() {
        return until.isBefore(from);
    }

    public boolean isAheadOf(Instant now) {
        return !isNever() && now.isBefore(from);
    }
}
