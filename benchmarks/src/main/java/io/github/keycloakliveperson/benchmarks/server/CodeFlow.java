package io.github.keycloakliveperson.benchmarks.server;

/**
 * A consumer with an SSO session and a client: codes, and what their redemption takes.
 *
 * @param consumer who is signed in
 * @param client whose codes they are
 */
public record CodeFlow(Consumer consumer, Relying client) {

    /**
     * Gets a code and redeems it.
     *
     * @return the nanoseconds of the token call alone
     */
    public double redemption() {
        var code = consumer.code(client);
        long start = System.nanoTime();
        consumer.redeem(client, code, client.redirectUri());
        return System.nanoTime() - start;
    }

    /**
     * Signs in by the SSO session.
     *
     * @return the nanoseconds from the request to its answer with a code
     */
    public double signIn(String rawState) {
        return consumer.nanosToCode(realm -> client.authorization(realm, "&state=" + rawState));
    }

    /**
     * Opens the external window by the SSO session.
     *
     * @return the nanoseconds from the request to its answer with a code
     */
    public double window(String rawState) {
        return consumer.nanosToCode(realm -> client.window(realm, "code", rawState));
    }
}
