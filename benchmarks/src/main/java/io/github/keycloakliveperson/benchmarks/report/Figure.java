package io.github.keycloakliveperson.benchmarks.report;

/** The figures that are measured, in the order of the table. */
public enum Figure {
    TOKEN(
            "code → token: all SDE fields, window mapper, encrypted",
            "stock client, default scopes, plain id_token; same user and server",
            Goal.atMost(0.90, 0.85)),
    TOKEN_NATIVE(
            "the same",
            "stock client with native encryption and a JSON attribute as `lp_sdes`",
            Goal.atMost(1.00, 0.95)),
    THROUGHPUT(
            "token requests per second, 8 connections",
            "the pair of the first row",
            Goal.atLeast(0.95, 1.00)),
    WINDOW(
            "external window, code flow, SSO session (one request)",
            "stock sign-in, SSO session, same state",
            Goal.atMost(1.10, 1.00)),
    IMPLICIT(
            "external window, implicit flow, SSO session (one request)",
            "stock implicit sign-in, SSO session, same state; form post and its landing counted",
            Goal.atMost(1.30, 1.05)),
    FIRST_PAGE(
            "first page of a window without a session, up to the login page",
            "stock, up to the login page, same state",
            Goal.atMost(1.10, 1.02)),
    REFUSED_CPU(
            "the server’s CPU time of refused `authorize` requests: wrong client, wrong address,"
                    + " 30 kB address",
            "stock refusing the like",
            Goal.atMost(1.0, 0.7)),
    JWE(
            "JWE of a 2 kB id_token",
            "bare JCA: RSA-OAEP-256 and content encryption, same key",
            Goal.atMost(1.50, 1.25)),
    SDE_TIME("all SDE fields to claims", "—", Unit.MICROSECONDS, Goal.atMost(10, 3)),
    SDE_ALLOCATION("allocation for the above", "—", Unit.KILOBYTES, Goal.atMost(20, 8)),
    INSTALLED(
            "clients without our mappers: token request with the JAR installed",
            "the same without the JAR, two servers side by side",
            Goal.between(0.98, 1.02)),
    START("server start with the JAR, until it is ready", "without the JAR", Goal.atMost(1.02)),
    START_CPU("server start with the JAR, processor time", "without the JAR", Goal.atMost(1.02)),
    CLIENTS(
            "code → token with 2,000 LivePerson clients in the realm",
            "1 LivePerson client, same server",
            Goal.atMost(1.10)),
    USERS(
            "code → token with 10,000 users in the realm",
            "10 users, same server",
            Goal.atMost(1.10)),
    STATE(
            "external window with a 16,000-character state",
            "100-character state",
            Goal.atMost(1.20)),
    HEAP(
            "heap per abandoned window with a 2 kB state, without its login page",
            "the state’s own bytes",
            Unit.TIMES,
            Goal.atMost(2)),
    HEAP_STOCK(
            "heap per abandoned window with a 2 kB state, with its login page",
            "stock login page, same state",
            Goal.atMost(1.3)),
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

    /** A ratio. */
    Figure(String text, String against, Goal goal) {
        this(text, against, Unit.RATIO, goal);
    }

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

    /** The aim. */
    public Goal goal() {
        return goal;
    }
}
