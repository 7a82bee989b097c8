package io.github.keycloakliveperson.onboarding.check;

import static io.github.keycloakliveperson.onboarding.setup.SetupFixture.mapper;

import io.github.keycloakliveperson.idtoken.EncryptionReadiness;
import io.github.keycloakliveperson.onboarding.setup.ClientSettings.Access;
import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.SetupFixture;
import io.github.keycloakliveperson.onboarding.setup.UserStorage;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.params.provider.Arguments;

/** What a test does to a faultless setup, one thing at a time. */
final class Faults {

    private Faults() {}

    static Arguments is(String id, String fault, Consumer<SetupFixture> spoil) {
        return Arguments.of(id, fault, spoil);
    }

    static Access secret(String secret) {
        return new Access(false, "client-secret", secret);
    }

    static Optional<EncryptionReadiness> encryption(OptionalLong days) {
        return Optional.of(new EncryptionReadiness(Optional.empty(), days));
    }

    static void lifespan(SetupFixture s, String seconds) {
        s.mappers.set(0, mapper(MapperSettings.WINDOW, Map.of("id.token.lifespan", seconds)));
    }

    /** At another address, with the redirect URIs that {@code POST clients} registers there. */
    static void serveAt(SetupFixture s, String frontendBase) {
        s.frontendBase = frontendBase;
        s.redirectUris.replaceAll(u -> u.replace("https://login.shop.example", frontendBase));
        s.redirectUris.add(s.realm().addresses().silentReturn(s.clientId));
    }

    static MapperSettings customer(Map<String, String> config) {
        return mapper(MapperSettings.CUSTOMER_INFO, config);
    }

    static MapperSettings subject(String attribute) {
        return mapper(
                "oidc-usermodel-attribute-mapper",
                Map.of("claim.name", "sub", "id.token.claim", "true", "user.attribute", attribute));
    }

    static MapperSettings constantSubject() {
        return mapper(
                "oidc-hardcoded-claim-mapper",
                Map.of("claim.name", "sub", "id.token.claim", "true", "claim.value", "all"));
    }

    static void unimported(SetupFixture s, String usernameAttribute) {
        s.storagesWithoutImport.add(new UserStorage("corp", usernameAttribute));
    }

    static MapperSettings byHand() {
        return mapper("oidc-usermodel-attribute-mapper", Map.of("claim.name", "lp_sdes"));
    }

    static MapperSettings unknown() {
        return new MapperSettings("mine", "oidc-mine", Optional.empty(), true, false, Map.of());
    }

    static MapperSettings inOptionalScope() {
        return new MapperSettings(
                "info", MapperSettings.CUSTOMER_INFO, Optional.of("more"), false, true, Map.of());
    }

    static MapperSettings ofSomeUsers(String providerId) {
        return new MapperSettings(
                        "a " + providerId,
                        providerId,
                        Optional.of("of a role"),
                        true,
                        true,
                        Map.of())
                .restricted(
                        Optional.of("runs only for users who have a role of that client scope."));
    }

    static MapperSettings emailClaim() {
        return mapper("oidc-usermodel-attribute-mapper", Map.of("claim.name", "email"));
    }

    static MapperSettings anyEmail() {
        return mapper(
                MapperSettings.PERSONAL_INFO, Map.of("email", "email", "verified.only", "false"));
    }
}
