package io.github.keycloakliveperson.contract.key;

import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;

/** The brand's JWKS endpoint (L11), fetched anew for every token. */
public final class RemoteKeySet implements VerificationKeys {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI address;

    public RemoteKeySet(HttpClient http, URI address) {
        this.http = http;
        this.address = address;
    }

    @Override
    public RSAPublicKey choose(Optional<String> kid) throws RefusedException {
        requireHttps();
        return KeySet.parse(fetch()).choose(kid);
    }

    private void requireHttps() throws RefusedException {
        if (!"https".equals(address.getScheme()) && !onThisMachine()) {
            throw new RefusedException(
                    LivePersonError.JWKS_MALFORMED, "L11", "The JWKS address is not https.");
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
                LivePersonError.JWKS_MALFORMED,
                "L11",
                "The JWKS address gives no keys: " + why + ".");
    }
}
