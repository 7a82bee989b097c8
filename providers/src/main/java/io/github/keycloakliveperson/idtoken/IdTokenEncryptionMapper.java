package io.github.keycloakliveperson.idtoken;

import com.google.auto.service.AutoService;
import io.github.keycloakliveperson.ExtensionVersion;
import io.github.keycloakliveperson.guard.DeclaredMapper;
import io.github.keycloakliveperson.guard.IndispensableMapper;
import io.github.keycloakliveperson.guard.TokenGuard;
import io.github.keycloakliveperson.guard.TokenRefusal;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenResponseMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.representations.AccessTokenResponse;

/**
 * Wraps the signed id_token in a JWE for LivePerson (L13), in every grant that returns one (K16).
 * Where it cannot, the request fails: no id_token leaves in the clear (L16).
 */
@AutoService(ProtocolMapper.class)
public final class IdTokenEncryptionMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenResponseMapper, ServerInfoAwareProviderFactory {

    public static final String PROVIDER_ID = IndispensableMapper.ENCRYPTION.id();

    /** After every mapper that may look at the signed token. */
    private static final int PRIORITY = 100;

    private final EncryptorCache encryptors = new EncryptorCache();

    @Override
    public AccessTokenResponse transformAccessTokenResponse(
            AccessTokenResponse response,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        TokenGuard.check(session, userSession, context);
        if (response.getIdToken() == null) {
            return response;
        }
        try {
            var encryptor = encryptors.encryptorOf(mapper.getConfig());
            response.setIdToken(encryptor.encrypt(response.getIdToken(), now()));
            return response;
        } catch (EncryptionRefusal refusal) {
            throw TokenRefusal.of(
                    refusal.getMessage(),
                    IndispensableMapper.ENCRYPTION,
                    session,
                    userSession,
                    context);
        }
    }

    @Override
    public void validateConfig(
            KeycloakSession session,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        try {
            EncryptionPlace.require(mapper, container);
            IdTokenEncryptionConfig.of(mapper.getConfig()).encryptor().keys().requireUsable(now());
            if (container instanceof ClientModel client) {
                NativeEncryption.refuse(client);
            }
        } catch (EncryptionRefusal refusal) {
            throw new ProtocolMapperConfigException(
                    "liveperson-id-token-encryption", refusal.getMessage(), new Object[0]);
        }
    }

    /** What {@link EncryptionReadiness} asks, with the encryptors that are at hand already. */
    EncryptionReadiness readiness(ClientModel client, List<DeclaredMapper> mappers) {
        return EncryptionReadiness.judge(client, mappers, encryptors, now());
    }

    /** By Keycloak's own clock, which everything else in the server goes by too. */
    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayCategory() {
        return "LivePerson";
    }

    @Override
    public String getDisplayType() {
        return "LivePerson ID token encryption";
    }

    @Override
    public String getHelpText() {
        return "Encrypts the signed ID token with LivePerson's public key (RSA-OAEP-256). If that"
                + " fails, no ID token is issued.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return IdTokenEncryptionConfig.properties();
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return ExtensionVersion.operationalInfo();
    }
}
