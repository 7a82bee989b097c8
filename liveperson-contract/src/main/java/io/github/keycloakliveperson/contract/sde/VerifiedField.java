package io.github.keycloakliveperson.contract.sde;

/**
 * One value an agent sees with the mark "verified".
 *
 * @param source which part of the token it comes from
 * @param path the field in that part, such as {@code balance} or {@code contacts[0].email}
 * @param value the value as text, dates as {@code 2014-10-15}
 */
public record VerifiedField(Source source, String path, String value) {

    /** The parts of a token that reach the agent. */
    public enum Source {
        /** A standard claim (L5). */
        CLAIM,
        /** The {@code info} of {@code lp_sdes}' {@code ctmrinfo} entry. */
        CTMRINFO,
        /** The {@code personal} of {@code lp_sdes}' {@code personal} entry. */
        PERSONAL
    }

    @Override
    public String toString() {
        return "VerifiedField[" + source + " " + path + "]";
    }
}
