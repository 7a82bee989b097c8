package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.onboarding.setup.Viewer;
import java.util.List;
import java.util.function.Predicate;

/** All the checks, in the order an admin would work through them. */
public final class SetupChecks {

    private static final Predicate<Setup> CONVERSATIONS = Predicate.not(Setup::delegatesOnly);

    private static final List<SetupCheck> ALL =
            List.of(
                    SetupCheck.of("client", ClientChecks::client),
                    SetupCheck.of("flow", FlowChecks::flow),
                    SetupCheck.of("pkce", FlowChecks::pkce),
                    SetupCheck.of("secret", ClientChecks::secret),
                    SetupCheck.of("issuer", OriginChecks::issuer),
                    SetupCheck.of("signing-key", KeyChecks::signingKey),
                    SetupCheck.of("signature-algorithm", KeyChecks::signatureAlgorithm),
                    SetupCheck.of("redirect-uris", RedirectChecks::redirectUris),
                    SetupCheck.of("callback", RedirectChecks::callback),
                    SetupCheck.of("delegation-redirect-uri", DelegationChecks::redirectUri)
                            .where(Setup::delegatesOnly),
                    SetupCheck.of("silent-return", RedirectChecks::silentReturn)
                            .where(CONVERSATIONS),
                    SetupCheck.of("liveperson-redirects", RedirectChecks::livePersons)
                            .where(CONVERSATIONS),
                    SetupCheck.of("web-origins", OriginChecks::webOrigins).where(CONVERSATIONS),
                    SetupCheck.of("answer-parameters", SignInChecks::answerParameters),
                    SetupCheck.of("mappers", MapperChecks::mappers),
                    SetupCheck.of("mapper-settings", MapperChecks::settings),
                    SetupCheck.of("user-profile", SdeChecks::userProfile).forThose(Viewer::profile),
                    SetupCheck.of("organizations", SdeChecks::organizations)
                            .forThose(Viewer::realm),
                    SetupCheck.of("sde-conflict", SdeChecks::conflict),
                    SetupCheck.of("email-verification", SdeChecks::email).forThose(Viewer::realm),
                    SetupCheck.of("subject", SubjectCheck::subject),
                    SetupCheck.of("id-token-lifespan", SignInChecks::lifespan)
                            .forThose(Viewer::realm),
                    SetupCheck.of("required-role", SignInChecks::requiredRole),
                    SetupCheck.of("encryption-key", KeyChecks::encryptionKey),
                    SetupCheck.of("native-encryption", KeyChecks::nativeEncryption),
                    SetupCheck.of("full-scope", ClientChecks::fullScope),
                    SetupCheck.of("brute-force", SignInChecks::bruteForce),
                    SetupCheck.of("api-audience", DelegationChecks::audience)
                            .where(Setup::delegates),
                    SetupCheck.of("access-token-lifespan", DelegationChecks::lifespan)
                            .where(Setup::delegates)
                            .forThose(Viewer::realm),
                    SetupCheck.of("refresh-tokens", DelegationChecks::refreshTokens)
                            .where(Setup::delegates),
                    SetupCheck.of("offline-access", DelegationChecks::offlineAccess)
                            .where(Setup::delegates));

    private SetupChecks() {}

    /** One finding for each check that applies to such a client. */
    public static List<Check> run(Setup setup) {
        return ALL.stream()
                .filter(check -> check.bearsOn().test(setup))
                .map(check -> check.on(setup))
                .toList();
    }
}
