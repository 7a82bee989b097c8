package io.github.keycloakliveperson.contract.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import io.github.keycloakliveperson.contract.connector.Connector;
import io.github.keycloakliveperson.contract.connector.IdpCertificate;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.contract.key.PastedKey;
import io.github.keycloakliveperson.contract.key.RemoteKeySet;
import io.github.keycloakliveperson.contract.key.VerificationKeys;
import io.github.keycloakliveperson.contract.sde.SdeReading;
import io.github.keycloakliveperson.contract.sde.VerifiedField;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks id_tokens as LivePerson does: decryption, signature, claims, {@code lp_sdes}. It continues
 * after what LivePerson would refuse, so that a brand sees everything there is to fix.
 */
public final class TokenVerifier {

    /** Whether an unencrypted token is accepted. */
    public enum Encryption {
        /** L13: encryption is optional. */
        OPTIONAL,
        /** The brand has LivePerson's key: an unencrypted token must not happen (L16). */
        EXPECTED
    }

    private final String issuer;
    private final VerificationKeys keys;
    private final Encryption encryption;
    private final List<LivePersonKeyPair> own;
    private final Clock clock;

    /**
     * @param issuer the connector's JWT issuer (L4)
     * @param keys the brand's keys
     * @param encryption whether tokens have to be encrypted
     * @param own LivePerson's key pairs
     * @param clock LivePerson's clock
     */
    public TokenVerifier(
            String issuer,
            VerificationKeys keys,
            Encryption encryption,
            List<LivePersonKeyPair> own,
            Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.encryption = encryption;
        this.own = List.copyOf(own);
        this.clock = clock;
    }

    /**
     * @param connector what the brand typed in: issuer and key or key set
     * @param http fetches the key set
     * @param encryption whether tokens have to be encrypted
     * @param own LivePerson's key pairs
     * @return a verifier by the machine's clock
     */
    public static TokenVerifier of(
            Connector connector,
            HttpClient http,
            Encryption encryption,
            List<LivePersonKeyPair> own) {
        return new TokenVerifier(
                connector.jwtIssuer(), keys(connector, http), encryption, own, Clock.systemUTC());
    }

    /**
     * @param connector what the brand typed in
     * @param http fetches the key set
     * @return the brand's key or keys (L11)
     */
    public static VerificationKeys keys(Connector connector, HttpClient http) {
        if (connector.certificate() instanceof IdpCertificate.JwksEndpoint endpoint) {
            return new RemoteKeySet(http, endpoint.address());
        }
        return new PastedKey(((IdpCertificate.JwtPublicKey) connector.certificate()).base64Spki());
    }

    /**
     * @param token what the page, the window or the token endpoint gave
     * @return what LivePerson makes of it, clause by clause; never an exception for what is in the
     *     token
     */
    public Verification verify(String token) {
        var out = new Findings();
        var header = (JsonNode) MissingNode.getInstance();
        var claims = header;
        Optional<Envelope> envelope = Optional.empty();
        List<VerifiedField> fields = new ArrayList<>();
        try {
            var opened = new Decryption(own, encryption, out).open(token);
            envelope = opened.envelope();
            header = CompactJson.part(opened.jws(), 0, "JWS header");
            claims = CompactJson.part(opened.jws(), 1, "payload");
            new Signature(keys, out).judge(opened.jws(), header);
            new Claims(issuer, clock, out).judge(claims);
            fields.addAll(StandardClaims.read(claims, out));
            fields.addAll(new SdeReading(out).read(claims));
        } catch (RefusedException e) {
            out.add(e.finding());
        }
        var refused = out.list().stream().anyMatch(Finding::fails);
        return new Verification(
                envelope, header, claims, refused ? List.of() : List.copyOf(fields), out.list());
    }
}
