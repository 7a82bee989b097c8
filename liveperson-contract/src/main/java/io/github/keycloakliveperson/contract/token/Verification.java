package io.github.keycloakliveperson.contract.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Refusal;
import io.github.keycloakliveperson.contract.sde.VerifiedField;
import java.util.List;
import java.util.Optional;

/**
 * What LivePerson makes of a token.
 *
 * @param refusal why it is refused; empty when it is accepted
 * @param envelope the JWE around it; empty when it came in the clear or could not be read
 * @param header the JWS header as far as it could be read, else a missing node
 * @param claims the claims as far as they could be read, else a missing node; trust them only when
 *     accepted
 * @param fields what the agent sees as verified; none when refused
 * @param findings what else is worth knowing
 */
public record Verification(
        Optional<Refusal> refusal,
        Optional<Envelope> envelope,
        JsonNode header,
        JsonNode claims,
        List<VerifiedField> fields,
        List<Finding> findings) {

    /**
     * @return whether LivePerson takes the token
     */
    public boolean accepted() {
        return refusal.isEmpty();
    }

    /**
     * @return whether the token is accepted and breaks no clause
     */
    public boolean flawless() {
        return accepted() && findings.stream().noneMatch(Finding::isBreach);
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
        return "Verification[" + refusal.map(Refusal::toString).orElse("accepted") + "]";
    }
}
