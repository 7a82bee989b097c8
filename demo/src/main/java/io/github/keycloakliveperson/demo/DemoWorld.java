package io.github.keycloakliveperson.demo;

import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.demo.brand.BrandServer;
import io.github.keycloakliveperson.demo.cloud.Account;
import io.github.keycloakliveperson.demo.cloud.CloudServer;
import io.github.keycloakliveperson.demo.setup.BrandSetup;
import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import java.net.URI;

/**
 * The demo around a running Keycloak: the prepared realm, the Conversational Cloud and the brand's
 * site.
 */
public final class DemoWorld implements AutoCloseable {

    private final Account account;
    private final CloudServer cloud;
    private final BrandServer brand;

    private DemoWorld(Account account, CloudServer cloud, BrandServer brand) {
        this.account = account;
        this.cloud = cloud;
        this.brand = brand;
    }

    /**
     * Where the demo's two servers are.
     *
     * @param bind the address they listen on, {@code 127.0.0.1}
     * @param brand the brand site's origin in browsers
     * @param cloud the Conversational Cloud's origin in browsers
     */
    public record Addresses(String bind, URI brand, URI cloud) {}

    /**
     * @param addresses where to listen
     * @param keycloak a running Keycloak with a realm from the realm template
     * @param setup prepares the realm
     * @param keyPair LivePerson's key pair
     * @return the running demo
     */
    public static DemoWorld start(
            Addresses addresses,
            KeycloakSite keycloak,
            BrandSetup setup,
            LivePersonKeyPair keyPair) {
        var account = setup.fillIn(addresses.brand(), keyPair);
        var cloud =
                CloudServer.start(
                        addresses.bind(), addresses.cloud(), addresses.brand(), account, setup);
        var brand =
                BrandServer.start(
                        addresses.bind(), addresses.brand(), addresses.cloud(), keycloak, account);
        return new DemoWorld(account, cloud, brand);
    }

    /** {@return the brand's account at LivePerson, with its connectors} */
    public Account account() {
        return account;
    }

    @Override
    public void close() {
        brand.close();
        cloud.close();
    }
}
