package io.github.keycloakliveperson.keycloak.admin;

import io.github.keycloakliveperson.idtoken.IdTokenEncryptionConfig;
import io.github.keycloakliveperson.onboarding.NewClient;
import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;

/** Asks mappers whether they accept settings, which imports never do (K31). */
record MapperProblems(KeycloakSession session, RealmModel realm) {

    /** What Keycloak and its console give to mappers of any kind (K39). */
    private static final Set<String> KEYCLOAKS_OWN =
            Set.of(
                    "id.token.claim",
                    "access.token.claim",
                    "access.tokenResponse.claim",
                    "userinfo.token.claim",
                    "introspection.token.claim",
                    "lightweight.claim");

    /** Whether Keycloak knows a mapper's kind (K18). */
    boolean isKnown(ProtocolMapperModel mapper) {
        return kind(mapper) != null;
    }

    /** The sentence that refuses saving it; the container is null for a client yet to be. */
    Optional<String> of(ProtocolMapperModel mapper, ProtocolMapperContainerModel container) {
        var kind = kind(mapper);
        if (kind == null) {
            return Optional.empty();
        }
        try {
            kind.validateConfig(session, realm, container, mapper);
            return Optional.empty();
        } catch (ProtocolMapperConfigException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    /** The names of settings that its kind doesn't have and that do nothing, sorted. */
    List<String> unknownKeys(ProtocolMapperModel mapper) {
        var kind = kind(mapper);
        if (kind == null || mapper.getConfig() == null) {
            return List.of();
        }
        Set<String> unknown = new TreeSet<>(mapper.getConfig().keySet());
        unknown.removeAll(KEYCLOAKS_OWN);
        kind.getConfigProperties().forEach(property -> unknown.remove(property.getName()));
        return List.copyOf(unknown);
    }

    /** Asks the encryption mapper about a key, in the same words as the console would. */
    Optional<String> ofKey(NewClient.Key key) {
        var mapper = new ProtocolMapperModel();
        mapper.setProtocolMapper(MapperSettings.ENCRYPTION);
        mapper.setProtocol("openid-connect");
        mapper.setConfig(IdTokenEncryptionConfig.of(key.publicKey(), key.kid()));
        return of(mapper, null);
    }

    private ProtocolMapper kind(ProtocolMapperModel mapper) {
        return (ProtocolMapper)
                session.getKeycloakSessionFactory()
                        .getProviderFactory(ProtocolMapper.class, mapper.getProtocolMapper());
    }
}
