package io.github.keycloakliveperson.window.external;

/** What becomes of a request of LivePerson's window whose client and address are right. */
public sealed interface WindowDecision {

    /** The consumer goes on to the stock authorization endpoint; the window waits. */
    record SignIn(PendingWindow pending, StockRequest stockRequest) implements WindowDecision {}

    /** The window is told what is wrong, at its address with its state; nothing is kept. */
    record Refuse(String location, OAuthError error) implements WindowDecision {}
}
