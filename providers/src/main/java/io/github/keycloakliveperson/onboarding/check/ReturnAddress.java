package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.Setup;
import java.util.List;

/**
 * An address of the realm endpoints that must be one of the client's redirect URIs, to the
 * character.
 *
 * @param name what it is, for a sentence
 * @param address what must be registered
 */
record ReturnAddress(String name, String address) {

    /** Looks for it among the client's redirect URIs. */
    Check check(String id, Setup setup) {
        List<String> registered = setup.client().redirectUris();
        if (registered.contains(address)) {
            return Check.pass(id, name + " is registered.");
        }
        List<String> others = registered.stream().filter(this::isAlike).toList();
        if (others.isEmpty()) {
            return Check.fail(
                    id, name + " isn't registered.", "Add the redirect URI " + address + ".");
        }
        return Check.fail(
                id,
                name
                        + " isn't registered: the realm, the client or Keycloak's address had"
                        + " another"
                        + " name when "
                        + String.join(", ", others)
                        + " was.",
                "Replace it with the redirect URI " + address + ".");
    }

    /** Of another realm, client or server, or in another spelling. */
    private boolean isAlike(String uri) {
        return endpoint(uri).equals(endpoint(address)) && !endpoint(uri).isEmpty();
    }

    private static String endpoint(String uri) {
        int own = uri.lastIndexOf("/liveperson/");
        return own < 0 ? "" : uri.substring(own).split("/", -1)[2];
    }
}
