package io.github.keycloakliveperson.guard;

import java.util.function.Predicate;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

/** A mapper without which a client's tokens must not leave the server. */
public enum IndispensableMapper {
    /** Encrypts id_tokens (L16). */
    ENCRYPTION(
            "oidc-liveperson-id-token-encryption-mapper",
            "ID token encryption",
            "id_token_encryption_failed"),

    /**
     * Withholds access and refresh tokens (L20), unless its setting says otherwise, and everything
     * from a consumer without the role that it requires.
     */
    WINDOW("oidc-liveperson-window-mapper", "messaging window", "token_response_not_trimmed");

    /** The window mapper's setting that withholds access and refresh tokens. */
    public static final String TRIMMING = "minimal.token.response";

    /** Its setting that withholds everything from consumers without that role. */
    public static final String REQUIRED_ROLE = "required.role";

    private final String id;
    private final String label;
    private final String eventError;

    IndispensableMapper(String id, String label, String eventError) {
        this.id = id;
        this.label = label;
        this.eventError = eventError;
    }

    public String id() {
        return id;
    }

    /** The error of the event that a withheld answer leaves. */
    public String eventError() {
        return eventError;
    }

    /** Whether a mapper is of this kind, whether or not it runs. */
    public boolean is(ProtocolMapperModel mapper) {
        return id.equals(mapper.getProtocolMapper());
    }

    /** Why nothing is issued without it, and what to do; legal as an {@code error_description}. */
    public String whyWithheld() {
        return "The LivePerson "
                + label
                + " mapper of the client is not in effect. Keep it on the client itself, with the"
                + " protocol openid-connect, and see whether a client policy or a role restricts"
                + " the client scopes.";
    }

    /** Whether an answer must not leave without it; {@code asked} has the requested scopes. */
    public boolean isDemanded(ClientModel client, Predicate<ClientScopeModel> asked) {
        return DeclaredMapper.of(client)
                .filter(declared -> is(declared.mapper()))
                .anyMatch(declared -> isDemandedBy(declared, asked));
    }

    private boolean isDemandedBy(DeclaredMapper declared, Predicate<ClientScopeModel> asked) {
        var mapper = declared.mapper();
        var withholds =
                !"false".equals(setting(mapper, TRIMMING))
                        || !setting(mapper, REQUIRED_ROLE).isEmpty();
        return this == ENCRYPTION
                || withholds && (!declared.isOptional() || asked.test(declared.scope()));
    }

    private static String setting(ProtocolMapperModel mapper, String name) {
        var config = mapper.getConfig();
        var setting = config == null ? null : config.get(name);
        return setting == null ? "" : setting.strip();
    }
}
