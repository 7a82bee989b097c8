package io.github.keycloakliveperson.window.external;

/** What becomes of a request of LivePerson's window whose client and address are right. */
public sealed interface WindowDecision {

    /**
     * The consumer goes on to the stock authorization endpoint.
     *
     * @param pending what has to be kept until the consumer comes back
     * @param stockRequest what the stock endpoint is asked
     */
    record SignIn(PendingWindow pending, StockRequest stockRequest) implements WindowDecision {}

    /**
     * The window is told what is wrong; nothing is kept.
     *
     * @param location the window's address with the error, and with its state
     * @param error what is wrong
     */
    record Refuse(String location, OAuthError error) implements WindowDecision {}
}
