package io.github.keycloakliveperson.demo.cloud;

import io.github.keycloakliveperson.contract.sde.VerifiedField.Source;
import io.github.keycloakliveperson.contract.token.Verification;
import io.github.keycloakliveperson.contract.window.StateComparison;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One consumer's conversation as the agent sees it.
 *
 * @param id its id
 * @param since when it began
 * @param channel how the consumer came
 * @param entry by which connector
 * @param result how the sign-in ended
 * @param state whether the window's state came back, in external windows
 * @param transcript what was said
 */
public record Conversation(
        String id,
        Instant since,
        Channel channel,
        Account.Entry entry,
        SignInResult result,
        Optional<StateComparison> state,
        Transcript transcript) {

    static final String NOBODY = "Unknown visitor";

    Verification verification() {
        return result.verification();
    }

    /** {@return the verified name, else the verified id, else a word for nobody} */
    public String consumer() {
        var token = verification();
        if (!token.accepted()) {
            return NOBODY;
        }
        var sdes = name(token, Source.PERSONAL, "firstname", "lastname");
        var name = sdes.isEmpty() ? name(token, Source.CLAIM, "given_name", "family_name") : sdes;
        return name.isEmpty() ? token.subject() : name;
    }

    private static String name(Verification token, Source source, String first, String last) {
        return Stream.of(first, last)
                .flatMap(path -> token.field(source, path).stream())
                .collect(Collectors.joining(" "));
    }

    /** Whether it is one with somebody who hasn't signed in. */
    @SuppressWarnings("ReferenceEquality") // the one result that says so
    boolean unknown() {
        return result == SignInResult.UNKNOWN;
    }

    /** Whether consumer and agent can write to each other. */
    boolean open() {
        return unknown() || verification().accepted();
    }

    /**
     * The same conversation after LivePerson asked for a new token (L7), or when its consumer, so
     * far unknown, has signed in (L38).
     */
    Conversation renewed(SignInResult fresh) {
        if (unknown() && !fresh.verification().accepted()) {
            return this;
        }
        return new Conversation(id, since, channel, entry, fresh, state, transcript);
    }

    @Override
    public String toString() {
        return "Conversation[" + id + "]";
    }
}
