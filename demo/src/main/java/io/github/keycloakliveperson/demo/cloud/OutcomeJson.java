package io.github.keycloakliveperson.demo.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.window.StateComparison;

/** Tells a window's script how its sign-in ended. */
final class OutcomeJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OutcomeJson() {}

    static ObjectNode write(Conversation conversation) {
        var verification = conversation.verification();
        var outcome = JSON.createObjectNode();
        outcome.put("conversation", conversation.id());
        outcome.put("accepted", verification.accepted());
        outcome.put("consumer", conversation.consumer());
        if (verification.accepted()) {
            outcome.put("expires", verification.claims().path("exp").asLong());
        }
        verification.refusal().ifPresent(r -> refusal(r, outcome.putObject("refusal")));
        conversation.state().ifPresent(s -> state(s, outcome.putObject("state")));
        return outcome;
    }

    private static void refusal(Finding refusal, ObjectNode node) {
        refusal.error().ifPresent(error -> node.put("number", error.number()));
        node.put("clause", refusal.clause().name());
        node.put("why", refusal.message());
        node.put("fix", refusal.fix());
    }

    private static void state(StateComparison state, ObjectNode node) {
        node.put("identical", state.identical());
        node.put("sent", state.sent().length());
        node.put("returned", state.returned().map(String::length).orElse(0));
        node.put("verdict", state.verdict());
    }
}
