package io.github.keycloakliveperson.it.idtoken;

import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.AdminApi;

/** A client policy that leaves out every scope which the exchanged token doesn't name (K33). */
final class Downscoping {

    private static final String EXECUTOR = "downscope-assertion-grant-enforcer";

    private Downscoping() {}

    /** Puts every client of a realm under it; false where the server has no such executor. */
    static boolean enforce(TestRealm realm) {
        if (!realm.spis().get("client-policy-executor").getProviders().containsKey(EXECUTOR)) {
            return false;
        }
        AdminApi api = AdminApi.of(realm);
        AdminApi.expect(
                204,
                api.put(
                        "client-policies/profiles",
                        "{\"profiles\":[{\"name\":\"narrow\",\"executors\":[{\"executor\":\""
                                + EXECUTOR
                                + "\",\"configuration\":{}}]}]}"));
        AdminApi.expect(
                204,
                api.put(
                        "client-policies/policies",
                        "{\"policies\":[{\"name\":\"all\",\"enabled\":true,\"conditions\":"
                                + "[{\"condition\":\"any-client\",\"configuration\":{}}],"
                                + "\"profiles\":[\"narrow\"]}]}"));
        return true;
    }
}
