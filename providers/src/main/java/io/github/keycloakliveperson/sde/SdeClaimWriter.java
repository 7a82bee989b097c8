package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.ConfigCache;
import io.github.keycloakliveperson.sde.claim.Precedence;
import io.github.keycloakliveperson.sde.claim.SdeReport;
import io.github.keycloakliveperson.sde.claim.SdeType;
import io.github.keycloakliveperson.sde.source.ConsumerProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.IDToken;

/** What both SDE mappers do: check their settings, and add their part to a token's lp_sdes. */
final class SdeClaimWriter {

    private static final String UNFINISHED = SdeClaimWriter.class.getName();

    private final SdeType type;
    private final ConfigCache<SdeSettings> settings;
    private final ProblemLog log = new ProblemLog(System::nanoTime);

    SdeClaimWriter(SdeType type) {
        this.type = type;
        this.settings = new ConfigCache<>(config -> SdeSettings.parse(type, config));
    }

    boolean inUserInfo(ProtocolMapperModel mapper) {
        return settingsOf(mapper).inUserInfo();
    }

    void write(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        var client = context.getClientSession().getClient();
        var user = userSession.getUser();
        Map<String, Object> fields =
                new SdeData(
                                settingsOf(mapper),
                                new ConsumerProfile(session, userSession, context),
                                dayOfIssue(token),
                                log.about(client, mapper, user))
                        .fields();
        var ofScope = client.getProtocolMapperById(mapper.getId()) == null;
        var kept =
                reportOf(token, session)
                        .add(
                                type,
                                new Precedence(ofScope, mapper.getName(), mapper.getId()),
                                fields,
                                token.getOtherClaims());
        if (!kept) {
            log.malformedClaim(client, mapper, user);
        }
    }

    /** A sentence for each setting that can't be used. */
    Optional<String> problem(ProtocolMapperModel mapper) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var refusals = SdeSettings.parse(type, mapper.getConfig()).refusals(today).values();
        return refusals.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", refusals));
    }

    private SdeSettings settingsOf(ProtocolMapperModel mapper) {
        return settings.of(mapper.getConfig());
    }

    /** The report that earlier mappers began for this token, or a new one. */
    @SuppressWarnings("ReferenceEquality") // another token may hold the same claims
    private static SdeReport reportOf(IDToken token, KeycloakSession session) {
        var unfinished = session.getAttribute(UNFINISHED, Unfinished.class);
        if (unfinished == null || unfinished.token() != token) {
            unfinished = new Unfinished(token, new SdeReport());
            session.setAttribute(UNFINISHED, unfinished);
        }
        return unfinished.report();
    }

    private static LocalDate dayOfIssue(IDToken token) {
        long seconds = token.getIat() == null ? Time.currentTimeMillis() / 1000 : token.getIat();
        return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }

    private record Unfinished(IDToken token, SdeReport report) {}
}
