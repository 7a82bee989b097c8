package io.github.keycloakliveperson.it.relyingparty;

import io.github.keycloakliveperson.it.harness.ListeningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Debian's Apache on loopback, without Debian's configuration, and one page that mod_auth_openidc
 * protects; the answer's headers tell what it knows about who came.
 */
record Apache(ListeningProcess process) implements AutoCloseable {

    static final String EXECUTABLE = "/usr/sbin/apache2";
    static final String MODULE = "/usr/lib/apache2/modules/mod_auth_openidc.so";
    static final String INSTALL =
            "apt-get install --no-install-recommends apache2-bin libapache2-mod-auth-openidc";

    private static final List<String> MODULES =
            List.of(
                    "mpm_event",
                    "authn_core",
                    "authz_core",
                    "authz_user",
                    "headers",
                    "auth_openidc");

    /** Where mod_auth_openidc takes the answer. */
    static String redirectUri(int port) {
        return "http://localhost:" + port + "/protected/callback";
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param openIdConnect mod_auth_openidc's directives
     */
    static Apache start(int port, List<String> openIdConnect) {
        try {
            Path home = ListeningProcess.newHome("apache");
            Files.createDirectories(home.resolve("htdocs/protected"));
            Files.writeString(home.resolve("htdocs/protected/index.html"), "signed in");
            Path configuration =
                    Files.writeString(
                            home.resolve("apache.conf"), configuration(home, port, openIdConnect));
            return new Apache(
                    ListeningProcess.start(
                            home,
                            port,
                            List.of(EXECUTABLE, "-d", home + "", "-f", configuration + "", "-X")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The protected page. */
    URI page() {
        return URI.create(process.address() + "/protected/index.html");
    }

    /** What it complains about. */
    String log() {
        return process.log();
    }

    @Override
    public void close() {
        process.close();
    }

    private static String configuration(Path home, int port, List<String> openIdConnect) {
        StringBuilder text = new StringBuilder();
        for (String module : MODULES) {
            text.append("LoadModule " + module + "_module /usr/lib/apache2/modules/mod_")
                    .append(module + ".so\n");
        }
        return text.append("ServerName localhost\nListen 127.0.0.1:" + port + "\n")
                .append("PidFile " + home + "/apache.pid\nErrorLog /dev/stderr\n")
                .append("DefaultRuntimeDir " + home + "\n")
                .append("DocumentRoot " + home + "/htdocs\n")
                .append("OIDCRedirectURI " + redirectUri(port) + "\n")
                .append("OIDCCryptoPassphrase for-this-test-alone\n")
                .append(String.join("\n", openIdConnect))
                .append("\n<Location /protected>\nAuthType openid-connect\nRequire valid-user\n")
                .append("Header always set X-Issuer \"%{OIDC_CLAIM_iss}e\"\n")
                .append("Header always set X-Sub \"%{OIDC_CLAIM_sub}e\"\n")
                .append("Header always set X-Email \"%{OIDC_CLAIM_email}e\"\n</Location>\n")
                .toString();
    }
}
