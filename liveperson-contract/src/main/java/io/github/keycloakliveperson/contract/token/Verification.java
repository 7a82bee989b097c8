package io.github.keycloakliveperson.contract.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.sde.VerifiedField;
import java.util.List;
import java.util.Optional;

/**
 * What LivePerson makes of a token.
 *
 * @param envelope the JWE around it; empty when the token was not encrypted or could not be read
 * @param header the JWS header as far as it could be read, else a missing node
 * @param claims the claims as far as they could be read, else a missing node; trust them only when
 *     accepted
 * @param fields what the agent sees as verified; none when refused
 * @param findings what was found of each clause, in LivePerson's order
 */
public record Verification(
        Optional<Envelope> envelope,
        JsonNode header,
        JsonNode claims,
        List<VerifiedField> fields,
        List<Finding> findings) {

    /**
     * @return why LivePerson refuses it, the first reason it would meet; empty when it accepts it
     */
    public Optional<Finding> refusal() {
        return findings.stream().filter(Finding::fails).findFirst();
    }

    /** {@return whether LivePerson accepts the token} */
    public boolean accepted() {
        return refusal().isEmpty();
    }

    /** {@return what works but is not recommended, or what nobody outside LivePerson knows} */
    public List<Finding> warnings() {
        return findings.stream().filter(f -> f.verdict() == Verdict.WARN).toList();
    }

    /**
     * @return the consumer's id (L3)
     * @throws IllegalStateException when the token was refused
     */
    public String subject() {
        if (!accepted()) {
            throw new IllegalStateException("A refused token has no verified subject.");
        }
        return claims.path("sub").textValue();
    }

    /**
     * @param source part of the token
     * @param path field in it
     * @return the verified value
     */
    public Optional<String> field(VerifiedField.Source source, String path) {
        return fields.stream()
                .filter(f -> f.source() == source && f.path().equals(path))
                .map(VerifiedField::value)
                .findFirst();
    }

    @Override
    public String toString() {
        return "Verification[" + refusal().map(Finding::message).orElse("accepted") + "]";
    }
}
