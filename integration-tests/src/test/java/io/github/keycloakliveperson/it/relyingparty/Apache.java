package io.github.keycloakliveperson.it.relyingparty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Debian's Apache on loopback, without Debian's configuration, and one page that mod_auth_openidc
 * protects; the answer's headers tell what it knows about who came.
 */
record Apache(Process process, Path home, int port) implements AutoCloseable {

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

    /** A port for the next one: its redirect URI is registered before it starts. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
            Path home = Files.createTempDirectory("apache");
            Files.createDirectories(home.resolve("htdocs/protected"));
            Files.writeString(home.resolve("htdocs/protected/index.html"), "signed in");
            Path configuration = home.resolve("apache.conf");
            Files.writeString(configuration, configuration(home, port, openIdConnect));
            Process process =
                    new ProcessBuilder(EXECUTABLE, "-d", home + "", "-f", configuration + "", "-X")
                            .redirectErrorStream(true)
                            .redirectOutput(home.resolve("output.log").toFile())
                            .start();
            Apache apache = new Apache(process, home, port);
            apache.waitUntilItListens();
            return apache;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The protected page. */
    URI page() {
        return URI.create("http://localhost:" + port + "/protected/index.html");
    }

    /** What it complains about. */
    String log() {
        try {
            return Files.readString(home.resolve("output.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
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

    private void waitUntilItListens() throws IOException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        while (process.isAlive() && Instant.now().isBefore(limit)) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        close();
        throw new IllegalStateException("Apache doesn't listen: " + log());
    }
}
