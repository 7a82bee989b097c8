package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L34;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.check.provider.PageTag;
import io.github.keycloakliveperson.contract.clause.Findings;
import java.util.Map;
import java.util.Optional;

/** What the identity endpoint returns, and to whom (L34). */
final class IdentityCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private IdentityCheck() {}

    static void run(Run run, Findings out) {
        var tag = run.target().pageTag();
        var address = tag.flatMap(PageTag::identity);
        var reading = run.token();
        if (address.isEmpty() || !reading.readable()) {
            out.notChecked(
                    L34,
                    "identity",
                    address.isEmpty()
                            ? "no --identity was given, so the page has its own function"
                            : reading.trouble());
            return;
        }
        var origin = tag.orElseThrow().origin();
        var signedIn = run.signIn().fetch(address.get(), Map.of("Origin", origin));
        if (signedIn.isEmpty()) {
            out.notChecked(L34, "identity", "not possible with a person's browser");
            return;
        }
        signedIn(signedIn.get(), reading.token().orElseThrow().claims(), origin, out);
        stranger(run, address.get(), out);
        var signedOut = run.http().get(address.get(), Map.of("Origin", origin));
        out.on(L34, "identity, signed out")
                .fix("Answer 204 when nobody is signed in. The function then calls back with null.")
                .judge(signedOut.status() == 204, signedOut.describe());
    }

    private static void signedIn(Reply reply, JsonNode token, String origin, Findings out) {
        var body = json(reply);
        boolean same =
                body.path("iss").equals(token.path("iss"))
                        && body.path("sub").equals(token.path("sub"));
        boolean loa1 = body.path("acr").asText("").equals("loa1");
        out.on(L34, "identity, signed in")
                .fix("Return iss and sub exactly as in the id_token, and acr loa1.")
                .judge(
                        reply.status() == 200 && same && loa1,
                        reply.describe()
                                + (same ? ", iss and sub are the token's" : ", iss or sub differ")
                                + (loa1 ? ", acr loa1" : ", acr is not loa1"));
        boolean open =
                reply.header("Access-Control-Allow-Origin").equals(Optional.of(origin))
                        && reply.header("Access-Control-Allow-Credentials")
                                .equals(Optional.of("true"));
        out.on(L34, "identity, to the brand's page")
                .fix("Add the brand's origin to the client's web origins.")
                .judge(
                        open,
                        "readable by the brand's origin",
                        "no CORS headers for the brand's origin");
    }

    private static void stranger(Run run, String address, Findings out) {
        var foreign = Map.of("Origin", "https://evil.example");
        var reply = run.signIn().fetch(address, foreign).orElseThrow();
        boolean shut =
                reply.header("Access-Control-Allow-Origin").isEmpty()
                        && json(reply).path("sub").isMissingNode();
        out.on(L34, "identity, to another site's page", "Answer only the client's web origins.")
                .judge(
                        shut,
                        reply.describe() + ", no data, no CORS headers",
                        "the endpoint answers it");
    }

    private static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
