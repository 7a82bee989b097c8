package io.github.keycloakliveperson.benchmarks.server;

import io.github.keycloakliveperson.demo.setup.AdminApi;
import io.github.keycloakliveperson.launcher.KeycloakConfiguration;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import io.github.keycloakliveperson.window.mapper.WindowMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A Keycloak in production mode, with its database in memory, so that the processor is measured and
 * not the disk.
 */
public final class MeasuredServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final String HEAP = "-Xms1g -Xmx1g";
    private static final AdminApi.Administrator ADMINISTRATOR =
            new AdminApi.Administrator(KeycloakServer.ADMIN, KeycloakServer.ADMIN);
    private static final double MILLISECONDS = 1e-6;

    private final KeycloakServer server;

    private MeasuredServer(KeycloakServer server) {
        this.server = server;
    }

    /**
     * What a server is started with, by the launcher.
     *
     * @param database {@code dev-mem} or {@code dev-file}
     */
    static KeycloakConfiguration configuration(boolean withJar, String database) {
        var stock =
                KeycloakConfiguration.standard()
                        .withCommand("start")
                        .withOption("--db=" + database)
                        .withOption("--cache=local")
                        .withOption("--http-enabled=true")
                        .withOption("--hostname-strict=false")
                        .withEnvironment("JAVA_OPTS_KC_HEAP", HEAP)
                        .withStartLimit(START_LIMIT);
        return withJar ? stock.withProvider(jar()) : stock;
    }

    /** Starts a server with the JAR. */
    public static MeasuredServer start(BenchmarkRealm... realms) {
        return start(true, realms);
    }

    /**
     * Starts a server.
     *
     * @param withJar whether the JAR is installed
     */
    public static MeasuredServer start(boolean withJar, BenchmarkRealm... realms) {
        var configuration = configuration(withJar, "dev-mem");
        for (var realm : realms) {
            configuration = configuration.withRealm(realm.file());
        }
        var server = KeycloakServer.start(configuration);
        for (var realm : realms) {
            realm.addFurtherClients(new AdminApi(server.baseUri(), realm.name(), ADMINISTRATOR));
        }
        return new MeasuredServer(server);
    }

    /** The address of a realm, without a slash at the end. */
    public String address(BenchmarkRealm realm) {
        return server.baseUri() + "/realms/" + realm.name();
    }

    /** The processor time that it has used so far, in milliseconds, to the nearest ten. */
    public double cpuMillis() {
        return server.javaProcess().info().totalCpuDuration().orElseThrow().toNanos()
                * MILLISECONDS;
    }

    /** What it keeps in its heap, in bytes, after everything that can go is gone. */
    public double heapBytes() {
        return server.liveBytes();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Path jar() {
        return Path.of(
                URI.create(
                        WindowMapper.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()));
    }
}
