package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.onboarding.setup.Viewer;
import java.util.List;
import java.util.stream.Stream;

/** All the checks, in the order an admin would work through them. */
public final class SetupChecks {

    private static final List<SetupCheck> OF_THE_CLIENT =
            List.of(
                    new ClientCheck(),
                    new FlowCheck(),
                    new PkceCheck(),
                    new SecretCheck(),
                    new IssuerCheck(),
                    new SigningKeyCheck(),
                    new SignatureAlgorithmCheck(),
                    new RedirectUrisCheck(),
                    new CallbackCheck());

    private static final List<SetupCheck> OF_CONVERSATIONS =
            List.of(new SilentReturnCheck(), new LivePersonRedirectsCheck(), new WebOriginsCheck());

    private static final List<SetupCheck> OF_TOKENS =
            List.of(
                    new AnswerParametersCheck(),
                    new MappersCheck(),
                    new MapperSettingsCheck(),
                    new UserProfileCheck(),
                    new SdeConflictCheck(),
                    new EmailCheck(),
                    new SubjectCheck(),
                    new LifespanCheck(),
                    new EncryptionKeyCheck(),
                    new NativeEncryptionCheck(),
                    new FullScopeCheck(),
                    new BruteForceCheck());

    private SetupChecks() {}

    /**
     * Runs every check.
     *
     * @param setup a client with all that bears on it
     * @return one finding for each check that bears on such a client
     */
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
            case LifespanCheck.ID, EmailCheck.ID, DelegationChecks.LIFESPAN -> viewer.realm();
            case UserProfileCheck.ID -> viewer.profile();
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
