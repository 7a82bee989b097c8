package io.github.keycloakliveperson.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakliveperson.onboarding.setup.Viewer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;

@DisplayName("Keycloak's permissions, called by name")
class ClientPermissionsTest {

    private boolean allowed;
    private boolean realm;
    private boolean profile;
    private boolean scopes;

    private final ClientPermissions permissions =
            new ClientPermissions(Evaluator.class, new Evaluator());

    @Test
    @DisplayName("are Keycloak's answer")
    void answers() {
        assertThat(permissions.canList()).isFalse();
        assertThat(permissions.canView(null)).isFalse();
        allowed = true;
        assertThat(permissions.canList()).isTrue();
        assertThat(permissions.canView(null)).isTrue();
        permissions.requireList();
        permissions.requireManage();
        permissions.requireView(null);
    }

    @Test
    @DisplayName("are Keycloak's own exception")
    void refused() {
        assertThatThrownBy(permissions::requireList).isInstanceOf(SecurityException.class);
        assertThatThrownBy(permissions::requireManage).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> permissions.requireView(null))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    @DisplayName("that this Keycloak lacks are an error, not a permission")
    void missing() {
        assertThatThrownBy(() -> new ClientPermissions(Object.class, new Object()).canList())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("clients");
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false, false",
        "true, false, false, true",
        "false, true, false, true",
        "false, false, true, false",
    })
    @DisplayName("tell what else the admin may see")
    void viewer(boolean ofRealm, boolean ofUsers, boolean ofScopes, boolean seesProfile) {
        realm = ofRealm;
        profile = ofUsers;
        scopes = ofScopes;

        assertThat(permissions.viewer()).isEqualTo(new Viewer(ofRealm, seesProfile, ofScopes));
    }

    private void require() {
        if (!allowed) {
            throw new SecurityException();
        }
    }

    /** In place of Keycloak's evaluator, whose interface moved between versions. */
    public final class Evaluator {

        public Clients clients() {
            return new Clients();
        }

        public Realm realm() {
            return new Realm();
        }

        public Users users() {
            return new Users();
        }
    }

    /** The permissions on clients. */
    public final class Clients {

        public boolean canList() {
            return allowed;
        }

        public boolean canView(ClientModel client) {
            return allowed;
        }

        public boolean canViewClientScopes() {
            return scopes;
        }

        public void requireList() {
            require();
        }

        public void requireManage() {
            require();
        }

        public void requireView(ClientModel client) {
            require();
        }
    }

    /** The permissions on the realm. */
    public final class Realm {

        public boolean canViewRealm() {
            return realm;
        }
    }

    /** The permissions on users. */
    public final class Users {

        public boolean canQuery() {
            return profile;
        }
    }
}
