package io.github.keycloakliveperson.window.mapper;

import static io.github.keycloakliveperson.Models.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.Models;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Groups and composite roles are Keycloak's own work, which {@code RequiredRoleIT} shows. */
@DisplayName("The role that a consumer needs")
class RequiredRoleTest {

    /** The realm has the roles {@code member} and {@code vip.member}, its client shop a member. */
    private static final RealmModel REALM =
            model(
                    RealmModel.class,
                    (proxy, method, arguments) ->
                            switch (method.getName()) {
                                case "getRole" ->
                                        List.of("member", "vip.member").contains(arguments[0])
                                                ? role((String) arguments[0])
                                                : null;
                                case "getClientByClientId" ->
                                        "shop".equals(arguments[0]) ? shop() : null;
                                default -> throw new AssertionError(method);
                            });

    @ParameterizedTest
    @ValueSource(strings = {"member", "vip.member", "shop.member"})
    @DisplayName("is a realm's or a client's, and is asked of the consumer")
    void held(String name) {
        assertThat(new RequiredRole(name).isHeldBy(() -> with(name), REALM)).isTrue();
        assertThat(new RequiredRole(name).isHeldBy(() -> with("another"), REALM)).isFalse();
        assertThat(new RequiredRole(name).isHeldBy(() -> null, REALM)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"guest", "shop.guest", "nobody.member", "Member", "."})
    @DisplayName("is nobody's where it doesn't exist")
    void missing(String name) {
        assertThat(new RequiredRole(name).in(REALM)).isEmpty();
        assertThat(new RequiredRole(name).isHeldBy(() -> with(name), REALM)).isFalse();
    }

    @Test
    @DisplayName("is none by default: everybody may")
    void none() {
        assertThat(new RequiredRole("").isHeldBy(null, REALM)).isTrue();
    }

    @Test
    @DisplayName("is not named in the refusal, which is legal in an error_description")
    void refusal() {
        assertThat(RequiredRole.REFUSAL).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    }

    private static ClientModel shop() {
        return model(
                ClientModel.class,
                (proxy, method, arguments) ->
                        "member".equals(arguments[0]) ? role("shop.member") : null);
    }

    private static RoleModel role(String name) {
        return Models.knowing(RoleModel.class, Map.of("getName", name));
    }

    private static UserModel with(String role) {
        return model(
                UserModel.class,
                (proxy, method, arguments) -> ((RoleModel) arguments[0]).getName().equals(role));
    }
}
