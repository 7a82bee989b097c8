package io.github.keycloakliveperson.demo.cloud;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.token.TokenAnswer;
import io.github.keycloakliveperson.contract.token.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a sign-in ended at LivePerson.
 *
 * @param verification what LivePerson makes of the token, or why there is none
 * @param answerFindings what the token endpoint's answer has beside the contract (L20)
 * @param delegated the answer, where a bot may use its access token (L39)
 */
public record SignInResult(
        Verification verification, List<Finding> answerFindings, Optional<TokenAnswer> delegated) {

    /** Nobody has signed in; the consumer may yet (L38). */
    static final SignInResult UNKNOWN = failed(Clause.L32, "nobody is signed in");

    /** Copies the list. */
    public SignInResult {
        answerFindings = List.copyOf(answerFindings);
    }

    static SignInResult refused(Finding refusal) {
        return new SignInResult(
                new Verification(
                        Optional.empty(),
                        MissingNode.getInstance(),
                        MissingNode.getInstance(),
                        List.of(),
                        List.of(refusal)),
                List.of(),
                Optional.empty());
    }

    /** The page or the window came back without a code or token. */
    static SignInResult failed(Clause clause, String reason) {
        return refused(
                Finding.fail(
                        clause,
                        "a code or a token",
                        "the sign-in ended without one: " + reason,
                        "Compare the connector with what the provider sends."));
    }

    SignInResult with(Optional<Finding> more) {
        List<Finding> all = new ArrayList<>(answerFindings);
        more.ifPresent(all::add);
        return new SignInResult(verification, all, delegated);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(answerFindings);
        all.addAll(verification.findings());
        return all;
    }
}
