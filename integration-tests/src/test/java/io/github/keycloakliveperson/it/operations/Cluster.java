package io.github.keycloakliveperson.it.operations;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.NginxProcess;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.launcher.FileTree;
import io.github.keycloakliveperson.launcher.KeycloakConfiguration;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Two Keycloak nodes in production mode, as {@code docker-compose.prod.yml} runs them: {@code kc.sh
 * build}, {@code start --optimized}, one PostgreSQL, Keycloak's default caches, nginx with https in
 * front.
 */
public final class Cluster implements KeycloakUnderTest {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final String DATABASE = "keycloak";

    /**
     * How a node is started, each time.
     *
     * @param management the port of its metrics
     */
    private record Node(KeycloakConfiguration configuration, int management) {

        static Node placed(KeycloakConfiguration node, Path home) {
            int management = LoopbackPort.free();
            return new Node(
                    node.withHome(home)
                            .withPort(LoopbackPort.free())
                            .withOption("--http-management-port=" + management),
                    management);
        }
    }

    private final Path directory;
    private final Postgres postgres;
    private final FrontDoor door;
    private final ServerCertificate certificate;
    private final List<Node> settings;
    private final KeycloakServer[] nodes = new KeycloakServer[2];
    private final StringBuilder earlierLogs = new StringBuilder();

    private Cluster(
            Path directory,
            Postgres postgres,
            FrontDoor door,
            ServerCertificate certificate,
            List<Node> settings) {
        this.directory = directory;
        this.postgres = postgres;
        this.door = door;
        this.certificate = certificate;
        this.settings = settings;
    }

    /**
     * Starts everything.
     *
     * @param jvmArguments further arguments of the nodes' JVMs
     */
    static Cluster start(String jvmArguments) throws Exception {
        NginxProcess.require();
        Postgres postgres = Postgres.start();
        try {
            return start(postgres, jvmArguments);
        } catch (Exception | Error e) {
            postgres.close();
            throw e;
        }
    }

    private static Cluster start(Postgres postgres, String jvmArguments) throws Exception {
        Path directory = Files.createTempDirectory("cluster-");
        ServerCertificate certificate = ServerCertificate.make(directory);
        int port = LoopbackPort.free();
        KeycloakConfiguration node =
                ClusterNetwork.of(
                        node(postgres.database(DATABASE), "https://localhost:" + port),
                        jvmArguments);
        List<Node> settings =
                List.of(
                        Node.placed(node, directory.resolve("node-1")),
                        Node.placed(node, directory.resolve("node-2")));
        FrontDoor door =
                FrontDoor.open(
                        port,
                        settings.get(0).configuration().port(),
                        settings.get(1).configuration().port(),
                        certificate);
        Cluster cluster = new Cluster(directory, postgres, door, certificate, settings);
        try {
            cluster.start(0);
            cluster.start(1);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static KeycloakConfiguration node(String database, String publicAddress) {
        return KeycloakConfiguration.standard()
                .withVersion(System.getProperty("keycloak.version"))
                .withProvider(ServerSetup.extensionJar())
                .optimized("--db=postgres", "--health-enabled=true", "--metrics-enabled=true")
                .withStartLimit(START_LIMIT)
                .withOption("--db-url=" + database)
                .withOption("--db-username=" + Postgres.USER)
                .withOption("--hostname=" + publicAddress)
                .withOption("--http-enabled=true")
                .withOption("--proxy-headers=xforwarded");
    }

    /** Starts a node that doesn't run, and waits until the nodes that run share their caches. */
    void start(int index) {
        nodes[index] = KeycloakServer.start(settings.get(index).configuration());
        if (running(0) && running(1)) {
            ClusterNetwork.awaitBoth(nodes[index], START_LIMIT);
        }
    }

    /** Stops a node as an administrator does. */
    void stop(int index) {
        earlierLogs.append(nodes[index].log().text());
        nodes[index].close();
    }

    /** Ends a node with SIGKILL. */
    void kill(int index) {
        earlierLogs.append(nodes[index].log().text());
        nodes[index].kill();
    }

    /** Waits until nginx takes a restarted node again, as an administrator does before the next. */
    void awaitAtTheDoor(int index) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        ConsumerBrowser browser = new ConsumerBrowser();
        String node = "";
        while (!node.equals(nameAtTheDoor(index))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("nginx doesn't take the node " + index);
            }
            Reply answer = browser.get(URI.create(baseUri() + "/realms/master"));
            node = answer.status() == 200 ? answer.header(FrontDoor.NODE).orElse("") : "";
        }
    }

    boolean running(int index) {
        return nodes[index] != null && nodes[index].isAlive();
    }

    /** A node's own address, past nginx. */
    URI node(int index) {
        return nodes[index].baseUri();
    }

    /** Where a node tells its metrics. */
    URI metrics(int index) {
        return URI.create("http://localhost:" + settings.get(index).management() + "/metrics");
    }

    /** The node's address as nginx names it in {@link FrontDoor#NODE}. */
    String nameAtTheDoor(int index) {
        return LoopbackPort.ADDRESS + ":" + settings.get(index).configuration().port();
    }

    KeycloakServer server(int index) {
        return nodes[index];
    }

    ServerCertificate certificate() {
        return certificate;
    }

    /** The https address of nginx, the only one that consumers and LivePerson know. */
    @Override
    public URI baseUri() {
        return door.address();
    }

    @Override
    public URI adminUri() {
        return URI.create(
                "http://localhost:" + settings.get(running(0) ? 0 : 1).configuration().port());
    }

    @Override
    public String version() {
        return settings.get(0).configuration().version();
    }

    @Override
    public String log() {
        StringBuilder all = new StringBuilder(earlierLogs);
        for (KeycloakServer node : nodes) {
            all.append(node.log().text());
        }
        return all.toString();
    }

    @Override
    public String adminUser() {
        return KeycloakServer.ADMIN;
    }

    @Override
    public String adminPassword() {
        return KeycloakServer.ADMIN;
    }

    @Override
    public void close() {
        for (KeycloakServer node : nodes) {
            if (node != null && node.isAlive()) {
                node.close();
            }
        }
        door.close();
        postgres.close();
        try {
            new FileTree(directory).delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
