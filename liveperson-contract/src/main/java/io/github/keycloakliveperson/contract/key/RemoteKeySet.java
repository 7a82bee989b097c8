package io.github.keycloakliveperson.contract.key;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.LivePersonError.*;

import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The brand's JWKS endpoint (L11), fetched again for every token. */
public final class RemoteKeySet implements VerificationKeys {

    private static final String OVER_HTTPS = "JWKS over https";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI address;

    /**
     * @param http the client to use; it should not follow redirects
     * @param address the connector's JWKS Endpoint
     */
    public RemoteKeySet(HttpClient http, URI address) {
        this.http = http;
        this.address = address;
    }

    @Override
    public Chosen choose(Optional<String> kid) throws RefusedException {
        requireHttps();
        return KeySet.parse(fetch()).choose(kid);
    }

    @Override
    public List<Finding> findings() {
        var about = new Findings();
        try {
            requireHttps();
            if (isHttps()) {
                about.pass(L11, OVER_HTTPS, "the address is https");
            } else {
                about.on(L11, OVER_HTTPS, "LivePerson fetches keys only over https.")
                        .warn("the address is plain http");
            }
            KeySet.parse(fetch()).findings().forEach(about::add);
        } catch (RefusedException e) {
            about.add(e.finding());
        }
        return about.list();
    }

    private boolean isHttps() {
        return "https".equals(address.getScheme());
    }

    private void requireHttps() throws RefusedException {
        if (!isHttps() && !onThisMachine()) {
            throw new RefusedException(L11, OVER_HTTPS, JWKS_MALFORMED, "the address is not https");
        }
    }

    private boolean onThisMachine() throws RefusedException {
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (IOException e) {
            throw unreachable("its host is unknown");
        }
    }

    private String fetch() throws RefusedException {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(TIMEOUT)
                        .header("Accept", "application/json")
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw unreachable("it answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw unreachable("there is no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("the call was interrupted");
        }
    }

    private static RefusedException unreachable(String why) {
        return new RefusedException(
                L11, KeySet.ATTEMPT, JWKS_MALFORMED, "the address returns no keys: " + why);
    }
}
