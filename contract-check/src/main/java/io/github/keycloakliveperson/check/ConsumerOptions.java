package io.github.keycloakliveperson.check;

import io.github.keycloakliveperson.check.browser.Credentials;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who signs in: a consumer whose password is known here, or a person at a browser. */
final class ConsumerOptions {
    static final String PASSWORD_VARIABLE = "LIVEPERSON_CHECK_PASSWORD";

    @Option(
            names = "--username",
            description =
                    "Signs this consumer in through the provider's login form. Without it, a person"
                            + " signs in with a browser.")
    String username;

    @Option(
            names = "--password",
            interactive = true,
            arity = "0..1",
            defaultValue = "${env:" + PASSWORD_VARIABLE + "}",
            description =
                    "The consumer's password; without a value it is asked for. Also read from "
                            + PASSWORD_VARIABLE
                            + ".")
    String password;

    @Option(
            names = "--port",
            defaultValue = "8765",
            description =
                    "Where a person's browser returns to: 127.0.0.1 at this port. Answers can be"
                            + " caught there only, so give --redirect-uri and --window such"
                            + " addresses. Default: 8765.")
    int port;

    /**
     * What to type into the login form; nothing where a person signs in.
     *
     * @throws IllegalArgumentException when there is a name and no password
     */
    Optional<Credentials> credentials() {
        if (username == null) {
            return Optional.empty();
        }
        if (password == null || password.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is a --username and no password: give --password, which asks for it, or"
                            + " set "
                            + PASSWORD_VARIABLE
                            + ".");
        }
        return Optional.of(new Credentials(username, password));
    }
}
