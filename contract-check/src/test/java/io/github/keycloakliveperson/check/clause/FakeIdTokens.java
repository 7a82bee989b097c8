package io.github.keycloakliveperson.check.clause;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.contract.issuer.TestIssuer;
import io.github.keycloakliveperson.contract.issuer.TokenFault;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The fake provider's id_tokens and key set. */
final class FakeIdTokens {
    static final LivePersonKeyPair LIVEPERSON = LivePersonKeyPair.generate("lpsso2026");

    private final FakeProvider provider;
    private final TestIssuer issuer;
    private final AtomicInteger count = new AtomicInteger();

    FakeIdTokens(
            FakeProvider provider,
            Optional<TokenFault> fault,
            Optional<LivePersonKeyPair> encryption) {
        this.provider = provider;
        this.issuer = new TestIssuer(fault, encryption);
    }

    String keySet() {
        var set = provider.has(Fault.NO_KEYS) ? "{\"keys\":{}}" : issuer.jwks();
        return provider.has(Fault.PADDED_MODULUS)
                ? set.replaceFirst("\"n\":\"([^\"]*)", "$0==")
                : set;
    }

    String issue(Optional<String> nonce) {
        var claims = TestIssuer.claims(provider.issuer());
        if (!provider.has(Fault.NONCE_LOST)) {
            nonce.ifPresent(value -> claims.put("nonce", value));
        }
        if (provider.has(Fault.CHANGING_SUB)) {
            claims.put("sub", UUID.randomUUID().toString());
        }
        if (provider.has(Fault.SDES_DELTA)) {
            var info = (ObjectNode) claims.at("/lp_sdes/0/info");
            info.put("loginStatus", count.incrementAndGet());
        }
        return issuer.token(claims);
    }
}
