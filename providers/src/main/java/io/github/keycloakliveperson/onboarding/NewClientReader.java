package io.github.keycloakliveperson.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.onboarding.NewClient.Delegation;
import io.github.keycloakliveperson.onboarding.NewClient.Key;
import io.github.keycloakliveperson.onboarding.NewClient.Template;
import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.window.address.WebOrigin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the body of {@code POST clients} and names every fault in it at once. */
public final class NewClientReader {

    static final String CLIENT_ID = "clientId";
    static final String FLOW = "flow";
    static final String PKCE = "pkce";
    static final String BRAND_ORIGINS = "brandOrigins";
    static final String KEY = "livePersonKey";
    static final String KEY_ID = "livePersonKeyId";

    static final String DELEGATION = "delegation";
    static final String REDIRECT_URI = "delegationRedirectUri";
    static final String SCOPES = "scopes";
    private static final Set<String> FIELDS =
            Set.of(
                    CLIENT_ID,
                    FLOW,
                    PKCE,
                    BRAND_ORIGINS,
                    KEY,
                    KEY_ID,
                    DELEGATION,
                    REDIRECT_URI,
                    SCOPES);
    private static final String OFFLINE = "offline_access";
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
     * @param isScope tells a client scope of the realm
     * @return the client to be made
     * @throws RefusedException with every fault
     */
    public static NewClient read(
            JsonNode body, Function<Key, Optional<String>> keyProblem, Predicate<String> isScope)
            throws RefusedException {
        return new NewClientReader(body).read(keyProblem, isScope);
    }

    private NewClient read(Function<Key, Optional<String>> keyProblem, Predicate<String> isScope)
            throws RefusedException {
        String clientId = clientId();
        Template template = template();
        List<WebOrigin> origins = origins();
        Optional<Key> key = key();
        key.flatMap(keyProblem).ifPresent(problem -> faults.put(KEY, problem));
        Optional<Delegation> delegation = delegation(template, origins, isScope);
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
        return new NewClient(clientId, template, origins, key, delegation);
    }

    private String clientId() {
        String clientId = text(CLIENT_ID);
        if (clientId.isEmpty()) {
            faults.putIfAbsent(CLIENT_ID, "clientId is missing: name the client.");
        } else if (!SAFE_ID.matcher(clientId).matches()) {
            faults.put(
                    CLIENT_ID,
                    "clientId may have only letters, digits and . _ ~ -, at most 255, and must"
                            + " start with a letter or digit.");
        }
        return clientId;
    }

    private Template template() {
        String flow = text(FLOW);
        boolean withPkce = flag(PKCE);
        if (withPkce && Set.of("implicit", DELEGATION).contains(flow)) {
            faults.put(PKCE, "pkce goes with the code flow only.");
        }
        switch (flow) {
            case "code":
                return withPkce ? Template.CODE_PKCE : Template.CODE;
            case "implicit":
                return Template.IMPLICIT;
            case DELEGATION:
                return Template.DELEGATION;
            default:
                faults.putIfAbsent(
                        FLOW,
                        "flow is code or implicit, as the authentication type in LivePerson's"
                                + " form, or delegation.");
                return Template.CODE;
        }
    }

    private boolean flag(String field) {
        String value = body.path(field).asText("");
        if (!Set.of("", "null", "true", "false").contains(value)) {
            faults.put(field, field + " is true or false.");
        }
        return "true".equals(value);
    }

    private Optional<Delegation> delegation(
            Template template, List<WebOrigin> origins, Predicate<String> isScope) {
        boolean ofItsOwn = template == Template.DELEGATION;
        boolean wanted = flag(DELEGATION) || ofItsOwn;
        String uri = text(REDIRECT_URI);
        List<String> scopes = scopes(isScope);
        if (wanted && template == Template.IMPLICIT) {
            faults.put(DELEGATION, "delegation goes with the code flow only.");
        }
        if (ofItsOwn && !ClientSettings.isDelegationRedirect(uri)) {
            faults.putIfAbsent(
                    REDIRECT_URI,
                    "delegationRedirectUri is LivePerson's:"
                            + " https://{its idp domain}/callback/{your account}/redirectCode.");
        }
        if (!ofItsOwn && !uri.isEmpty()) {
            faults.put(REDIRECT_URI, "delegationRedirectUri goes with flow delegation only.");
        }
        if (ofItsOwn && scopes.isEmpty()) {
            faults.putIfAbsent(SCOPES, "scopes is missing: name the client scopes of your API.");
        }
        if (!wanted && !scopes.isEmpty()) {
            faults.put(SCOPES, "scopes go with delegation only.");
        }
        if (ofItsOwn && !origins.isEmpty()) {
            faults.put(
                    BRAND_ORIGINS,
                    "brandOrigins don't go with flow delegation: it has no" + " pages.");
        }
        return wanted ? Optional.of(new Delegation(uri, scopes)) : Optional.empty();
    }

    private List<String> scopes(Predicate<String> isScope) {
        List<String> names = new ArrayList<>();
        each(SCOPES).forEach(node -> names.add(node.asText().strip()));
        List<String> wrong =
                names.stream().filter(name -> OFFLINE.equals(name) || !isScope.test(name)).toList();
        if (!wrong.isEmpty()) {
            faults.put(
                    SCOPES,
                    "No client scopes of this realm that a bot may have: "
                            + wrong.stream()
                                    .map(PastedText::shown)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return names;
    }

    private List<WebOrigin> origins() {
        List<String> wrong = new ArrayList<>();
        Set<WebOrigin> origins = new LinkedHashSet<>();
        for (JsonNode node : each(BRAND_ORIGINS)) {
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

    /** The texts of a list, or the only one without a list around it. */
    private Iterable<JsonNode> each(String field) {
        JsonNode given = body.path(field);
        if (!given.isMissingNode() && !given.isNull() && !given.isArray() && !given.isTextual()) {
            faults.put(field, field + " is a list.");
        }
        return given.isTextual() ? List.of(given) : given;
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
