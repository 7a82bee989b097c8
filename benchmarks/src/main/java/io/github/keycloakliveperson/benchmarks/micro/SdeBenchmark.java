package io.github.keycloakliveperson.benchmarks.micro;

import io.github.keycloakliveperson.sde.CustomerInfoMapper;
import io.github.keycloakliveperson.sde.PersonalInfoMapper;
import java.util.concurrent.TimeUnit;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.representations.IDToken;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Both SDE mappers as Keycloak calls them, for a consumer who has every field. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SdeBenchmark {

    private final CustomerInfoMapper customerInfo = new CustomerInfoMapper();
    private final PersonalInfoMapper personalInfo = new PersonalInfoMapper();
    private final ProtocolMapperModel customerSettings =
            TemplateScope.mapper(CustomerInfoMapper.PROVIDER_ID);
    private final ProtocolMapperModel personalSettings =
            TemplateScope.mapper(PersonalInfoMapper.PROVIDER_ID);
    private final StandInModels models = new StandInModels();

    /** An id_token gets its {@code lp_sdes}. */
    @Benchmark
    public Object claims() {
        var token = new IDToken();
        token.iat(1_790_000_000L);
        var session = models.session();
        customerInfo.transformIDToken(
                token, customerSettings, session, models.userSession(), models.context());
        personalInfo.transformIDToken(
                token, personalSettings, session, models.userSession(), models.context());
        return token;
    }
}
