package io.github.keycloakliveperson.contract.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.Refusal;
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

/** Verifies id_tokens the way LivePerson does: decryption, signature, claims, {@code lp_sdes}. */
public final class TokenVerifier {

    /** Whether a token in the clear is taken. */
    public enum Encryption {
        /** L13: encryption is optional. */
        OPTIONAL,
        /** The brand has LivePerson's key: a token in the clear must not happen (L16). */
        EXPECTED
    }

    private final String issuer;
    private final VerificationKeys keys;
    private final Encryption encryption;
    private final Decryption decryption;
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
        this.decryption = new Decryption(own);
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
                connector.jwtIssuer(),
                keys(connector.certificate(), http),
                encryption,
                own,
                Clock.systemUTC());
    }

    private static VerificationKeys keys(IdpCertificate certificate, HttpClient http) {
        if (certificate instanceof IdpCertificate.JwksEndpoint endpoint) {
            return new RemoteKeySet(http, endpoint.address());
        }
        return new PastedKey(((IdpCertificate.JwtPublicKey) certificate).base64Spki());
    }

    /**
     * @param token what the page, the window or the token endpoint gave
     * @return what LivePerson makes of it; never an exception for what is in the token
     */
    public Verification verify(String token) {
        var reading = new Reading();
        try {
            reading.read(token);
            return reading.result(Optional.empty());
        } catch (RefusedException e) {
            return reading.result(Optional.of(e.refusal()));
        }
    }

    /** One token's way through the steps; keeps what was read when a later step refuses. */
    private final class Reading {

        private Optional<Envelope> envelope = Optional.empty();
        private JsonNode header = MissingNode.getInstance();
        private JsonNode claims = MissingNode.getInstance();
        private final List<VerifiedField> fields = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        void read(String token) throws RefusedException {
            var opened = decryption.open(token);
            envelope = opened.envelope();
            if (CompactJson.parts(opened.jws()) != 3) {
                throw new RefusedException(
                        LivePersonError.NOT_A_JWT, "L13", "Inside the JWE there is no signed JWT.");
            }
            header = CompactJson.part(opened.jws(), 0, "JWS header");
            claims = CompactJson.part(opened.jws(), 1, "payload");
            aboutEnvelope();
            new SignatureCheck(keys).verify(opened.jws(), header);
            findings.addAll(new ClaimsCheck(issuer, clock).check(claims));
            var sdes = new SdeReading().read(claims);
            var standard = new StandardClaims(claims);
            fields.addAll(standard.fields());
            fields.addAll(sdes.fields());
            findings.addAll(standard.findings());
            findings.addAll(sdes.findings());
        }

        private void aboutEnvelope() throws RefusedException {
            if (envelope.isEmpty() && encryption == Encryption.EXPECTED) {
                throw new RefusedException(
                        LivePersonError.DECRYPTION,
                        "L16",
                        "The token came in the clear although this brand encrypts its tokens.");
            }
            if (envelope.isPresent() && !"JWT".equalsIgnoreCase(envelope.get().cty())) {
                findings.add(Finding.note("L15", "The JWE has no cty JWT; RFC 7519 asks for it."));
            }
        }

        Verification result(Optional<Refusal> refusal) {
            return new Verification(
                    refusal, envelope, header, claims, List.copyOf(fields), List.copyOf(findings));
        }
    }
}
