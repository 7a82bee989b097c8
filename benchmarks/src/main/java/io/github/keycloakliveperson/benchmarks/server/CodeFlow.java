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
     * @return the nanoseconds until the code
     */
    public double signIn(String rawState) {
        long start = System.nanoTime();
        consumer.code(client, rawState);
        return System.nanoTime() - start;
    }

    /**
     * Opens the external window by the SSO session.
     *
     * @return the nanoseconds until its code
     */
    public double window(String rawState) {
        long start = System.nanoTime();
        consumer.windowCode(client, rawState);
        return System.nanoTime() - start;
    }
}
