package io.github.keycloakliveperson.window.mapper;

import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** The window mapper's settings as the Admin console shows them (K27). */
final class WindowMapperProperties {

    private WindowMapperProperties() {}

    static List<ProviderConfigProperty> all() {
        WindowMapperConfig defaults = WindowMapperConfig.DEFAULTS;
        return ProviderConfigurationBuilder.create()
                .property()
                .name(WindowMapperConfig.LIFESPAN)
                .label("ID token lifespan")
                .helpText(
                        "Seconds until LivePerson asks for a new token to see whether the consumer"
                                + " is still signed in. 3600 to 86400 are used in practice. A token"
                                + " never outlives the consumer's session in Keycloak.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(String.valueOf(defaults.lifespan()))
                .add()
                .property()
                .name(WindowMapperConfig.LOCATION)
                .label("Answer location")
                .helpText(
                        "Where the external window finds the ID token in the implicit flow: in the"
                                + " fragment of its address, or in the query. Codes always come in"
                                + " the query.")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(AnswerLocation.FRAGMENT.value(), AnswerLocation.QUERY.value())
                .defaultValue(defaults.location().value())
                .add()
                .property()
                .name(WindowMapperConfig.TOKEN_REDIRECT_URI)
                .label("Redirect URI of the token call")
                .helpText(
                        "For connectors of the openID dialect only: the redirect_uri that"
                                + " LivePerson sends to the token endpoint for the external"
                                + " window, exactly.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(defaults.tokenRedirectUri())
                .add()
                .property()
                .name(WindowMapperConfig.MAX_STATE_LENGTH)
                .label("Longest state")
                .helpText(
                        "Raw characters, as they stand in the request, together with the query of"
                                + " the address of the window, which is the state of the"
                                + " openID dialect. A longer one is answered with an OAuth error:"
                                + " it"
                                + " is never cut.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(String.valueOf(defaults.maxStateLength()))
                .add()
                .property()
                .name(WindowMapperConfig.MINIMAL_TOKEN_RESPONSE)
                .label("Minimal token response")
                .helpText(
                        "LivePerson needs only the ID token. When on, the access token is the"
                                + " word NotApplicable and no refresh token leaves the server, in"
                                + " every grant of this client.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(String.valueOf(defaults.minimalTokenResponse()))
                .add()
                .build();
    }
}
