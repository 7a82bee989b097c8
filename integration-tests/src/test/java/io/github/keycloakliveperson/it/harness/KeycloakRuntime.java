package io.github.keycloakliveperson.it.harness;

/**
 * Where the tests' servers run: {@code -Dkeycloak.runtime=process}, the default, needs Java only;
 * {@code container} needs Docker and tests the official image.
 */
enum KeycloakRuntime {
    PROCESS {
        @Override
        KeycloakUnderTest start(ServerSetup setup) {
            return KeycloakProcess.start(setup);
        }
    },
    CONTAINER {
        @Override
        KeycloakUnderTest start(ServerSetup setup) {
            return KeycloakInContainer.start(setup);
        }
    };

    /** Starts a server and waits until it answers. */
    abstract KeycloakUnderTest start(ServerSetup setup);

    /**
     * The one that this run asks for.
     *
     * @throws IllegalArgumentException when the property names neither
     */
    static KeycloakRuntime chosen() {
        String name = System.getProperty("keycloak.runtime", "process");
        return switch (name) {
            case "process" -> PROCESS;
            case "container" -> CONTAINER;
            default ->
                    throw new IllegalArgumentException(
                            "-Dkeycloak.runtime is process or container, not " + name);
        };
    }
}
