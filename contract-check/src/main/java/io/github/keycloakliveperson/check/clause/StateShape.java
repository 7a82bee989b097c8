package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L25;
import static io.github.keycloakliveperson.contract.clause.Clause.L28;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.window.Encoding;
import java.util.List;

/**
 * A state as LivePerson's window could send it (L25, L28), in exactly the characters of the
 * request.
 *
 * @param clause which clause it tries
 * @param name what is special about it
 * @param raw the characters between {@code state=} and the next {@code &}
 */
record StateShape(Clause clause, String name, String raw) {
    /** The one public capture has this many characters. */
    private static final int CAPTURED = 1243;

    private static final int ABOVE_USUAL_LIMIT = 4001;
    private static final int LONG = 16_000;

    static List<StateShape> all() {
        return List.of(
                new StateShape(L25, "short state", "abc-123_XYZ.~"),
                new StateShape(L25, "state of 1,243 characters, as captured", window(CAPTURED)),
                new StateShape(L25, "state with encoded braces", "%7B%22a%22%3A%7B%7D%7D"),
                new StateShape(L25, "state with an emoji", "A%F0%9F%98%80B"),
                new StateShape(L25, "state with lower-case escapes", "%7b%22a%22%3a%c3%a9%7d"),
                new StateShape(L25, "state with brackets and asterisks", "(a)*'b'!%28c%29"),
                new StateShape(L25, "state with %2B and %25", "a%2Bb%252Bc%25"),
                new StateShape(L25, "state with a semicolon", "a;b%3Bc"),
                new StateShape(L25, "state that isn't UTF-8", "caf%E9%FF"),
                new StateShape(L25, "state of 4,001 letters", "x".repeat(ABOVE_USUAL_LIMIT)),
                new StateShape(L25, "state of 16,000 characters", window(LONG)),
                new StateShape(L28, "state with +", "a+b++c"),
                new StateShape(L28, "state with %20", "a%20b%20%20c"),
                new StateShape(L28, "state with + and %20", "a+b%20c%2Bd"));
    }

    /** A window's configuration as JSON, percent-encoded, of exactly so many raw characters. */
    static String window(int length) {
        var json =
                "{\"lpUnifiedWindowConfig\":{\"accountId\":\"12345678\",\"env\":\"prod\","
                        + "\"skillName\":\"sales\",\"external\":true,\"connector\":{\"id\":1234567,"
                        + "\"type\":1,\"configuration\":{\"clientId\":\"liveperson\","
                        + "\"issuer\":\"https://login.brand.example/realms/brand\","
                        + "\"rfcCompliance\":true}},\"jwtPublicKey\":\"";
        var end = Encoding.encode("\"}}");
        var begin = Encoding.encode(json);
        int room = length - begin.length() - end.length();
        var key = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A".repeat(room / 32 + 1);
        return begin + key.substring(0, room) + end;
    }
}
