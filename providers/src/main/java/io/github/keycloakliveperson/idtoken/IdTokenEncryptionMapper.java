package io.github.keycloakliveperson.idtoken;

import com.google.auto.service.AutoService;
import io.github.keycloakliveperson.LivePersonMapper;
import io.github.keycloakliveperson.guard.DeclaredMapper;
import io.github.keycloakliveperson.guard.IndispensableMapper;
import io.github.keycloakliveperson.guard.TokenRefusal;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.representations.AccessTokenResponse;

/**
 * Wraps the signed id_token in a JWE for LivePerson (L13), in every grant that returns one (K16).
 * If it can't, the request fails: no id_token leaves unencrypted (L16).
 */
@AutoService(ProtocolMapper.class)
public final class IdTokenEncryptionMapper extends LivePersonMapper {

    public static final String PROVIDER_ID = IndispensableMapper.ENCRYPTION.id();

    private final EncryptorCache encryptors = new EncryptorCache();
    private final KeyEndGauge keyEnds = new KeyEndGauge();

    public IdTokenEncryptionMapper() {
        super(
                PROVIDER_ID,
                "LivePerson ID token encryption",
                "Encrypts the signed ID token with LivePerson's public key (RSA-OAEP-256). If that"
                        + " fails, no ID token is issued.",
                IdTokenEncryptionConfig.properties());
    }

    @Override
    public int getPriority() {
        return AFTER_KEYCLOAKS_OWN;
    }

    @Override
    protected AccessTokenResponse changed(
            AccessTokenResponse response,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        if (response.getIdToken() == null) {
            return response;
        }
        try {
            var encryptor = encryptors.encryptorOf(mapper.getConfig());
            var now = now();
            keyEnds.set(context.getClientSession().getClient(), encryptor.keys().coveredUntil(now));
            response.setIdToken(encryptor.encrypt(response.getIdToken(), now));
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
    protected Optional<String> problem(
            ProtocolMapperModel mapper, ProtocolMapperContainerModel container) {
        try {
            EncryptionPlace.require(mapper, container);
            IdTokenEncryptionConfig.of(mapper.getConfig()).encryptor().keys().requireUsable(now());
            return Optional.empty();
        } catch (EncryptionRefusal refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    /** What {@link EncryptionReadiness} asks, with the encryptors that are already cached. */
    EncryptionReadiness readiness(List<DeclaredMapper> mappers) {
        return EncryptionReadiness.judge(mappers, encryptors, now());
    }

    /** By Keycloak's own clock, like everything else in the server. */
    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
