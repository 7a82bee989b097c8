package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.window.mapper.WindowMapperConfig;
import java.util.Optional;

/** {@code exp} comes often enough to notice a sign-out, and not so often that chats stall (L7). */
final class LifespanCheck implements SetupCheck {

    static final String ID = "id-token-lifespan";

    private static final long LEAST = 3_600;
    private static final long MOST = 86_400;
    private static final String FIX =
            "Set ID token lifespan in the messaging window mapper to 3600 to 86400 seconds.";

    @Override
    public Check on(Setup setup) {
        Optional<MapperSettings> window = setup.window();
        if (window.isEmpty()) {
            return Check.warn(
                    ID,
                    "Without the messaging window mapper, ID tokens expire as early as access"
                            + " tokens.",
                    "Add the mapper.");
        }
        long seconds = WindowMapperConfig.from(window.get().config()).lifespan();
        if (seconds < LEAST || seconds > MOST) {
            return Check.warn(
                    ID,
                    "ID tokens live for "
                            + seconds
                            + " seconds. LivePerson's brands use 3600 to 86400.",
                    FIX);
        }
        int sso = setup.realm().ssoMaxSeconds();
        if (sso > 0 && seconds > sso) {
            return Check.warn(
                    ID,
                    "ID tokens live for "
                            + seconds
                            + " seconds, but the SSO session ends after "
                            + sso
                            + ", and the tokens end with it.",
                    "Lengthen SSO Session Max under Realm settings, Sessions, or shorten ID token"
                            + " lifespan in the messaging window mapper.");
        }
        return Check.pass(ID, "ID tokens live for " + seconds + " seconds.");
    }
}
