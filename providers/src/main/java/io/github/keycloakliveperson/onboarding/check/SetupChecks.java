package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.Check;
import io.github.keycloakliveperson.onboarding.Setup;
import java.util.List;

/** All the checks, in the order an admin would work through them. */
public final class SetupChecks {

    private static final List<SetupCheck> ALL =
            List.of(
                    new ClientCheck(),
                    new FlowCheck(),
                    new PkceCheck(),
                    new SecretCheck(),
                    new IssuerCheck(),
                    new SigningKeyCheck(),
                    new SignatureAlgorithmCheck(),
                    new RedirectUrisCheck(),
                    new CallbackCheck(),
                    new SilentReturnCheck(),
                    new LivePersonRedirectsCheck(),
                    new WebOriginsCheck(),
                    new AnswerParametersCheck(),
                    new MappersCheck(),
                    new MapperSettingsCheck(),
                    new UserProfileCheck(),
                    new SdeConflictCheck(),
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
     * @return one finding for each check
     */
    public static List<Check> run(Setup setup) {
        return ALL.stream().map(check -> check.on(setup)).toList();
    }
}
