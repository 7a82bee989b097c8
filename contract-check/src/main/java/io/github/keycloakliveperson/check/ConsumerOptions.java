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
                    "Signs this consumer in through the provider's login form. Without it, you sign"
                            + " in with your browser.")
    String username;

    @Option(
            names = "--password",
            interactive = true,
            arity = "0..1",
            defaultValue = "${env:" + PASSWORD_VARIABLE + "}",
            description =
                    "The consumer's password. Without a value, the check asks for it. Also read from "
                            + PASSWORD_VARIABLE
                            + ".")
    String password;

    @Option(
            names = "--port",
            defaultValue = "8765",
            description =
                    "The port of 127.0.0.1 where your browser returns to. The check sees only what"
                            + " arrives there, so give --redirect-uri and --window addresses"
                            + " with it. Default: 8765.")
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
                    "There is a --username but no password: give --password, which asks for it, or"
                            + " set "
                            + PASSWORD_VARIABLE
                            + ".");
        }
        return Optional.of(new Credentials(username, password));
    }
}
