package io.github.keycloakliveperson.benchmarks.report;

/** The figures that are measured, in the order of the table. */
public enum Figure {
    TOKEN(
            "code → token: all SDE fields, window mapper, encrypted",
            "stock client, default scopes, plain id_token; same user and server",
            Unit.RATIO,
            Goal.atMost(1.05, 1.00)),
    TOKEN_NATIVE(
            "the same",
            "stock client with native encryption and a JSON attribute as `lp_sdes`",
            Unit.RATIO,
            Goal.atMost(1.00, 0.95)),
    THROUGHPUT(
            "token requests per second, 8 connections",
            "the pair of the first row",
            Unit.RATIO,
            Goal.atLeast(0.95, 1.00)),
    WINDOW(
            "external window with an SSO session, `authorize` to window (three requests)",
            "stock sign-in with an SSO session (one request)",
            Unit.RATIO,
            Goal.atMost(2.0, 1.5)),
    AUTHORIZE_CPU(
            "the server’s CPU time per `authorize` request, up to the redirect",
            "stock authorization request with `prompt=none`, same SSO session",
            Unit.RATIO,
            Goal.atMost(0.5, 0.3)),
    JWE(
            "JWE of a 2 kB id_token",
            "bare JCA: RSA-OAEP-256 and content encryption, same key",
            Unit.RATIO,
            Goal.atMost(1.25, 1.10)),
    SDE_TIME("all SDE fields to claims", "—", Unit.MICROSECONDS, Goal.atMost(10, 3)),
    SDE_ALLOCATION("allocation for the above", "—", Unit.KILOBYTES, Goal.atMost(20, 8)),
    INSTALLED(
            "clients without our mappers: token request with the JAR installed",
            "the same without the JAR, two servers side by side",
            Unit.RATIO,
            Goal.between(0.98, 1.02)),
    START(
            "server start with the JAR, until it is ready",
            "without the JAR",
            Unit.RATIO,
            Goal.atMost(1.02)),
    START_CPU(
            "server start with the JAR, processor time",
            "without the JAR",
            Unit.RATIO,
            Goal.atMost(1.02)),
    CLIENTS(
            "code → token with 2,000 LivePerson clients in the realm",
            "1 LivePerson client, same server",
            Unit.RATIO,
            Goal.atMost(1.10)),
    USERS(
            "code → token with 10,000 users in the realm",
            "10 users, same server",
            Unit.RATIO,
            Goal.atMost(1.10)),
    STATE(
            "external window with a 16,000-character state",
            "100-character state",
            Unit.RATIO,
            Goal.atMost(1.30)),
    HEAP(
            "heap per abandoned window with a 2 kB state",
            "the state’s own bytes",
            Unit.TIMES,
            Goal.atMost(3, 2)),
    THREE_REQUESTS(
            "for comparison: stock sign-in with an SSO session and two requests for `/realms/brand`",
            "stock sign-in with an SSO session (one request)",
            Unit.RATIO,
            Goal.NONE),
    NOTHING_CPU(
            "for comparison: the server’s CPU time per request for `/realms/brand`",
            "stock authorization request with `prompt=none`, same SSO session",
            Unit.RATIO,
            Goal.NONE),
    SIGN_IN_CPU(
            "the server’s CPU time: a sign-in by password and the token call",
            "absolute",
            Unit.MILLISECONDS,
            Goal.NONE),
    WINDOW_CPU(
            "the server’s CPU time: external window with an SSO session and the token call",
            "absolute",
            Unit.MILLISECONDS,
            Goal.NONE),
    LOGIN_PAGE_HEAP(
            "heap per login page of Keycloak’s that a consumer leaves (authentication session)",
            "absolute",
            Unit.KILOBYTES,
            Goal.NONE);

    private final String text;
    private final String against;
    private final Unit unit;
    private final Goal goal;

    Figure(String text, String against, Unit unit, Goal goal) {
        this.text = text;
        this.against = against;
        this.unit = unit;
        this.goal = goal;
    }

    /** What is measured, for readers. */
    public String text() {
        return text;
    }

    /** What it is measured against. */
    public String against() {
        return against;
    }

    /** What the number counts. */
    public Unit unit() {
        return unit;
    }

    /** What was hoped for. */
    public Goal goal() {
        return goal;
    }
}
