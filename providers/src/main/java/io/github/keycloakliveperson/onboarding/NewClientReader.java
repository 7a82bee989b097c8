package io.github.keycloakliveperson.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.onboarding.NewClient.Key;
import io.github.keycloakliveperson.onboarding.NewClient.Template;
import io.github.keycloakliveperson.window.embedded.WebOrigin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the body of {@code POST clients} and names every fault in it at once. */
public final class NewClientReader {

    static final String CLIENT_ID = "clientId";
    static final String FLOW = "flow";
    static final String PKCE = "pkce";
    static final String BRAND_ORIGINS = "brandOrigins";
    static final String KEY = "livePersonKey";
    static final String KEY_ID = "livePersonKeyId";

    private static final Set<String> FIELDS =
            Set.of(CLIENT_ID, FLOW, PKCE, BRAND_ORIGINS, KEY, KEY_ID);
    // LivePerson sends the id as it stands (L18), and it is a segment of an address.
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,254}");

    private final JsonNode body;
    private final Map<String, String> faults = new LinkedHashMap<>();

    private NewClientReader(JsonNode body) {
        this.body = body;
    }

    /**
     * Reads a request.
     *
     * @param body the JSON object that was sent
     * @param keyProblem tells what is wrong with a key, empty where nothing is
     * @return the client to be made
     * @throws RefusedException with every fault
     */
    public static NewClient read(JsonNode body, Function<Key, Optional<String>> keyProblem)
            throws RefusedException {
        return new NewClientReader(body).read(keyProblem);
    }

    private NewClient read(Function<Key, Optional<String>> keyProblem) throws RefusedException {
        String clientId = clientId();
        Template template = template();
        List<WebOrigin> origins = origins();
        Optional<Key> key = key();
        key.flatMap(keyProblem).ifPresent(problem -> faults.put(KEY, problem));
        body.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!FIELDS.contains(name)) {
                                faults.put(name, name + " is not a setting of this call.");
                            }
                        });
        if (!faults.isEmpty()) {
            throw RefusedException.of(Refusal.of(faults));
        }
        return new NewClient(clientId, template, origins, key);
    }

    private String clientId() {
        String clientId = text(CLIENT_ID);
        if (clientId.isEmpty()) {
            faults.putIfAbsent(CLIENT_ID, "clientId is missing: name the client.");
        } else if (!SAFE_ID.matcher(clientId).matches()) {
            faults.put(
                    CLIENT_ID,
                    "clientId may have letters, digits and . _ ~ - only, at most 255, and starts"
                            + " with a letter or digit.");
        }
        return clientId;
    }

    private Template template() {
        String flow = text(FLOW);
        String pkce = body.path(PKCE).asText("");
        if (!Set.of("", "null", "true", "false").contains(pkce)) {
            faults.put(PKCE, "pkce is true or false.");
        }
        boolean withPkce = "true".equals(pkce);
        switch (flow) {
            case "code":
                return withPkce ? Template.CODE_PKCE : Template.CODE;
            case "implicit":
                if (withPkce) {
                    faults.put(PKCE, "pkce goes with the code flow only.");
                }
                return Template.IMPLICIT;
            default:
                faults.putIfAbsent(
                        FLOW,
                        "flow is code or implicit, as the authentication type in LivePerson's"
                                + " form.");
                return Template.CODE;
        }
    }

    private List<WebOrigin> origins() {
        JsonNode given = body.path(BRAND_ORIGINS);
        List<String> wrong = new ArrayList<>();
        Set<WebOrigin> origins = new LinkedHashSet<>();
        Iterable<JsonNode> each = given.isTextual() ? List.of(given) : given;
        if (!given.isMissingNode() && !given.isNull() && !given.isArray() && !given.isTextual()) {
            wrong.add("brandOrigins is a list of origins.");
        }
        for (JsonNode node : each) {
            try {
                WebOrigin origin = WebOrigin.read(node.asText());
                if (!origin.isSecure()) {
                    wrong.add(origin + " is not https. Only localhost may be http.");
                }
                origins.add(origin);
            } catch (IllegalArgumentException e) {
                wrong.add(e.getMessage());
            }
        }
        if (!wrong.isEmpty()) {
            faults.put(BRAND_ORIGINS, String.join(" ", wrong));
        }
        return List.copyOf(origins);
    }

    private Optional<Key> key() {
        String key = text(KEY);
        String kid = text(KEY_ID);
        if (key.isEmpty() && !kid.isEmpty()) {
            faults.put(KEY_ID, "livePersonKeyId is given without livePersonKey.");
        }
        return key.isEmpty() ? Optional.empty() : Optional.of(new Key(key, kid));
    }

    private String text(String field) {
        JsonNode node = body.path(field);
        if (node.isObject() && field.equals(KEY)) {
            return node.toString();
        }
        // kcadm writes an id of digits as a number; of any other number the digits may change
        if (node.isContainerNode() || node.isBoolean() || node.isFloatingPointNumber()) {
            faults.put(field, field + " is a text.");
        }
        return node.isNull() ? "" : node.asText("").strip();
    }
}
