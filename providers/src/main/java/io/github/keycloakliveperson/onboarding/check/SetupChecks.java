package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.onboarding.setup.Viewer;
import java.util.List;
import java.util.stream.Stream;

/** All the checks, in the order an admin would work through them. */
public final class SetupChecks {

    private static final List<SetupCheck> OF_THE_CLIENT =
            List.of(
                    ClientChecks::client,
                    FlowChecks::flow,
                    FlowChecks::pkce,
                    ClientChecks::secret,
                    OriginChecks::issuer,
                    KeyChecks::signingKey,
                    KeyChecks::signatureAlgorithm,
                    RedirectChecks::redirectUris,
                    RedirectChecks::callback);

    private static final List<SetupCheck> OF_CONVERSATIONS =
            List.of(
                    RedirectChecks::silentReturn,
                    RedirectChecks::livePersons,
                    OriginChecks::webOrigins);

    private static final List<SetupCheck> OF_TOKENS =
            List.of(
                    SignInChecks::answerParameters,
                    MapperChecks::mappers,
                    MapperChecks::settings,
                    SdeChecks::userProfile,
                    SdeChecks::conflict,
                    SdeChecks::email,
                    SubjectCheck::subject,
                    SignInChecks::lifespan,
                    KeyChecks::encryptionKey,
                    KeyChecks::nativeEncryption,
                    ClientChecks::fullScope,
                    SignInChecks::bruteForce);

    private SetupChecks() {}

    /** One finding for each check that bears on such a client. */
    public static List<Check> run(Setup setup) {
        return Stream.of(
                        OF_THE_CLIENT,
                        setup.delegatesOnly()
                                ? List.<SetupCheck>of(DelegationChecks::redirectUri)
                                : OF_CONVERSATIONS,
                        OF_TOKENS,
                        setup.delegates() ? DelegationChecks.ALL : List.<SetupCheck>of())
                .flatMap(List::stream)
                .map(check -> check.on(setup))
                .map(check -> isFor(setup.viewer(), check) ? check : withoutDetail(check))
                .toList();
    }

    /** As Keycloak's own admin API, which hides realm settings and profile from some admins. */
    private static boolean isFor(Viewer viewer, Check check) {
        return switch (check.id()) {
            case SignInChecks.LIFESPAN, SdeChecks.EMAIL, DelegationChecks.LIFESPAN ->
                    viewer.realm();
            case SdeChecks.USER_PROFILE -> viewer.profile();
            default -> true;
        };
    }

    private static Check withoutDetail(Check check) {
        return new Check(
                check.id(),
                check.status(),
                "This check needs realm settings that you may not view.",
                check.fix().isEmpty() ? "" : "Ask an admin who may view the realm's settings.");
    }
}
