package io.github.keycloakliveperson.onboarding;

import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.onboarding.NewClient.Delegation;
import io.github.keycloakliveperson.onboarding.NewClient.Template;
import io.github.keycloakliveperson.onboarding.setup.ClientSettings;
import io.github.keycloakliveperson.window.address.WebOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads what a request says about consumer delegation (L39, L40). */
record DelegationReader(RequestFields fields, Predicate<String> isScope) {

    static final String DELEGATION = "delegation";
    static final String REDIRECT_URI = "delegationRedirectUri";
    static final String SCOPES = "scopes";
    private static final String OFFLINE = "offline_access";

    /** Empty where none is wanted. */
    Optional<Delegation> read(Template template, List<WebOrigin> origins) {
        var ofItsOwn = template == Template.DELEGATION;
        var wanted = fields.flag(DELEGATION) || ofItsOwn;
        var uri = fields.text(REDIRECT_URI);
        var scopes = scopes();
        if (wanted && template == Template.IMPLICIT) {
            fields.fault(DELEGATION, "delegation goes with the code flow only.");
        }
        if (ofItsOwn && !ClientSettings.isDelegationRedirect(uri)) {
            fields.faultIfNone(
                    REDIRECT_URI,
                    "delegationRedirectUri is LivePerson's:"
                            + " https://{its idp domain}/callback/{your account}/redirectCode.");
        }
        if (!ofItsOwn && !uri.isEmpty()) {
            fields.fault(REDIRECT_URI, "delegationRedirectUri goes with flow delegation only.");
        }
        if (ofItsOwn && scopes.isEmpty()) {
            fields.faultIfNone(SCOPES, "scopes is missing: name the client scopes of your API.");
        }
        if (!wanted && !scopes.isEmpty()) {
            fields.fault(SCOPES, "scopes go with delegation only.");
        }
        if (ofItsOwn && !origins.isEmpty()) {
            fields.fault(
                    NewClientReader.BRAND_ORIGINS,
                    "brandOrigins don't go with flow delegation: it has no pages.");
        }
        return wanted ? Optional.of(new Delegation(uri, scopes)) : Optional.empty();
    }

    private List<String> scopes() {
        List<String> names = new ArrayList<>();
        fields.each(SCOPES).forEach(node -> names.add(node.asText().strip()));
        var wrong =
                names.stream().filter(name -> OFFLINE.equals(name) || !isScope.test(name)).toList();
        if (!wrong.isEmpty()) {
            fields.fault(
                    SCOPES,
                    "No client scopes of this realm that a bot may have: "
                            + wrong.stream()
                                    .map(PastedText::shown)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return names;
    }
}
