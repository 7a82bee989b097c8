package io.github.keycloakliveperson.it.operations;

import io.github.keycloakliveperson.it.harness.TestRealm;
import java.util.Map;

/** A consumer. */
record Person(String username, String id) {

    static Person create(TestRealm realm, String username) {
        return new Person(username, realm.user(username, Map.of()));
    }
}
