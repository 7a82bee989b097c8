package io.github.keycloakliveperson.benchmarks.micro;

import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.idtoken.IdTokenEncryptionMapper;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.representations.AccessTokenResponse;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The encryption mapper as Keycloak calls it, against only the cryptography that it needs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JweBenchmark {

    private static final int TOKEN_LENGTH = 2_048;

    private final LivePersonKeyPair keyPair = LivePersonKeyPair.generate("lpsso2026");
    private final String token = "e30." + "A".repeat(TOKEN_LENGTH - 8) + ".sig";
    private final IdTokenEncryptionMapper mapper = new IdTokenEncryptionMapper();
    private final ProtocolMapperModel settings = settings();
    private final StandInModels models = new StandInModels();
    private final BareJwe bare = new BareJwe(keyPair.publicKey());

    /** RSA-OAEP-256 and A128CBC-HS256 by the JDK's own interfaces. */
    @Benchmark
    public Object bare() {
        return bare.encrypt(token);
    }

    /** All that the mapper does at a token request. */
    @Benchmark
    public Object mapper() {
        var response = new AccessTokenResponse();
        response.setIdToken(token);
        return mapper.transformAccessTokenResponse(
                response, settings, null, null, models.context());
    }

    private ProtocolMapperModel settings() {
        var model = new ProtocolMapperModel();
        model.setConfig(
                Map.of("public.key", keyPair.publicKeyAsHandedOut(), "key.id", keyPair.kid()));
        return model;
    }
}
