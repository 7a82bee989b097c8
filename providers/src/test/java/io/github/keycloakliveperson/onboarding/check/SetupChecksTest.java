package io.github.keycloakliveperson.onboarding.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.onboarding.setup.ClientSettings.Grants;
import io.github.keycloakliveperson.onboarding.setup.SetupFixture;
import io.github.keycloakliveperson.onboarding.setup.Viewer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault at a time: only its own check notices, and says how to fix it. */
class SetupChecksTest {

    @Test
    @DisplayName("a correct setup passes every check, and nothing is left to do")
    void faultless() {
        assertThat(SetupChecks.run(new SetupFixture().setup()))
                .allSatisfy(
                        check -> assertThat(check.status()).as(check.id()).isSameAs(Status.PASS))
                .allSatisfy(check -> assertThat(check.fix()).isEmpty())
                .extracting(Check::id)
                .doesNotHaveDuplicates()
                .hasSize(26);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("io.github.keycloakliveperson.onboarding.check.Warnings#warnings")
    @DisplayName("one setting works, but not as well as it should")
    void warns(String id, String fault, Consumer<SetupFixture> spoil) {
        assertOnly(id, Status.WARN, spoil);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("io.github.keycloakliveperson.onboarding.check.Failures#failures")
    @DisplayName("LivePerson can't sign consumers in, or shouldn't")
    void fails(String id, String fault, Consumer<SetupFixture> spoil) {
        assertOnly(id, Status.FAIL, spoil);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("io.github.keycloakliveperson.onboarding.check.Failures#variants")
    @DisplayName("other correct setups")
    void passes(String id, String variant, Consumer<SetupFixture> change) {
        SetupFixture fixture = new SetupFixture();
        change.accept(fixture);
        assertThat(SetupChecks.run(fixture.setup()))
                .filteredOn(check -> check.id().equals(id))
                .extracting(Check::status)
                .containsExactly(Status.PASS);
    }

    private static void assertOnly(String id, Status status, Consumer<SetupFixture> spoil) {
        SetupFixture fixture = new SetupFixture();
        spoil.accept(fixture);
        assertThat(SetupChecks.run(fixture.setup()))
                .filteredOn(check -> check.status() != Status.PASS)
                .singleElement()
                .satisfies(
                        check -> {
                            assertThat(check.id()).isEqualTo(id);
                            assertThat(check.status()).isSameAs(status);
                            assertThat(check.message()).endsWith(".");
                            assertThat(check.fix()).endsWith(".");
                            assertThat(check.toString()).doesNotContain("s3cret");
                        });
    }

    @Test
    @DisplayName("native encryption together with the mapper fails (K15)")
    void nativeEncryptionBesideTheMapper() {
        SetupFixture fixture = new SetupFixture();
        fixture.encryption = Faults.encryption(OptionalLong.empty());
        fixture.attributes.put("id.token.encrypted.response.alg", "RSA-OAEP-256");
        assertThat(KeyChecks.nativeEncryption(fixture.setup()).status()).isSameAs(Status.FAIL);
    }

    @Test
    @DisplayName("without the window mapper the client is not LivePerson's")
    void noWindow() {
        SetupFixture fixture = new SetupFixture();
        fixture.mappers.remove(0);
        assertThat(MapperChecks.mappers(fixture.setup()).status()).isSameAs(Status.FAIL);
        assertThat(SignInChecks.lifespan(fixture.setup()).status()).isSameAs(Status.WARN);
    }

    @Test
    @DisplayName("PKCE in the implicit flow has no effect")
    void pkceInTheImplicitFlow() {
        SetupFixture fixture = new SetupFixture();
        fixture.grants = new Grants(false, true, false, false);
        fixture.attributes.put("pkce.code.challenge.method", "S256");
        assertThat(FlowChecks.pkce(fixture.setup()).status()).isSameAs(Status.WARN);
    }

    @Test
    @DisplayName("lp_sdes from a stock mapper alone works, with a warning (K19)")
    void byHandAlone() {
        SetupFixture fixture = new SetupFixture();
        fixture.mappers = List.of(fixture.mappers.get(0), Faults.byHand());
        assertThat(SdeChecks.conflict(fixture.setup()).status()).isSameAs(Status.WARN);
    }

    @Test
    @DisplayName("a client id that Basic can't carry raw is a warning (L18)")
    void clientId() {
        SetupFixture fixture = new SetupFixture();
        fixture.clientId = "live+person";
        assertThat(ClientChecks.secret(fixture.setup()).status()).isSameAs(Status.WARN);
    }

    @Test
    @DisplayName("an admin who may view only the client sees nothing of realm and user profile")
    void viewer() {
        SetupFixture fixture = new SetupFixture();
        fixture.viewer = Viewer.OF_THE_CLIENT;
        fixture.ssoMaxSeconds = 1_234;
        fixture.verifiesEmail = false;
        fixture.mappers.add(Faults.emailClaim());
        fixture.mappers.add(Faults.customer(Map.of("ctype", "attribute:tier")));

        assertThat(SetupChecks.run(fixture.setup()))
                .filteredOn(check -> check.status() == Status.WARN)
                .hasSize(3)
                .allSatisfy(
                        check -> {
                            assertThat(check.message())
                                    .isEqualTo(
                                            "This check needs realm settings that you may not"
                                                    + " view.");
                            assertThat(check.fix()).startsWith("Ask an admin");
                        });
    }
}
