package io.github.keycloakliveperson.demo;

import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.demo.setup.BrandSetup;
import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import io.github.keycloakliveperson.demo.setup.SetupException;
import io.github.keycloakliveperson.launcher.KeycloakServer;
import io.github.keycloakliveperson.launcher.LaunchException;
import io.github.keycloakliveperson.launcher.LoopbackPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the demo: Keycloak, the brand's site and the Conversational Cloud. */
@Command(
        name = "demo.sh",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Runs Keycloak with the extension, a brand site and a simulated LivePerson.")
final class DemoCommand implements Callable<Integer> {

    private static final String KID = "lpsso2026";

    @Option(
            names = "--check",
            description =
                    "Runs the contract check without a browser. Exits with 0 if nothing fails, else with 1.")
    private boolean check;

    @Mixin private KeycloakOptions keycloak;

    @Option(names = "--brand-port", description = "The brand site's port. Usually 8081.")
    private Integer brandPort;

    @Option(names = "--cloud-port", description = "The simulator's port. Usually 8082.")
    private Integer cloudPort;

    @Option(
            names = "--bind",
            defaultValue = LoopbackPort.ADDRESS,
            description =
                    "The address that the demo's own servers listen on, 0.0.0.0 in a container. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String bind;

    @Option(
            names = "--key-file",
            defaultValue = "demo/target/liveperson.key",
            description = "The file with LivePerson's private key. Default: ${DEFAULT-VALUE}.")
    private Path keyFile;

    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            var ports = DemoPorts.choose(keycloak.port, brandPort, cloudPort);
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
            return keycloak.running().isPresent()
                    ? with(keycloak.running().get(), ports)
                    : withOwnKeycloak(ports);
        } catch (LaunchException | SetupException e) {
            System.err.println(e.getMessage());
            return 1;
        } finally {
            stopped.countDown();
        }
    }

    private int withOwnKeycloak(DemoPorts ports) throws IOException, InterruptedException {
        System.out.println("Starting Keycloak. The first start takes a minute or two …");
        var configuration =
                keycloak.configuration(
                        ports.keycloak(),
                        DemoPorts.origin(ports.brand()),
                        DemoPorts.origin(ports.cloud()));
        try (var server = KeycloakServer.start(configuration)) {
            return with(new KeycloakOptions.Running(server.baseUri(), server.baseUri()), ports);
        }
    }

    private int with(KeycloakOptions.Running running, DemoPorts ports)
            throws IOException, InterruptedException {
        var brand = DemoPorts.origin(ports.brand());
        var cloud = DemoPorts.origin(ports.cloud());
        var site =
                new KeycloakSite(running.browserUri(), running.serverUri(), KeycloakOptions.REALM);
        var setup = new BrandSetup(site, keycloak.admin, keycloak.adminPassword);
        var keyPair = LivePersonKeyPair.keptIn(keyFile, KID);
        var addresses = new DemoWorld.Addresses(bind, brand, cloud);
        try (var world = DemoWorld.start(addresses, site, setup, keyPair)) {
            if (check) {
                return new DemoCheck(
                                world.account(), new DemoTargets(site, addresses, keyPair), setup)
                        .run(System.out);
            }
            System.out.println(Welcome.text(running.browserUri(), brand, cloud));
            end.await();
            return 0;
        }
    }

    /** On Ctrl-C: lets the main thread close everything, and waits for that. */
    private void stop() {
        end.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
