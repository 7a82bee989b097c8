package io.github.keycloakliveperson.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.onboarding.NewClient.Key;
import io.github.keycloakliveperson.onboarding.NewClient.Template;
import io.github.keycloakliveperson.window.address.WebOrigin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.keycloak.util.JsonSerialization;

/** Reads the body of {@code POST clients} and names every fault in it at once. */
public final class NewClientReader {

    static final String CLIENT_ID = "clientId";
    static final String FLOW = "flow";
    static final String PKCE = "pkce";
    static final String BRAND_ORIGINS = "brandOrigins";
    static final String KEY = "livePersonKey";
    static final String KEY_ID = "livePersonKeyId";

    // LivePerson sends the id as it stands (L18), and it is a segment of an address.
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,254}");

    private final RequestFields fields;

    private NewClientReader(RequestFields fields) {
        this.fields = fields;
    }

    public static NewClient read(
            JsonNode body, Function<Key, Optional<String>> keyProblem, Predicate<String> isScope)
            throws RefusedException {
        return new NewClientReader(new RequestFields(body)).read(keyProblem, isScope);
    }

    /** The JSON object of a body. */
    public static JsonNode object(String body) throws RefusedException {
        try {
            var node = JsonSerialization.mapper.readTree(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException notJson) {
            // the same answer: what was sent is never repeated
        }
        throw new RefusedException(Refusal.of("invalid_request", "Send a JSON object."));
    }

    private NewClient read(Function<Key, Optional<String>> keyProblem, Predicate<String> isScope)
            throws RefusedException {
        var clientId = clientId();
        var template = template();
        var origins = origins();
        var key = key();
        key.flatMap(keyProblem).ifPresent(problem -> fields.fault(KEY, problem));
        var delegation = new DelegationReader(fields, isScope).read(template, origins);
        fields.refuseFaults();
        return new NewClient(clientId, template, origins, key, delegation);
    }

    private String clientId() {
        var clientId = fields.text(CLIENT_ID);
        if (clientId.isEmpty()) {
            fields.faultIfNone(CLIENT_ID, "clientId is missing: name the client.");
        } else if (!SAFE_ID.matcher(clientId).matches()) {
            fields.fault(
                    CLIENT_ID,
                    "clientId may have only letters, digits and . _ ~ -, at most 255,"
                            + " and must start with a letter or digit.");
        }
        return clientId;
    }

    private Template template() {
        var flow = fields.text(FLOW);
        var withPkce = fields.flag(PKCE);
        if (withPkce && Set.of("implicit", DelegationReader.DELEGATION).contains(flow)) {
            fields.fault(PKCE, "pkce goes with the code flow only.");
        }
        return switch (flow) {
            case "code" -> withPkce ? Template.CODE_PKCE : Template.CODE;
            case "implicit" -> Template.IMPLICIT;
            case DelegationReader.DELEGATION -> Template.DELEGATION;
            default -> {
                fields.faultIfNone(
                        FLOW,
                        "flow is code or implicit, as the authentication type in LivePerson's"
                                + " form, or delegation.");
                yield Template.CODE;
            }
        };
    }

    private List<WebOrigin> origins() {
        List<String> wrong = new ArrayList<>();
        Set<WebOrigin> origins = new LinkedHashSet<>();
        for (var node : fields.each(BRAND_ORIGINS)) {
            try {
                var origin = WebOrigin.read(node.asText());
                if (!origin.isSecure()) {
                    wrong.add(origin + " is not https. Only localhost may be http.");
                }
                origins.add(origin);
            } catch (IllegalArgumentException e) {
                wrong.add(e.getMessage());
            }
        }
        if (!wrong.isEmpty()) {
            fields.fault(BRAND_ORIGINS, String.join(" ", wrong));
        }
        return List.copyOf(origins);
    }

    private Optional<Key> key() {
        var key = fields.text(KEY, true);
        var kid = fields.text(KEY_ID);
        if (key.isEmpty() && !kid.isEmpty()) {
            fields.fault(KEY_ID, "livePersonKeyId is given without livePersonKey.");
        }
        return key.isEmpty() ? Optional.empty() : Optional.of(new Key(key, kid));
    }
}
