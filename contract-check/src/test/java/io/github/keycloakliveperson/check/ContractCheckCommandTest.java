package io.github.keycloakliveperson.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.keycloakliveperson.check.provider.Discovery;
import io.github.keycloakliveperson.contract.connector.ClientSecret;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwksEndpoint;
import io.github.keycloakliveperson.contract.window.Dialect;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("The command liveperson-check")
class ContractCheckCommandTest {
    private static final String NOWHERE = "http://127.0.0.1:1";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    @DisplayName("exits 2 and names the option that is missing")
    void missingOption() {
        assertThat(run("--client-id", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("--issuer");
    }

    @Test
    @DisplayName("exits 2 in one sentence when the provider can't be reached")
    void unreachable() {
        assertThat(run(arguments())).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo(
                        NOWHERE
                                + "/.well-known/openid-configuration did not answer"
                                + " (ConnectException). Check --issuer.");
    }

    @Test
    @DisplayName("exits 2 when the issuer has no discovery document")
    void noDiscovery() {
        var server = Javalin.create(config -> config.showJavalinBanner = false);
        var issuer = "http://127.0.0.1:" + server.start("127.0.0.1", 0).port() + "/";
        try {
            assertThat(run("--issuer", issuer, "--client-id=x", "--username=u", "--password=p"))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("answered HTTP 404. Check --issuer.");
        } finally {
            server.stop();
        }
    }

    @Test
    @DisplayName("exits 2 when there is a user name and no password")
    void noPassword() {
        assertThat(run("--issuer", NOWHERE, "--client-id", "x", "--username", "u")).isEqualTo(2);
        assertThat(err.toString()).contains("--password", "LIVEPERSON_CHECK_PASSWORD");
    }

    @Test
    @DisplayName("accepts clauses by their numbers, and nothing else")
    void clauses() {
        assertThat(run(arguments("--clauses=L13,L37"))).isEqualTo(2);
        assertThat(err.toString()).contains("--clauses", "'L37'");
    }

    @Test
    @DisplayName("names the known flows if it gets an unknown one")
    void wrongFlow() {
        assertThat(run(arguments("--flow", "hybrid"))).isEqualTo(2);
        assertThat(err.toString())
                .contains("expected one of [code, code-pkce, implicit, delegation]");
    }

    @Test
    @DisplayName("takes from the connector what no option sets, and prefers the option")
    void connector(@TempDir Path directory) throws IOException {
        var file =
                Files.writeString(
                        directory.resolve("connector.json"),
                        """
                        {"clientId":"shop","clientSecret":"abcd0123","authenticationType":"code",
                         "pkce":true,"jwtIssuer":"https://one.example","jwksEndpoint":"https://k",
                         "authenticationEndpoint":"https://a"}
                        """);
        var options = new TargetOptions();
        new CommandLine(new Holder(options))
                .parseArgs("--connector", file.toString(), "--issuer", "https://two.example");

        var target = options.targets(issuer -> DISCOVERY).get(0);
        assertThat(target.connector().jwtIssuer()).isEqualTo("https://two.example");
        assertThat(target.title()).isEqualTo("shop, code-pkce");
        assertThat(target.connector().clientSecret()).contains(new ClientSecret("abcd0123"));
        assertThat(target.connector().authenticationEndpoint()).hasToString("https://a");
        assertThat(target.pageEndpoint()).isEqualTo("a");
        assertThat(target.connector().tokenEndpoint()).contains(URI.create("t"));
        assertThat(target.connector().certificate())
                .isEqualTo(new JwksEndpoint(URI.create("https://k")));
        assertThat(target.redirectUris().page()).isEqualTo("https://liveperson.net");
        assertThat(target.toString()).doesNotContain("abcd0123");
    }

    @Test
    @DisplayName("L40: takes redirect URI and scopes from the link in a bot's connector")
    void botConnector(@TempDir Path directory) throws IOException {
        var file =
                Files.writeString(
                        directory.resolve("bot.json"),
                        """
                        {"clientId":"bot","clientSecret":"abcd0123","authenticationType":"code",
                         "pkce":false,"jwtPublicKey":"CONSUMER_DELEGATION","jwtIssuer":"",
                         "tokenEndpoint":"https://t","authenticationEndpoint":"","scriptTag":"",
                         "consumerLink":"https://a/authorize?response_type=code&client_id=bot\
                        &redirect_uri=https%3A%2F%2Fi.example%2Fcallback%2F1%2FredirectCode\
                        &scope=invoices+orders&state="}
                        """);
        var options = new TargetOptions();
        new CommandLine(new Holder(options))
                .parseArgs("--connector", file.toString(), "--issuer", "https://one.example");

        var target = options.targets(issuer -> DISCOVERY).get(0);
        assertThat(target.title()).isEqualTo("bot, delegation");
        assertThat(target.connector().delegates()).isTrue();
        assertThat(target.connector().authenticationEndpoint()).hasToString("https://a/authorize");
        assertThat(target.redirectUris().page())
                .isEqualTo("https://i.example/callback/1/redirectCode");
        assertThat(target.pageScope()).isEqualTo("invoices orders");
    }

    @Test
    @DisplayName("uses both dialects unless one is chosen")
    void dialects() {
        assertThat(dialects("--issuer", NOWHERE)).containsExactlyInAnyOrder(Dialect.values());
        assertThat(dialects("--dialect", "rfc")).containsExactly(Dialect.RFC);
        assertThat(dialects("--dialect", "openid")).containsExactly(Dialect.OPENID);
    }

    private static Set<Dialect> dialects(String... arguments) {
        var options = new TargetOptions();
        new CommandLine(new Holder(options)).parseArgs(arguments);
        return options.dialects;
    }

    @Test
    @DisplayName("exits 2 when the connector can't be read")
    void noConnector() {
        assertThat(run("--connector", "/no/such/file")).isEqualTo(2);
        assertThat(err.toString()).contains("/no/such/file of --connector can't be read.");
    }

    @Test
    @DisplayName("L18: asks for the secret of a flow that needs one, and never prints it")
    void secrets() {
        var command = ContractCheck.commandLine();
        command.parseArgs("--issuer", NOWHERE, "--client-id", "x", "--client-secret=topsecret99");

        assertThat(command.getUsageMessage())
                .contains("LIVEPERSON_CLIENT_SECRET")
                .doesNotContain("topsecret99");
    }

    @Test
    @DisplayName("refuses a key file without a private key, and doesn't repeat its content")
    void wrongKey(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("key.pem"), "bm90IGEga2V5");

        var options = new TargetOptions();
        new CommandLine(new Holder(options))
                .parseArgs("--issuer", NOWHERE, "--client-id", "x", "--liveperson-key", "" + file);

        assertThat(catchThrowable(() -> options.targets(issuer -> DISCOVERY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PKCS#8")
                .hasMessageNotContaining("bm90");
    }

    private static final Discovery DISCOVERY = new Discovery("i", "a", "t", "j");

    @CommandLine.Command
    private record Holder(@CommandLine.Mixin TargetOptions options) {}

    private String[] arguments(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--issuer",
                                NOWHERE,
                                "--client-id",
                                "x",
                                "--client-secret=y0123456",
                                "--username",
                                "u",
                                "--password=p0123456"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private int run(String... arguments) {
        return ContractCheck.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
